"""Can anything typed into the page leave it? Ask a canary that listens.

    python evaluation/leaks.py PAGE.html [--chromium /usr/bin/chromium] [--json FILE]

PAGE.html is the single file of `sverka page build`. Four runs, each way on its own:

1. control   the ways of `leak_vectors.py` in a page without policy: shows that the canary hears;
2. shell     the same ways in a document under the page's own policy: what the policy cannot stop;
3. worker    the ways a worker has, in a bare worker under that policy, and in the engine's own;
4. honest    the page itself through its whole flow (a listed and an unlisted Russian name, an
             organisation, the law's questions to the effects, a tie, browsing, history, both
             languages, print and save, newer and damaged lists, wipe), with the browser's own log
             of the network (NetLog) read for any address and for the names; beside it the same
             browser with an empty page for as long, since Chromium itself calls its maker.

The canary hears HTTP (any host name resolves to it), WebSocket, bare connections and UDP, and
reads names looked up but never connected to from the NetLog. Exit status 1 if run 3 or 4 lights.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import socket
import sys
import tempfile
import threading
import time
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

from leak_vectors import DOCUMENT, EVERYWHERE, HELPERS, WORKER_ONLY
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from sverka.bundle import Bundle, Contents, write
from sverka.cli._lists import SHIPPED
from sverka.release.assemble import build_index, index_items

ZONE = "canary.test"
NAME = "Подосиновиков Евстафий Елизарович"
SILENT = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
          "--disable-sync", "--no-first-run", "--autoplay-policy=no-user-gesture-required"]
WAIT_MS = 350
CAPTURE = "--net-log-capture-mode=Everything"
META = '<meta http-equiv="Content-Security-Policy" content="{}">'
Found = dict[str, Any]


class Canary:
    """Listens on TCP and UDP and remembers which way each message came by."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.tcp = socket.create_server(("127.0.0.1", 0))
        self.udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.udp.bind(("127.0.0.1", 0))
        threading.Thread(target=self._accept, daemon=True).start()
        threading.Thread(target=self._datagrams, daemon=True).start()

    @property
    def port(self) -> int:
        return int(self.tcp.getsockname()[1])

    @property
    def udp_port(self) -> int:
        return int(self.udp.getsockname()[1])

    def _accept(self) -> None:
        while True:
            threading.Thread(target=self._serve, args=(self.tcp.accept()[0],), daemon=True).start()

    def _serve(self, peer: socket.socket) -> None:
        with peer:
            peer.settimeout(5)
            try:
                asked = peer.recv(65536)
            except TimeoutError:
                asked = b""
            except OSError:
                return
            # A connection that says nothing is a preconnect: heard all the same.
            line = asked.split(b"\r\n", 1)[0].decode("latin-1")
            self.heard.append(line or "connection without a word")
            kind = "text/css" if ".css" in line else "text/javascript" if ".js" in line else "image/svg+xml"
            body = b"{}" if ".json" in line else b""
            kind = "application/json" if ".json" in line else kind
            head = (f"HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Type: {kind}\r\n"
                    f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n")
            try:
                peer.sendall(head.encode() + body)
            except OSError:
                return

    def _datagrams(self) -> None:
        while True:
            self.udp.recvfrom(2048)
            self.heard.append("datagram")

    def take(self) -> list[str]:
        heard, self.heard = self.heard, []
        return heard


def launch(playwright: Playwright, chromium: str, log: Path) -> Browser:
    """A browser whose every name but the page's own leads to the canary."""
    rules = f"MAP *.{ZONE} 127.0.0.1"
    return playwright.chromium.launch(executable_path=chromium, args=[
        *SILENT, f"--host-resolver-rules={rules}", f"--log-net-log={log}", CAPTURE])


def prelude(canary: Canary, number: int) -> str:
    """The addresses of one way, as constants in front of its snippet."""
    host = f"v{number}.{ZONE}"
    return (f"const H = '{host}:{canary.port}', U = 'http://{host}:{canary.port}/v{number}', "
            f"W = 'ws://{host}:{canary.port}/v{number}', S = {canary.udp_port};")


def try_in_document(browser: Browser, address: str, canary: Canary, number: int, snippet: str) -> bool:
    """One way in a fresh page; True if the canary heard of it."""
    context = browser.new_context(accept_downloads=False)
    tab = context.new_page()
    tab.goto(address)
    canary.take()
    code = f"() => {{ {HELPERS} {prelude(canary, number)} {snippet} }}"
    try:
        tab.evaluate(f"() => {{ try {{ const r = ({code})(); r?.catch?.(() => {{}}) }} catch {{}} }}")
    except Exception as error:  # a navigation takes the page away under the call
        del error
    time.sleep(WAIT_MS / 1000)
    context.close()
    return bool(canary.take())


def in_worker(snippets: dict[str, str], canary: Canary) -> str:
    """A worker's script that tries every way, one after another."""
    tries = []
    for number, code in enumerate(snippets.values()):
        returned = code if code.startswith("const") else f"return {code}"
        body = f"{prelude(canary, number)} {returned}"
        tries.append(f"try {{ const r = (() => {{ {body} }})(); r?.catch?.(() => {{}}) }} catch {{}}")
    return "\n".join(tries)


def ways_lit(heard: list[str], snippets: dict[str, str]) -> list[str]:
    """Which of the numbered ways the canary's lines are of."""
    numbers = {int(found) for line in heard for found in re.findall(r"/v(\d+)", line)}
    names = [name for n, name in enumerate(snippets) if n in numbers]
    return names + sorted({line for line in heard if not re.search(r"/v\d+", line)})


def run_worker(browser: Browser, address: str, canary: Canary, snippets: dict[str, str]) -> list[str]:
    """All ways of a worker, in a blob worker of the page at `address`."""
    tab = browser.new_context().new_page()
    tab.goto(address)
    canary.take()
    tab.evaluate("""(code) => {
        const trusted = trustedTypes.createPolicy('sverka', {createScriptURL: (address) => address});
        window.w = new Worker(trusted.createScriptURL(URL.createObjectURL(new Blob([code]))));
    }""", in_worker(snippets, canary))
    time.sleep(3)
    tab.context.close()
    return ways_lit(canary.take(), snippets)


def run_engine(browser: Browser, page: Path, canary: Canary, snippets: dict[str, str]) -> list[str]:
    """All ways of a worker, tried inside the engine's own worker of the real page."""
    tab = browser.new_context().new_page()
    tab.goto(page.as_uri())
    ready(tab)
    canary.take()
    tab.workers[0].evaluate(f"() => {{ {in_worker(snippets, canary)} }}")
    time.sleep(3)
    tab.context.close()
    return ways_lit(canary.take(), snippets)


def ready(tab: Page) -> None:
    tab.wait_for_selector("#state[data-state=ready]", state="attached", timeout=60_000)


def newer_lists() -> bytes:
    """The shipped lists as if they were a day newer."""
    held = Bundle(SHIPPED.read_bytes())
    items, positions = index_items(held.listings)
    return write(Contents(
        listings=held.listings, items=positions, index=build_index(items), facts=held.facts,
        closed=held.closed, as_of={name: day + timedelta(days=1) for name, day in held.as_of.items()},
        snapshots=held.snapshots, population=held.population, unicode=held.unicode,
        rules_json=held.rules_json))


def walk(tab: Page, work: Path) -> tuple[str, ...]:
    """Everything a person can do; the names that were typed."""
    ready(tab)
    person = first_listed(tab, "ru-foreign-agents", r"[А-ЯЁ]\w+ [А-ЯЁ]\w+ [А-ЯЁ]\w+(вич|вна)$")
    organisation = first_listed(tab, "ru-undesirable", r".*[А-Яа-яЁё]{3}")
    look_for(tab, NAME, others="Сыроежкин Евстафий Елизарович", born="1984")
    tab.click("#lang")
    tab.click("#lang")
    look_for(tab, person)
    tab.click("#answer .card .quiet")
    tab.wait_for_selector("#entry:not([hidden]) .history")
    tab.click("#entry .go button")
    tab.click("#answer .card .go button >> nth=0")
    answer_all(tab)
    tab.click("#lang")
    tab.wait_for_selector("#law .effects")
    tab.click("#lang")
    keep(tab, "#law")
    look_for(tab, organisation, kind="organisation")
    tab.click("#answer .card .go button >> nth=0")
    tab.wait_for_selector("#law:not([hidden]) .choices")
    for box in tab.locator("#law .choices input").all():
        box.check()
    tab.click("#law button.main")
    answer_all(tab)
    search(tab, NAME)
    look_for(tab, NAME)
    keep(tab, "#answer")
    change_lists(tab, work)
    look_for(tab, person)
    tab.keyboard.press("Escape")
    tab.wait_for_url("about:blank")
    tab.wait_for_timeout(1000)
    return person, organisation


def first_listed(tab: Page, list_id: str, pattern: str) -> str:
    """The first name of that form, found by turning the pages of the list."""
    tab.click("nav [data-go=lists]")
    tab.wait_for_selector(f"#which option[value={list_id}]", state="attached")
    tab.select_option("#which", list_id)
    tab.evaluate("() => document.getElementById('found').replaceChildren()")
    tab.click("#search button")
    tab.wait_for_selector("#found li button")
    while True:
        names = tab.locator("#found li button").all_inner_texts()
        if found := next((name for name in names if re.match(pattern, name)), ""):
            return found
        tab.locator("#found > button").click()  # show more
        tab.wait_for_function("(n) => document.querySelectorAll('#found li').length > n", arg=len(names))


def look_for(tab: Page, name: str, *, kind: str = "person", others: str = "", born: str = "") -> None:
    tab.click("nav [data-go=ask]")
    tab.click(f"#form label:has(input[value={kind}])")
    tab.fill("#name", name)
    tab.fill("#others", others)
    if kind == "person":
        tab.fill("#born", born)
    tab.wait_for_timeout(600)  # the spellings come a moment after the last letter
    tab.click("#form button.main")
    tab.wait_for_selector("#answer:not([hidden]) h1")


def answer_all(tab: Page) -> None:
    """Yes to every question of the law, down to the effects."""
    while True:
        tab.wait_for_selector("#law:not([hidden]) :is(.question, .effects)")
        if not tab.locator("#law .question").count():
            return
        asked = tab.text_content("#law")  # two questions in a row may be worded alike
        if tab.locator("#day").count():
            tab.fill("#day", "2024-02")
        tab.click("#law .question button >> nth=0")
        tab.wait_for_function(
            "(asked) => document.querySelector('#law').textContent !== asked", arg=asked)


def keep(tab: Page, section: str) -> None:
    """Print and save, the last two buttons of a screen."""
    tab.locator(f"{section} .end button").nth(-2).click()
    with tab.expect_download():
        tab.locator(f"{section} .end button").last.click()


def search(tab: Page, name: str) -> None:
    tab.click("nav [data-go=lists]")
    tab.select_option("#which", "")
    tab.fill("#text", name.split(maxsplit=1)[0])
    tab.click("#search button")
    tab.wait_for_timeout(500)


def change_lists(tab: Page, work: Path) -> None:
    """Choose newer lists, drop damaged ones, and bring none at all."""
    newer = newer_lists()
    damaged = bytearray(newer)
    damaged[len(damaged) // 2] ^= 1
    chosen = work / "lists.svk"
    chosen.write_bytes(newer)
    tab.click("nav [data-go=lists]")
    for bring in (lambda: tab.set_input_files("#file", chosen), lambda: drop(tab, bytes(damaged)),
                  lambda: drop(tab, b"\xff\xd8\xff" * 50)):
        tab.evaluate("() => { document.getElementById('newerState').textContent = ''; }")
        bring()
        tab.wait_for_function(
            "() => !['', 'Читаю файл…'].includes(document.getElementById('newerState').textContent)")
        print("lists brought:", tab.inner_text("#newerState").split(".")[0], file=sys.stderr)


def drop(tab: Page, data: bytes) -> None:
    """Let a file fall onto the page."""
    tab.evaluate("""(bytes) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([new Uint8Array(bytes)], "lists.svk"));
        document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    }""", list(data))


def run_honest(playwright: Playwright, chromium: str, page: Path | None, canary: Canary,
               seconds: float = 0) -> Found:
    """The page's whole flow; every request of the browser, its own too, reaches the canary as a proxy.

    Args: page: None for an empty page. seconds: how long to stay afterwards.
    """
    with tempfile.TemporaryDirectory() as work:
        log = Path(work) / "net.json"
        browser = playwright.chromium.launch(executable_path=chromium, args=[
            *SILENT, f"--log-net-log={log}", CAPTURE,
            f"--proxy-server=127.0.0.1:{canary.port}", "--proxy-bypass-list=<-loopback>"])
        canary.take()
        began = time.monotonic()
        tab = browser.new_context(locale="ru-RU", accept_downloads=True).new_page()
        typed: tuple[str, ...] = ()
        if page:
            # A printer would be another machine; everything up to its dialogue is done.
            tab.add_init_script("window.print = () => window.dispatchEvent(new Event('beforeprint'))")
            tab.goto(page.as_uri())
            typed = walk(tab, Path(work))
        tab.wait_for_timeout(seconds * 1000)
        took = time.monotonic() - began
        browser.close()
        text = log.read_text(encoding="utf-8", errors="replace")
    heard = sorted({re.sub(r"\?.*", "", line) for line in canary.take()})
    return {"heard": heard, "seconds": took, **read_netlog(text, (NAME, *typed))}


def read_netlog(text: str, typed: tuple[str, ...]) -> Found:
    """Addresses with a host in a NetLog, and whether a name that was typed stands in it in any spelling."""
    hosts = sorted(set(re.findall(r"(?:https?|wss?)://([\w.:-]+)", text)))
    words = {max(re.findall(r"\w+", name), key=len) for name in typed}
    spellings = [spelt for word in words
                 for spelt in (word, quote(word), json.dumps(word)[1:-1], word.encode("idna").decode())]
    spellings.append("Podosinovikov")
    return {"hosts": hosts, "name": [spelt for spelt in spellings if spelt.lower() in text.lower()]}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("page", type=Path)
    parser.add_argument("--chromium", default=shutil.which("chromium"))
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    document = args.page.read_text(encoding="utf-8")
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', document)
    assert policy is not None
    with tempfile.TemporaryDirectory() as work, sync_playwright() as playwright:
        control, strict = Path(work) / "control.html", Path(work) / "strict.html"
        control.write_text("<!doctype html><meta charset=utf-8><title>x</title><body>x", encoding="utf-8")
        strict.write_text(control.read_text().replace("<title>", META.format(policy[1]) + "<title>"))
        found = measure(playwright, args.chromium, args.page.resolve(), control, strict, Path(work))
    show(found)
    if args.json:
        args.json.write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")
    honest = found["honest"]
    return int(any((found["worker"], found["engine"], *honest.values())))


def measure(
    playwright: Playwright, chromium: str, page: Path, control: Path, strict: Path, work: Path
) -> Found:
    """All runs; the ways that lit in each."""
    canary = Canary()
    snippets = {**EVERYWHERE, **DOCUMENT}
    found: Found = {}
    for run, address in (("control", control), ("shell", strict)):
        log = work / f"{run}.netlog"
        browser = launch(playwright, chromium, log)
        lit = [name for n, (name, code) in enumerate(snippets.items())
               if try_in_document(browser, address.as_uri(), canary, n, code)]
        browser.close()
        names = re.findall(rf'"host":"(?:https?://)?(?:xn--80adxhks\.)?v(\d+)\.{ZONE}',
                           log.read_text(errors="replace"))
        looked_up = {int(number) for number in names}
        found[run] = [name for n, name in enumerate(snippets) if name in lit or n in looked_up]
    inside = {**EVERYWHERE, **WORKER_ONLY}
    browser = launch(playwright, chromium, work / "worker.netlog")
    found["worker control"] = run_worker(browser, control.as_uri(), canary, inside)
    found["worker"] = run_worker(browser, strict.as_uri(), canary, inside)
    found["engine"] = run_engine(browser, page, canary, inside)
    browser.close()
    found["tried"] = {"document": len(snippets), "worker": len(inside)}
    honest = run_honest(playwright, chromium, page, canary, seconds=5)
    empty = run_honest(playwright, chromium, None, canary, seconds=honest["seconds"])
    found["browser's own"] = empty["hosts"]
    found["honest"] = {
        "heard": [line for line in honest["heard"] if line not in empty["heard"]],
        "hosts": [host for host in honest["hosts"] if host not in empty["hosts"]],
        "name": honest["name"],
    }
    return found


def show(found: Found) -> None:
    tried = found["tried"]
    print(f"control, no policy:        {len(found['control'])} of {tried['document']} ways leak")
    print(f"document under the policy: {len(found['shell'])} leak: {', '.join(found['shell'])}")
    print(f"worker, no policy:         {len(found['worker control'])} of {tried['worker']} leak")
    print(f"worker under the policy:   {len(found['worker'])} leak {found['worker'] or ''}")
    print(f"the engine's own worker:   {len(found['engine'])} leak {found['engine'] or ''}")
    honest = found["honest"]
    own = found["browser's own"]
    print(f"the page through its flow: {len(honest['heard'])} requests and {len(honest['hosts'])} hosts in "
          f"the NetLog beyond the {len(own)} that the same browser calls with an empty page; "
          f"name in the NetLog: {'yes' if honest['name'] else 'no'}")


if __name__ == "__main__":
    sys.exit(main())
