"""One page, built once a session, and a browser to look at it with."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from page_steps import lists, sign, wait_ready
from sverka.release import page

CHROMIUM = shutil.which("chromium")
# No service of the browser's own may speak: what is heard is the page.
SILENT = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
          "--disable-sync", "--no-first-run"]
# How long to wait for what must come: long enough for the slowest machine, and lost only where it fails.
PATIENCE_MS = 120_000
expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> page.Page:
    """Both forms of the page, made as `sverka page build` makes them."""
    runtime = page.find_pyodide()
    if not runtime.is_dir() or not shutil.which("node") or not CHROMIUM:
        pytest.skip("needs chromium, node and `npm ci` in web (./run setup)")
    return page.build(lists(), tmp_path_factory.mktemp("page"), runtime, signature=sign(lists()))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if not CHROMIUM:
        pytest.skip("needs chromium (./run setup)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SILENT)
        yield browser
        browser.close()


@pytest.fixture
def tab(chromium: Browser) -> Iterator[Page]:
    """A fresh window whose every complaint on the console fails the test."""
    yield from _window(chromium)


@pytest.fixture
def open_page(built: page.Page, tab: Page) -> Page:
    """The single file, opened afresh from the disk, its engine ready."""
    tab.goto(built.single.as_uri())
    wait_ready(tab)
    return tab


@pytest.fixture(scope="session")
def shared(built: page.Page, chromium: Browser) -> Iterator[Page]:
    """The single file, opened once for all tests that leave it as they found it."""
    for tab in _window(chromium):
        tab.goto(built.single.as_uri())
        wait_ready(tab)
        yield tab


def _window(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(locale="ru-RU", viewport={"width": 1280, "height": 800})
    opened = context.new_page()
    opened.set_default_timeout(PATIENCE_MS)
    complaints: list[str] = []
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    yield opened
    context.close()
    assert complaints == []
