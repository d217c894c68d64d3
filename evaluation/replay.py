"""Open captures in replayweb.page, in a browser without a network.

    python evaluation/replay.py PACKAGE_DIR [CAPTURE.wacz ...] [--shots DIR]

PACKAGE_DIR is the unpacked npm package `replaywebpage` (`npm pack replaywebpage`; AGPL, so a tool
beside Sverka and no part of it), of which `ui.js` and `sw.js` are served from this machine beside the
captures, to Chromium driven by Playwright. Without captures, three invented ones are made: an HTML
page fetched, a paged answer of the portal (three exchanges and the assembled whole), a file handed
over. A capture passes if its page opens inside the replay and shows, or hands over, exactly the
payload. Every request to another address than this machine's is cut off and counted.
"""

from __future__ import annotations

import argparse
import io
import json
import tempfile
import threading
import zipfile
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from sverka.record.capture import Exchange, Obtained, read_capture, write_capture

AT = "2026-01-16T12:00:00Z"
PAGE = """<!doctype html><meta charset="utf-8"><title>replay</title><script src="/ui.js"></script>
<replay-web-page source="/{name}" url="{url}" replayBase="/replay/" embed="replayonly" noSandbox
 style="height:100vh;display:block"></replay-web-page>"""
WAIT = 60_000  # milliseconds; a browser on a busy machine


def invented() -> dict[str, bytes]:
    """Three captures as `sverka collect` and `sverka record add` make them."""
    html = "<!doctype html><meta charset=utf-8><p>РЕПКИН ФОМА ЛУКИЧ*, 01.02.1970 г.р.</p>".encode()
    page = Exchange("https://list.example/list", html, response_headers=(("Content-Type", "text/html"),))
    fetched = Obtained(AT, "fetched", url=page.url, by="an archive", exchanges=(page,))
    kind = (("Content-Type", "application/json"),)
    bodies = [
        b'{"title": "x"}',
        b'{"size": 2, "values": [{"field_1_i": 1}]}',
        b'{"size": 2, "values": [{"field_1_i": 2}]}',
    ]
    where = "https://portal.example/rest/registry/x"
    exchanges = (
        Exchange(f"{where}/info", bodies[0], response_headers=kind),
        *(
            Exchange(f"{where}/values", body, "POST", b'{"offset": %d}' % i, response_headers=kind)
            for i, body in enumerate(bodies[1:])
        ),
    )
    whole = b'{"info": ' + bodies[0] + b', "pages": [' + b", ".join(bodies[1:]) + b"]}"
    paged = Obtained(AT, "fetched", url=where, exchanges=exchanges)
    handed = Obtained(AT, "handed over", name="exportfsm.csv", by="a reader")
    return {
        "html.wacz": write_capture("xx-test", html, fetched),
        "paged.wacz": write_capture("xx-test", whole, paged),
        "handed.wacz": write_capture("xx-test", "№;Материал\r\n1;Книга\r\n".encode("cp1251"), handed),
    }


class Handler(SimpleHTTPRequestHandler):
    """The package's two scripts, the page for a capture, the captures."""

    def __init__(self, *args: Any, package: Path, captures: dict[str, bytes], **more: Any) -> None:
        self.package, self.captures = package, captures
        super().__init__(*args, **more)

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        name = path.lstrip("/")
        if name == "":
            capture, _, url = query.partition("&")
            self._send(PAGE.format(name=capture, url=unquote(url)).encode(), "text/html")
        elif name in ("ui.js", "sw.js", "replay/sw.js"):
            self._send((self.package / name.removeprefix("replay/")).read_bytes(), "text/javascript")
        elif name in self.captures:
            self._send(self.captures[name], "application/wacz")
        else:
            self.send_error(404)

    do_HEAD = do_GET  # noqa: N815 (named by the base class)

    def _send(self, data: bytes, kind: str) -> None:
        start, end, status = 0, len(data), 200
        if wanted := self.headers.get("Range"):  # replayweb.page reads a WACZ in pieces
            first, _, last = wanted.removeprefix("bytes=").partition("-")
            start = int(first) if first else max(0, len(data) - int(last))
            end, status = min(int(last) + 1 if first and last else len(data), len(data)), 206
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Accept-Ranges", "bytes")
        if status == 206:
            self.send_header("Content-Range", f"bytes {start}-{end - 1}/{len(data)}")
        self.send_header("Content-Length", str(end - start))
        self.send_header("Service-Worker-Allowed", "/")
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(data[start:end])

    def log_message(self, *_args: Any) -> None:
        """Nothing is said."""


def replayed(page: Any, base: str, name: str, data: bytes) -> str:
    """What is amiss with a capture in the replay; "" if it gives exactly the payload."""
    payload, _ = read_capture(data)
    downloads: list[Any] = []
    page.on("download", lambda download: downloads.append(download))  # noqa: PLW0108 (a builtin will not do)
    page.goto(f"{base}/?{name}&{quote(page_of(data), safe='')}")
    frame = None
    for _ in range(WAIT // 250):
        page.wait_for_timeout(250)
        frame = next((f for f in page.frames if "/w/" in f.url and "mp_/" in f.url), None)
        if frame is not None or downloads:
            break
    if downloads:  # what a browser does not show, it hands over
        body = Path(downloads[0].path()).read_bytes()
    elif frame is None:
        return f"the replay never opened the page: {[f.url for f in page.frames]}"
    else:  # the bytes as the replay's own service worker gives them, asked from inside the replay
        script = "async () => Array.from(new Uint8Array(await (await fetch(location.href)).arrayBuffer()))"
        body = bytes(frame.evaluate(script))
    return "" if body == payload else f"another body: {body[:80]!r}"


def cut_off(route: Any, base: str, outside: list[str]) -> None:
    """Let requests to this machine pass, and no other."""
    if route.request.url.startswith(base):
        route.continue_()
    else:
        outside.append(route.request.url)
        route.abort()


def page_of(data: bytes) -> str:
    """The address the capture opens at."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return str(json.loads(archive.read("datapackage.json"))["mainPageUrl"])


def main() -> int:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (test only)

    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("package", type=Path)
    options.add_argument("captures", type=Path, nargs="*")
    options.add_argument("--shots", type=Path, default=Path(tempfile.gettempdir()))
    options.add_argument("--chromium", default="/usr/bin/chromium")
    args = options.parse_args()
    captures = {path.name: path.read_bytes() for path in args.captures} or invented()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, package=args.package, captures=captures))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base, wrong = f"http://127.0.0.1:{server.server_port}", 0
    outside: list[str] = []
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=args.chromium, args=["--no-sandbox"])
        for name, data in captures.items():
            context = browser.new_context()
            context.route("http**", lambda route: cut_off(route, base, outside))
            page = context.new_page()
            amiss = replayed(page, base, name, data)
            page.wait_for_timeout(2000)
            page.screenshot(path=args.shots / f"{name}.png")
            wrong += bool(amiss)
            print(f"{name}: {len(data):,} bytes: {amiss or 'opens and gives the payload'}", flush=True)
            context.close()
        browser.close()
    server.shutdown()
    print(f"{len(outside)} requests to other addresses, all cut off: {sorted(set(outside))}")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
