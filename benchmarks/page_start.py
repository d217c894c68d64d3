"""What the page weighs and how long it takes to answer, beside a plain page in the manner of its peer.

    python benchmarks/page_start.py PAGE.html [--runs 5] [--chromium /usr/bin/chromium]

PAGE.html is the single file of `sverka page build`. Each run is a fresh browser with a
fresh profile ("cold") and a second load in it ("warm"). Slow devices are imitated twice:
Chromium's own CPU throttling at 4x, which slows the document but not its workers, and the
whole page process stopped for three quarters of the time, which slows everything.

The peer is the approach of list sites such as it-beard/elist: all names as JSON in the page,
search in plain JavaScript with transliteration and an edit distance; no calibration, no
namesakes, no law. Medians are printed; the peer's page is made here from the same lists.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import re
import shutil
import signal
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from sverka.bundle import Bundle
from sverka.cli._lists import SHIPPED

SILENT = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
NAME = "Подосиновиков Евстафий Елизарович"
STRETCH_MS = 40  # one beat of the imitated slow device

PEER = """<!doctype html><html lang="ru"><meta charset="utf-8"><title>x</title>
<input id="name"><button>Найти</button><ol id="found"></ol>
<script type="application/json" id="data">%s</script><script>
const table = Object.fromEntries([...'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'].map((c, i) => [c,
  'a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch  y  e iu ia'.split(' ')[i] || '']));
const plain = (text) => [...text.toLowerCase()].map((c) => table[c] ?? c).join('').replace(/[^a-z0-9 ]/g, '');
const data = JSON.parse(document.getElementById('data').textContent);
const entries = data.map((entry) => [entry, plain(entry[0])]);
function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]));
    }
    row = next;
  }
  return row[b.length];
}
document.querySelector('button').onclick = () => {
  const asked = plain(document.getElementById('name').value);
  let found = entries.filter(([, name]) => asked.split(' ').every((word) => name.includes(word)));
  if (!found.length) found = entries.filter(([, name]) => distance(asked, name) <= 3);
  const lines = found.map(([entry]) => `<li>${entry.join(' ')}`);
  document.getElementById('found').innerHTML = lines.join('') || '<li>-';
};
</script></html>"""


def make_peer(path: Path) -> None:
    """The same lists as JSON with a plain search."""
    entries = [listing.entry for listing in Bundle(SHIPPED.read_bytes()).listings]
    rows = [[entry.official_name, entry.list_id, entry.number, str(entry.listed_on)] for entry in entries]
    path.write_text(PEER % json.dumps(rows, ensure_ascii=False).replace("<", "\\u003c"), encoding="utf-8")


def ask_page(tab: Page) -> dict[str, float]:
    """Seconds from the beginning of navigation to the form, to the engine, to an answer asked at once."""
    tab.wait_for_selector("#about h1")
    form = painted(tab)
    tab.click("nav [data-go=ask]")
    tab.fill("#name", NAME)
    tab.click("#form button.main")
    tab.wait_for_selector("#answer:not([hidden]) h1", timeout=240_000)
    return {"form": form, "first answer": since(tab)}


def ask_peer(tab: Page) -> dict[str, float]:
    """The same for the peer."""
    tab.wait_for_selector("#name")
    form = painted(tab)
    tab.fill("#name", NAME)
    tab.click("button")
    tab.wait_for_selector("#found li")
    return {"form": form, "first answer": since(tab)}


def painted(tab: Page) -> float:
    """Seconds to the first painting of anything: of both pages, the one with the form."""
    tab.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
    return float(tab.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")) / 1000


def since(tab: Page) -> float:
    return float(tab.evaluate("performance.now()")) / 1000


def renderers(browser_pid: int) -> list[int]:
    """Processes of pages below the browser."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                line = (entry / "cmdline").read_bytes()
                if b"--type=renderer" in line and below(int(entry.name), browser_pid):
                    found.append(int(entry.name))
    return found


