"""The page in a real browser: from the disk, from a host, offline, wiped, damaged, in both languages."""

import base64
import functools
import gzip
import http.server
import json
import re
import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from page_steps import LISTED, STATE, UNLISTED, lists, look_for, sign, wait_ready
from sverka import check
from sverka.release import page

# One worker of pytest-xdist has them all, so that one page is built and one browser started.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def host(built: page.Page) -> Iterator[http.server.ThreadingHTTPServer]:
    handler = functools.partial(_Quiet, directory=str(built.folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def test_from_the_disk_a_listed_person_gets_the_engines_own_answer(shared: Page) -> None:
    look_for(shared, LISTED)
    check.open_bundle(lists())
    request = {"op": "check", "lang": "ru", "subjects": [{"name": LISTED}],
               "today": shared.evaluate("new Date().toLocaleDateString('sv')")}
    said = json.loads(check.check_json(json.dumps(request)))["subjects"][0]
    expect(shared.locator("#answer h1")).to_have_text(said["opening"])
    expect(shared.locator("#answer .card")).to_have_count(len(said["matches"]))
    card = shared.locator("#answer .card").first
    for _, words in said["matches"][0]["stated"]:
        expect(card).to_contain_text(words)
    for line in said["matches"][0]["evidence"]:
        expect(card).to_contain_text(line["text"])
    expect(card).to_contain_text(said["matches"][0]["chance_words"])


def test_no_match_is_never_called_safe_and_says_what_was_not_covered(shared: Page) -> None:
    look_for(shared, UNLISTED)
    expect(shared.locator("#answer .card")).to_have_count(0)
    expect(shared.locator("#answer")).to_contain_text("Не найдено в 2 списках")
    expect(shared.locator("#answer .closed")).to_contain_text("Закрытый реестр")


# Nothing reaches the engine until `letGo()`: on a slow machine it may else be ready before the question.
HELD = """
const post = Worker.prototype.postMessage, held = [];
let open = false;
Worker.prototype.postMessage = function (...args) {
  if (open) post.apply(this, args); else held.push([this, args]);
};
window.letGo = () => { open = true; for (const [worker, args] of held) post.apply(worker, args); };
"""


def test_an_early_question_waits_in_sight_and_is_answered_by_itself(built: page.Page, tab: Page) -> None:
    tab.add_init_script(HELD)
    tab.goto(built.single.as_uri(), wait_until="commit")
    tab.click("nav [data-go=ask]")
    tab.fill("#name", LISTED)
    tab.click("#form button.main")
    expect(tab.locator("#waiting")).to_be_visible()
    tab.evaluate("letGo()")
    expect(tab.locator("#answer .card")).to_have_count(1)


def test_the_language_changes_in_place_and_keeps_what_was_typed(shared: Page) -> None:
    look_for(shared, LISTED)
    shared.click("#lang")
    expect(shared.locator("#answer h1")).to_have_text("1 listing with this name or a similar one:")
    assert shared.evaluate("document.documentElement.lang") == "en"
    shared.click("nav [data-go=ask]")
    expect(shared.locator("#name")).to_have_value(LISTED)
    shown = shared.locator("#page").inner_text()
    shared.click("#lang")
    assert not re.search("[а-яё]", shown.replace("Русский", "").replace(LISTED, "").lower())


def test_spellings_are_shown_while_one_writes(shared: Page) -> None:
    shared.click("nav [data-go=ask]")
    shared.fill("#name", LISTED)
    expect(shared.locator("#spelt")).to_contain_text("Khvoshchinsk")


@pytest.mark.parametrize("way", ["key", "button"])
def test_one_step_wipes_everything_and_leaves_an_empty_page(open_page: Page, way: str) -> None:
    look_for(open_page, LISTED)
    if way == "key":
        open_page.keyboard.press("Escape")
    else:
        open_page.click("#wipe")
    open_page.wait_for_url("about:blank")
    assert open_page.evaluate("document.body.innerText") == ""
    assert open_page.title() == ""
    assert open_page.evaluate("history.length") <= 2
    open_page.go_back()
    assert LISTED not in open_page.content()


def test_a_name_stays_out_of_address_title_history_and_storage(open_page: Page) -> None:
    look_for(open_page, LISTED)
    kept = open_page.evaluate("""async () => JSON.stringify([
        location.href, document.title, history.length, history.state,
        Object.keys(localStorage), Object.keys(sessionStorage), document.cookie, window.name,
        (await indexedDB.databases()).length, performance.getEntries().map((entry) => entry.name)])""")
    assert LISTED.split()[0] not in kept
    assert json.loads(kept)[2:8] == [open_page.evaluate("history.length"), None, [], [], "", ""]
    open_page.reload()
    wait_ready(open_page)
    typed = open_page.evaluate("[...document.querySelectorAll('input,textarea')].map((x) => x.value).join()")
    assert LISTED.split()[0] not in typed


def test_hosted_it_works_again_with_the_server_gone(host: http.server.ThreadingHTTPServer, tab: Page) -> None:
    address = f"http://127.0.0.1:{host.server_port}/"
    tab.goto(address)
    wait_ready(tab)
    tab.evaluate("navigator.serviceWorker.ready.then(() => true)")
    host.shutdown()
    host.server_close()
    tab.goto(address)
    wait_ready(tab)
    look_for(tab, LISTED)
    expect(tab.locator("#answer .card")).to_have_count(1)


def test_damaged_lists_are_refused_with_a_way_out(built: page.Page, tab: Page, tmp_path: Path) -> None:
    damaged = bytearray(lists())
    damaged[len(damaged) // 2] ^= 1
    document = built.single.read_text(encoding="utf-8")
    start = document.index('<script type="text/plain" data-part="bundle"')
    packed = base64.b64encode(gzip.compress(bytes(damaged))).decode()
    part = f'<script type="text/plain" data-part="bundle" data-last>{packed}</script></body></html>'
    copy = tmp_path / "damaged.html"
    copy.write_text(document[:start] + part, encoding="utf-8")
    tab.goto(copy.as_uri())
    tab.wait_for_selector(STATE % "refused")
    expect(tab.locator("#engine")).to_contain_text("Спискам в этой странице нельзя доверять")
    tab.click("nav [data-go=ask]")
    tab.fill("#name", LISTED)
    tab.click("#form button.main")
    expect(tab.locator("#answer")).to_contain_text("Списки не загружены")


def test_a_page_cut_short_says_so(built: page.Page, tab: Page, tmp_path: Path) -> None:
    document = built.single.read_text(encoding="utf-8")
    copy = tmp_path / "short.html"
    copy.write_text(document[: len(document) * 2 // 3], encoding="utf-8")
    tab.goto(copy.as_uri())
    tab.wait_for_selector(STATE % "failed")
    expect(tab.locator("#engine")).to_contain_text("Файл неполный")


def test_newer_lists_take_over_older_or_damaged_ones_do_not(open_page: Page, tmp_path: Path) -> None:
    open_page.click("nav [data-go=lists]")
    newer, older, newest = (lists(date(2026, month, 1)) for month in (10, 2, 11))
    for step, (data, proof, said) in enumerate((
        (newer, sign(newer).proof, "Теперь используются списки от 1 октября 2026"),
        (older, sign(older).proof, "Этот файл старше"),
        (newest, b"", "пришёл без доказательства"),
        (newest, sign(newer).proof, "Этот файл не используется."),
        (newest[:-100], sign(newest).proof, "Этот файл не используется."),
        (b"\xff\xd8\xff" * 50, sign(newest).proof, "Этот файл не используется."),
    )):
        # Each in its own place: a browser will not read a file that was written anew under it.
        place = tmp_path / str(step)
        place.mkdir()
        paths = [place / "lists.svk", *([place / "lists.svk.tlog-proof"] if proof else [])]
        for path, content in zip(paths, (data, proof), strict=False):
            path.write_bytes(content)
        # The page empties the line at once, so that words of the step before are not taken for this one's.
        open_page.set_input_files("#file", paths)
        expect(open_page.locator("#newerState")).to_contain_text(said)
    expect(open_page.locator("#signed")).to_contain_text("Подписанный выпуск")
    expect(open_page.locator("#held")).to_contain_text("1 октября 2026")
    look_for(open_page, LISTED)
    expect(open_page.locator("#answer .card")).to_have_count(1)


def test_lists_that_cannot_be_read_leave_those_in_use(open_page: Page, tmp_path: Path) -> None:
    open_page.click("nav [data-go=lists]")
    chosen = tmp_path / "lists.svk"
    chosen.write_bytes(lists(date(2026, 10, 1)))
    # Held back until the file has changed under the page, as when a stick is taken out.
    open_page.evaluate("""() => {
        const read = File.prototype.arrayBuffer;
        const changed = new Promise((go) => { window.goOn = go; });
        File.prototype.arrayBuffer = function () { return changed.then(() => read.call(this)); };
    }""")
    open_page.set_input_files("#file", chosen)
    chosen.unlink()
    open_page.evaluate("window.goOn()")
    expect(open_page.locator("#newerState")).to_contain_text("Файл не прочитался")
    look_for(open_page, LISTED)
    expect(open_page.locator("#answer .card")).to_have_count(1)


def test_browsing_searching_and_the_history_of_a_listing(shared: Page) -> None:
    shared.click("nav [data-go=lists]")
    shared.fill("#text", "репка")
    shared.click("#search button")
    expect(shared.locator("#found li")).to_have_count(2)
    shared.fill("#text", LISTED.split()[0])
    shared.click("#search button")
    expect(shared.locator("#found li")).to_have_count(1)
    shared.click("#found li button")
    expect(shared.locator("#entry")).to_contain_text("изменено «год рождения»")
    shared.click("#entry >> text=Назад")
    expect(shared.locator("#lists")).to_be_visible()


def test_what_it_means_asks_at_most_eight_questions_and_shows_article_and_source(shared: Page) -> None:
    look_for(shared, LISTED)
    shared.click("#answer .card >> text=что это значит")
    shared.wait_for_selector("#law .question")
    for _ in range(8):
        if shared.locator("#law .question").count() == 0:
            break
        asked = shared.locator("#asking").inner_text()
        shared.click("#law .question button >> text=Не знаю")
        shared.wait_for_function(
            "(asked) => document.querySelector('#asking')?.textContent !== asked", arg=asked)
    expect(shared.locator("#law .question")).to_have_count(0)
    expect(shared.locator("#law .effects").first).to_contain_text("ст.")
    expect(shared.locator("#law")).to_contain_text("Это не юридическая консультация")
    assert shared.locator("#law a").count() == 0


def test_a_tie_to_a_listed_organisation_leads_to_what_the_tie_means(shared: Page) -> None:
    shared.click("nav [data-go=ask]")
    shared.click("#form label:has(input[value=organisation])")
    shared.fill("#name", "Blue Turnip Society")
    shared.click("#form button.main")
    shared.click("#answer .card >> text=Что значит такая запись")
    # Only ties to an organisation of this list are offered: nobody is a listed organisation.
    expect(shared.locator("#law .choices legend")).to_have_text(["Связи с теми, кто в списке"])
    shared.click("#law .choice >> text=вы переводили деньги организации")
    shared.click("#law button.main")
    shared.click("#law button.quiet >> text=Пропустить остальное")
    shared.wait_for_selector("#law .effects")
    expect(shared.locator("#law")).to_contain_text("284.1")
    expect(shared.locator("#law .asked")).to_contain_text("Blue Turnip Society")
    check.open_bundle(lists())
    request = {"op": "law_answers", "lang": "ru", "listings": [{"list": "ru-undesirable", "key": "1"}],
               "statuses": ["donor_to_undesirable_org"], "answers": {},
               "today": shared.evaluate("new Date().toLocaleDateString('sv')")}
    said = json.loads(check.check_json(json.dumps(request)))
    shown = shared.locator("#law").text_content()
    effects = [effect["text"] for group in said["groups"] for effect in group["effects"]]
    assert effects
    assert [text for text in effects if text not in (shown or "")] == []
    shared.click("nav [data-go=ask]")
    shared.click("#form label:has(input[value=person])")


def test_an_old_browser_is_told_so(built: page.Page, tab: Page) -> None:
    tab.add_init_script("delete window.DecompressionStream")
    tab.goto(built.single.as_uri())
    expect(tab.locator("#old")).to_be_visible()
    expect(tab.locator("#page")).to_be_hidden()


def test_the_indicator_says_offline_when_the_browser_does(open_page: Page) -> None:
    expect(open_page.locator("#netTitle")).to_have_text("Теперь можно отключить сеть")
    open_page.context.set_offline(True)
    expect(open_page.locator("#netTitle")).to_have_text("Устройство не подключено к сети")


def test_by_keyboard_alone(open_page: Page) -> None:
    """From the top of the page to an answer without a pointer."""
    open_page.keyboard.press("Tab")
    expect(open_page.locator(".skip")).to_be_focused()
    open_page.locator("#about [data-go=ask]").focus()
    open_page.keyboard.press("Enter")
    expect(open_page.locator("#ask h1")).to_be_focused()
    open_page.locator("#name").focus()
    open_page.keyboard.type(LISTED)
    open_page.keyboard.press("Enter")
    expect(open_page.locator("#answer h1")).to_be_focused()


def test_nothing_is_saved_but_on_request(shared: Page, tmp_path: Path) -> None:
    look_for(shared, LISTED)
    with shared.expect_download() as caught:
        shared.click("#answer >> text=Сохранить текстом")
    assert caught.value.suggested_filename == "note.txt"
    text = Path(caught.value.path()).read_text(encoding="utf-8")
    assert LISTED in text
    assert "Реестр иностранных агентов" in text


def test_every_screen_fits_and_passes_axe(built: page.Page, chromium: Browser) -> None:
    """Pictures of every state stay in artifacts/page; nothing scrolls sideways; axe-core finds nothing."""
    pictures = Path(__file__).parents[2] / "artifacts" / "page"
    pictures.mkdir(parents=True, exist_ok=True)
    axe = (page.web_files() / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    # The checker is a script of its own; the policy it would break is tested elsewhere.
    context = chromium.new_context(locale="ru-RU", bypass_csp=True, reduced_motion="reduce")
    tab = context.new_page()
    tab.goto(built.single.as_uri())
    wait_ready(tab)
    tab.evaluate(axe)
    faults = []

    def look(name: str) -> None:
        for device, width, theme in LOOKS:
            tab.set_viewport_size({"width": width, "height": 800})
            tab.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
            tab.screenshot(path=pictures / f"{name}-{device}-{theme}.png", full_page=True)
            if tab.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                faults.append(f"{name} scrolls sideways on a {device}")
            if (device, theme) in AXED:
                found = tab.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
                faults.extend(f"{name} ({device}): {x['id']} {x['nodes'][0]['target']}" for x in found)

    _walk(tab, look)
    context.close()
    assert faults == []


LOOKS = tuple((device, width, theme) for device, width in (("phone", 360), ("desktop", 1280))
              for theme in ("light", "dark"))
AXED = (("phone", "light"), ("desktop", "dark"))


def _walk(tab: Page, look: Callable[[str], None]) -> None:
    look("1-about")
    tab.click("#about [data-go=ask]")
    tab.fill("#name", LISTED)
    tab.wait_for_selector("#spelt span")
    look("2-question")
    tab.fill("#born", "19")
    tab.click("#form button.main")
    look("2-question-refused")
    tab.fill("#born", "")
    tab.click("#form button.main")
    tab.wait_for_selector("#answer .card")
    look("3-answer")
    tab.click("#answer .card .quiet")
    tab.wait_for_selector("#entry .history")
    look("4-entry")
    tab.click("#entry .go button")
    tab.click("#answer .card .go button >> nth=0")
    tab.wait_for_selector("#law .question")
    look("5-law-question")
    tab.click("#law button.quiet")
    tab.wait_for_selector("#law .effects")
    look("5-law-effects")
    tab.click("nav [data-go=law]")
    tab.wait_for_selector("#law .choices")
    look("5-law-choices")
    tab.click("nav [data-go=lists]")
    tab.click("#held button >> nth=0")
    tab.wait_for_selector("#found li")
    look("6-lists")
    look_for(tab, UNLISTED)
    tab.wait_for_selector("#answer .closed")
    look("3-answer-none")
