"""The single file in Firefox: the same answer, and an empty page after the wipe."""

from pathlib import Path

import pytest

from page_firefox import Firefox, find_firefox
from page_steps import LISTED
from sverka.release import page

# One worker of pytest-xdist has them all, so that one page is built and one browser started.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

ANSWER = """
const until = async (found) => { for (let i = 0; i < 800; i++) { if (found()) return true;
    await new Promise((go) => setTimeout(go, 100)); } return false; };
const state = document.getElementById('state');
await until(() => state.dataset.state && state.dataset.state !== 'loading');
document.querySelector('nav [data-go=ask]').click();
document.getElementById('name').value = arguments[0];
document.querySelector('#form button.main').click();
await until(() => document.querySelector('#answer .card'));
return [state.dataset.state, document.getElementById('engine').textContent,
        document.querySelectorAll('#answer .card').length, document.getElementById('answer').textContent];
"""


def test_in_firefox_a_listed_person_is_found_and_one_key_wipes(built: page.Page, tmp_path: Path) -> None:
    binary = find_firefox()
    if not binary:
        pytest.skip("needs firefox-esr")
    with Firefox(tmp_path / "profile", binary) as firefox:
        firefox.open(built.single.as_uri())
        state, said, cards, text = firefox.run(ANSWER.replace("arguments[0]", repr(LISTED)))
        assert (state, cards) == ("ready", 1), said
        assert LISTED in text
        firefox.run("document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape'})); return 1")
        assert firefox.ask("WebDriver:GetCurrentURL")["value"] == "about:blank"