def below(pid: int, ancestor: int) -> bool:
    while pid > 1:
        if pid == ancestor:
            return True
        pid = int(re.search(r"PPid:\s*(\d+)", Path(f"/proc/{pid}/status").read_text())[1])  # type: ignore[index]
    return False


@contextlib.contextmanager
def slowed(pid: int) -> Iterator[None]:
    """Pages of the browser stopped for three quarters of every beat: a device of a quarter of the speed."""
    done = threading.Event()

    def beat() -> None:
        while not done.is_set():
            stopped = renderers(pid)
            for number in stopped:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(number, signal.SIGSTOP)
            time.sleep(STRETCH_MS * 0.75 / 1000)
            for number in stopped:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(number, signal.SIGCONT)
            time.sleep(STRETCH_MS * 0.25 / 1000)

    thread = threading.Thread(target=beat)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def memory(browser_pid: int) -> float:
    """Proportional memory of the page's processes in MB."""
    total = 0
    for pid in renderers(browser_pid):
        with contextlib.suppress(OSError):
            text = Path(f"/proc/{pid}/smaps_rollup").read_text()
            total += int(re.search(r"^Pss:\s+(\d+)", text, re.MULTILINE)[1])  # type: ignore[index]
    return total / 1024


def pid_of(browser: Browser) -> int:
    """The browser's own process, as it says itself."""
    session = browser.new_browser_cdp_session()
    rows = session.send("SystemInfo.getProcessInfo")["processInfo"]
    return int(next(row["id"] for row in rows if row["type"] == "browser"))


Ask = Callable[[Page], dict[str, float]]


def run(path: Path, ask: Ask, chromium: str, way: str) -> dict[str, float]:
    """One fresh browser: the times of one load, and in the plain way of a second, ten answers and memory."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=SILENT)
        pid = pid_of(browser)
        context = browser.new_context(locale="ru-RU")
        tab = context.new_page()
        if way == "CPU 4x (document)":
            context.new_cdp_session(tab).send("Emulation.setCPUThrottlingRate", {"rate": 4})
        with slowed(pid) if way == "CPU 1/4 (all)" else contextlib.nullcontext():
            tab.goto(path.as_uri(), wait_until="commit")
            times = ask(tab)
        if way == "cold":
            times["memory MB"] = memory(pid)
            if ask is ask_page:
                times["an answer"] = answers(tab)
            tab.goto("about:blank")
            tab.goto(path.as_uri(), wait_until="commit")
            times["warm first answer"] = ask(tab)["first answer"]
        browser.close()
    return times


def answers(tab: Page) -> float:
    """Median seconds of twenty checks, asked of the engine through the page's own worker."""
    engine = tab.workers[0]
    return float(engine.evaluate("""(name) => { const times = []; for (let i = 0; i < 20; i++) {
        const request = { op: "check", today: "2026-11-23", lang: "ru", subjects: [{ name }] };
        const began = performance.now();
        check.check_json(JSON.stringify(request));
        times.push(performance.now() - began); }
        return times.sort((a, b) => a - b)[10] / 1000; }""", NAME))


def main() -> None:
    parser = argparse.ArgumentParser(description="Weigh and time the page.")
    parser.add_argument("page", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--chromium", default=shutil.which("chromium"))
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        peer = Path(work) / "peer.html"
        make_peer(peer)
        for title, path, ask in (("page", args.page.resolve(), ask_page), ("peer", peer, ask_peer)):
            print(f"{title}: {path.stat().st_size / 1e6:.2f} MB")
            for way in ("cold", "CPU 4x (document)", "CPU 1/4 (all)"):
                times = [run(path, ask, args.chromium, way) for _ in range(args.runs)]
                line = [f"{key} {statistics.median(t[key] for t in times):.3f}" for key in times[0]]
                print(f"  {way}, median of {args.runs}: " + ", ".join(line), flush=True)


if __name__ == "__main__":
    main()
