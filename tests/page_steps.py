"""What the browser tests do again and again, and the lists they do it with."""

from datetime import date
from functools import lru_cache
from pathlib import Path

from playwright.sync_api import Page

from bundle.ceremony import Log, root_note
from invented import AGENTS, LISTINGS, UNDESIRABLE, contents
from sverka import bundle
from sverka.release import page
from sverka.release.assemble import build_index, index_items
from sverka.release.rules import compile_pack

ROOT = Path(__file__).parents[1]
LISTED = LISTINGS[0].entry.official_name
UNLISTED = "Подосиновиков Евстафий Елизарович"
STATE = "#state[data-state=%s]"


@lru_cache(maxsize=1)
def _rules() -> bytes:
    return compile_pack(ROOT / "data" / "rules").encode()


def lists(as_of: date = date(2026, 7, 16)) -> bytes:
    """The invented lists with the project's rules."""
    items, positions = index_items(LISTINGS)
    rules = _rules()
    return bundle.write(contents(items=positions, index=build_index(items), rules_json=rules,
                                 as_of={AGENTS: as_of, UNDESIRABLE: as_of}))


def sign(data: bytes, day: str = "2026-07-16") -> page.Signature:
    """An invented release of the lists, logged and witnessed."""
    return page.Signature(root_note(), Log().release(data, day=day))


def wait_ready(tab: Page) -> None:
    """Wait until the engine answers; if it will not, fail at once with what the page says."""
    settled = ",".join(STATE % state for state in ("ready", "failed", "refused"))
    tab.wait_for_selector(settled, state="attached")
    assert tab.get_attribute("#state", "data-state") == "ready", tab.inner_text("#engine")


def look_for(tab: Page, name: str) -> None:
    """Ask for a person and wait for the answer."""
    tab.click("nav [data-go=ask]")
    tab.fill("#name", name)
    tab.click("#form button.main")
    tab.wait_for_selector("#answer:not([hidden]) h1")
    text = tab.inner_text("#answer")
    assert not any(word in text for word in ("Ответить не получилось", "could not be answered")), text
