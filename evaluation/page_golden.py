"""Does the page answer exactly as CPython does, byte for byte?

    python evaluation/page_golden.py PAGE.html [--most N] [--chromium /usr/bin/chromium]

PAGE.html is the single file of `sverka page build` with the shipped lists. The golden
subjects of tools/golden.py (2,000 invented, and every tenth listing) go in requests of a
hundred to this interpreter and to the engine of the page; then spellings, pages of the
lists, histories and the law. Any byte that differs is shown. Exit status 1 if one does.
"""

from __future__ import annotations

import argparse
import json
import platform
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

from sverka.bundle import Bundle
from sverka.check import check_json, open_bundle
from sverka.cli._lists import SHIPPED

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))
from golden import TODAY, requests

SILENT = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


def others(bundle: Bundle) -> Iterator[str]:
    """Every other operation, in both languages."""
    listings = bundle.listings[::40]
    asked: list[dict[str, object]] = [{"op": "lists"}]
    asked += [{"op": "browse", "text": text, "start": 0, "count": 200} for text in ("", "фонд", "ё")]
    for listing in listings:
        row = {"list": listing.entry.list_id, "key": listing.key}
        asked.append({"op": "show", "list": row["list"], "number": row["key"]})
        asked.append({"op": "spellings", "name": listing.entry.names[0].text[:60], "count": 12})
        asked.append({"op": "law_questions", "listings": [row], "answers": {}})
        asked.append({"op": "law_answers", "listings": [row], "answers": {}})
    for lang in ("en", "ru"):
        said = {"today": TODAY, "lang": lang}
        yield from (json.dumps(request | said, ensure_ascii=False) for request in asked)


def main() -> int:
    parser = argparse.ArgumentParser(description="Compare the page's answers with CPython's.")
    parser.add_argument("page", type=Path)
    parser.add_argument("--most", type=int, default=1 << 30, help="so many requests of a hundred subjects")
    parser.add_argument("--chromium", default=shutil.which("chromium"))
    args = parser.parse_args()
    data = SHIPPED.read_bytes()
    bundle = Bundle(data)
    open_bundle(data)
    checks = [request for request, _ in zip(requests(bundle), range(args.most), strict=False)]
    rest = list(others(bundle))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=args.chromium, args=SILENT)
        tab = browser.new_page()
        tab.goto(args.page.resolve().as_uri())
        tab.wait_for_selector("#state[data-state=ready]", state="attached", timeout=60_000)
        engine = tab.workers[0]
        version = engine.evaluate("python.version")
        different, here, there = 0, 0.0, 0.0
        for request in (*checks, *rest):
            began = time.perf_counter()
            mine = check_json(request)
            between = time.perf_counter()
            its = engine.evaluate("(request) => check.check_json(request)", request)
            here, there = here + between - began, there + time.perf_counter() - between
            if mine != its:
                different += 1
                show(request, mine, its)
        browser.close()
    subjects = sum(len(json.loads(request)["subjects"]) for request in checks)
    print(f"{subjects} subjects in {len(checks)} requests, {len(rest)} other requests: {different} differ. "
          f"CPython {platform.python_version()} {here:.1f} s, page (Pyodide {version}) {there:.1f} s")
    return int(different > 0)


def show(request: str, mine: str, its: str) -> None:
    """Where two answers part."""
    pairs = enumerate(zip(mine, its, strict=False))
    at = next((i for i, (a, b) in pairs if a != b), min(len(mine), len(its)))
    print(f"differs at {at}: {json.loads(request)['op']}\n  CPython {mine[max(0, at - 80):at + 80]}\n"
          f"  page    {its[max(0, at - 80):at + 80]}")


if __name__ == "__main__":
    sys.exit(main())
