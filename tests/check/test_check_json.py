"""The boundary: JSON in, JSON out, refusals included."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invented import AGENTS, CHANGE, LISTINGS, UNDESIRABLE, bundle_bytes
from sverka.bundle import Bundle
from sverka.check import check_json, open_bundle, service

DATA = bundle_bytes()


@pytest.fixture(autouse=True, scope="module")
def _opened() -> Iterator[None]:
    assert "error" not in json.loads(open_bundle(DATA))
    yield
    service._opened.clear()


def ask(op: str, **more: object) -> Any:
    return json.loads(check_json(json.dumps({"op": op, "today": "2026-07-20", "lang": "en"} | more)))


def test_a_listed_person_is_a_match_with_everything_the_list_states() -> None:
    answer = ask("check", subjects=[{"name": "Хвощинский Елизар Прохорович", "birth_year": 1971}])
    [match] = answer["subjects"][0]["matches"]
    assert (match["list"], match["number"], match["name"]) == (AGENTS, "1", LISTINGS[0].entry.official_name)
    assert (match["listed_on"], match["removed_on"], match["gone"]) == ("2023-05-12", None, False)
    assert 0 < match["probability"] <= 1
    assert match["evidence"] and all(line["text"] for line in match["evidence"])
    assert answer["matches"] == [match]


def test_a_region_counts_namesakes_there_and_leaves_the_odds_alone() -> None:
    """The listed person may live anywhere, and the answer says so."""
    name = "Хвощинский Елизар Прохорович"
    [plain] = ask("check", subjects=[{"name": name}])["matches"]
    answer = ask("check", subjects=[{"name": name, "region": "СПб"}])
    [found] = answer["matches"]
    assert (answer["subjects"][0]["region"], answer["subjects"][0]["region_words"]) == ("RU-SPE", "")
    assert found["namesakes_local"]["region"] == "RU-SPE"
    assert found["namesakes_local"]["expected"] <= found["namesakes"]["expected"]
    for key in ("probability", "verdict", "bits", "evidence", "namesakes"):
        assert found[key] == plain[key]
    assert "namesakes_local" not in plain


def test_a_common_name_is_counted_in_the_region_in_words() -> None:
    """Country first, then the region, then that the odds are of the country."""
    [found] = ask("check", subjects=[{"name": "Ломтева К. Ю.", "region": "Москва"}])["matches"]
    assert "live in Moscow" in found["namesakes_words"]
    assert "does not say where the listed person lives" in found["namesakes_words"]


def test_a_region_that_is_none_is_a_note_and_no_refusal() -> None:
    asked = ask("check", subjects=[{"name": "Незнайкин Аристарх", "region": "Атлантида"}])["subjects"][0]
    assert asked["region"] == ""
    assert "not understood" in asked["region_words"]


def test_a_removed_listing_is_shown_as_removed() -> None:
    answer = ask("check", subjects=[{"name": "Ломтева Капитолина Юльевна"}])
    [match] = answer["matches"]
    assert match["removed_on"] == "2024-01-19"
    assert "REMOVED from the list on 19 January 2024" in dict(match["words"])["status"]


def test_a_member_is_found_inside_the_organisation_that_lists_her() -> None:
    [match] = ask("check", subjects=[{"name": "Трубецкая-Зорина Аполлинария Глебовна"}])["matches"]
    assert match["member"] and match["number"] == "3" and match["kind"] == "organisation"


def test_no_match_names_every_list_its_date_and_what_is_not_covered() -> None:
    answer = ask("check", subjects=[{"name": "Незнайкина Аристархия Львовна"}])
    assert answer["matches"] == []
    assert [(x["id"], x["as_of"], x["entries"]) for x in answer["lists"]] == [
        (AGENTS, "2026-07-16", 3), (UNDESIRABLE, "2026-07-16", 1)]
    assert [x["id"] for x in answer["not_covered"]] == ["ru-closed"]
    assert answer["subjects"][0]["opening"] == "Not found in 2 lists as of 16 July 2026."
    assert answer["warnings"] == []


def test_old_lists_are_called_old_and_lists_from_the_future_too() -> None:
    assert len(ask("check", subjects=["Незнайкин"], today="2026-11-23")["warnings"]) == 2
    assert "from the future" in ask("check", subjects=["Незнайкин"], today="2026-01-01")["warnings"][0]


def test_no_answer_in_either_language_speaks_of_safety() -> None:
    for lang, word in (("en", "safe"), ("ru", "безопасн")):
        answer = ask("check", subjects=["Незнайкин"], lang=lang)
        assert word not in json.dumps(answer, ensure_ascii=False)


def test_an_organisation_asked_for_as_a_person_is_found_all_the_same() -> None:
    [match, *_] = ask("check", subjects=["Общество любителей «Синяя репка»"])["matches"]
    assert match["number"] == "3" and match["kind"] == "organisation"


def test_several_subjects_are_answered_in_their_order() -> None:
    answer = ask("check", subjects=["Незнайкин Пётр", {"name": "Синяя репка", "kind": "organisation"}])
    assert "matches" not in answer
    assert [bool(subject["matches"]) for subject in answer["subjects"]] == [False, True]


def test_what_is_cut_at_the_limit_is_counted() -> None:
    asked = {"name": "Синяя репка", "kind": "organisation"}
    [subject] = ask("check", subjects=[asked])["subjects"]
    [cut] = ask("check", subjects=[asked], limit=1)["subjects"]
    assert (len(subject["matches"]), subject["more"], subject["more_words"]) == (2, 0, "")
    assert (len(cut["matches"]), cut["more"]) == (1, 1) and "1 more" in cut["more_words"]
    assert ask("check", subjects=[asked], limit=0)["error"]


def test_show_gives_a_listing_with_its_history() -> None:
    [listing] = ask("show", list=AGENTS, number="1")["listings"]
    assert listing["changes"][0]["before"] == CHANGE.before
    assert ask("show", list=AGENTS, number="77")["listings"] == []
    assert ask("show", list="no-such-list", number="1")["error"]["exit_status"] == 2


@pytest.mark.parametrize(("asked", "total"), [
    ({}, 4), ({"list": AGENTS}, 3), ({"text": "синяя РЕПКА"}, 2), ({"text": "репка turnip"}, 1),
    ({"text": "нет такого"}, 0),
])
def test_browse_finds_what_is_literally_there(asked: dict[str, str], total: int) -> None:
    answer = ask("browse", **asked)
    assert (answer["total"], len(answer["listings"])) == (total, total)


def test_browse_turns_pages() -> None:
    assert [x["number"] for x in ask("browse", start=1, count=2)["listings"]] == ["2", "3"]


@pytest.mark.parametrize("request_", [
    "", "[]", "{", "null", '{"op":"fly"}', '{"op":"check"}', '{"op":"check","subjects":[]}',
    '{"op":"check","subjects":["X"],"today":"soon"}', '{"op":"browse","start":-1}',
    '{"op":"check","subjects":[{"name":"X","shoe":1}],"today":"2026-01-01"}', "[" * 100_000,
    '{"op":"law_questions"}', '{"op":"law_answers","listings":[1]}', '{"op":[]}',
])
def test_a_request_that_makes_no_sense_is_answered_with_a_refusal(request_: str) -> None:
    assert json.loads(check_json(request_))["error"]["problem"]


@given(st.dictionaries(st.sampled_from(["op", "today", "lang", "subjects", "list", "number", "start"]),
                       st.sampled_from(["check", "lists", "show", "browse", "2026-01-01", "ru"])
                       | st.lists(st.text(max_size=5)) | st.integers() | st.none()))
def test_no_request_raises(request_: dict[str, object]) -> None:
    json.loads(check_json(json.dumps(request_)))


def test_a_damaged_bundle_is_refused_and_the_old_one_stays() -> None:
    data = bytearray(DATA)
    data[-1] ^= 1
    assert json.loads(open_bundle(bytes(data)))["error"]["exit_status"] == 3
    assert ask("lists")["lists"]


def test_the_answer_does_not_depend_on_when_the_bundle_was_opened() -> None:
    request = '{"op":"check","today":"2026-07-20","subjects":["Хвощинский Елизар"]}'
    once = check_json(request)
    assert Bundle(DATA).sha256 in once
    open_bundle(DATA)
    assert check_json(request) == once


def test_the_spellings_that_will_be_looked_for_are_shown() -> None:
    assert "Iurii Shchukin" in ask("spellings", name="Юрий Щукин")["spellings"]
    assert ask("spellings", name=7)["error"]
