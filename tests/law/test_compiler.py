"""What an author of rules is told, with file and line."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from sverka.release.rules import RuleError, caution_for, compile_pack
from sverka.release.rules_lint import lint

from .packs import RULES, raw, rule, version

TODAY = date(2026, 11, 23)
Make = Callable[..., Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """A folder of invented rules, `ru/r.yaml` and on, from changes to a sound one."""

    def build(*rules: dict[str, Any], **tables: Any) -> Path:
        whole = raw()
        whole["questions"] = [{**row, "scope": "person"} for row in whole["questions"] if row["id"] == "a"]
        whole["statuses"] = [row for row in whole["statuses"] if row["id"] in ("listed", "gave")]
        whole["statuses"][1]["implies"] = ["listed"]
        shutil.copy(RULES / "schema.json", tmp_path)
        for name in ("areas", "questions", "statuses"):
            text = yaml.safe_dump(tables.get(name, whole[name]), allow_unicode=True)
            (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
        (tmp_path / "ru").mkdir(exist_ok=True)
        for each in rules or (sound(),):
            path = tmp_path / "ru" / f"{str(each['id']).partition('.')[2] or 'x'}.yaml"
            path.write_text(yaml.safe_dump(each, sort_keys=False, allow_unicode=True), "utf-8")
        return tmp_path

    return build


CASES = [
    {
        "name": "yes",
        "date": "2026-11-23",
        "statuses": ["listed"],
        "answers": {"a": "yes"},
        "expect": "applies",
    },
    {"name": "?", "date": "2026-11-23", "statuses": ["listed"], "answers": {}, "expect": "cannot_tell"},
]


def sound(**changes: Any) -> dict[str, Any]:
    base = rule("ru.r", {"answer": "a", "is": "yes"}, from_facts=["ru-xx-001"], tests=CASES)
    return base | changes


def complaints(folder: Path) -> list[str]:
    return [str(each) for each in lint(folder, today=TODAY)]


def test_a_sound_pack_has_nothing_to_complain_of(make: Make) -> None:
    assert complaints(make()) == []


def in_version(**changes: Any) -> dict[str, Any]:
    return sound(versions=[version(**changes)])


BILL_EN = "A bill, not law: x"


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        (sound(id="ru.other"), ""),
        (sound(jurisdiction="BY"), "belongs in"),
        (sound(applies_to=["nobody"]), "no such statuses: nobody"),
        (sound(area=["sport"]), "no such areas: sport"),
        (sound(overrides=["ru.none"]), "overrides no rule"),
        (sound(when={"all": [{"answer": "a"}, {"answer": "q"}]}), "no such question or status: q"),
        (sound(when={"answer": "a", "is": "yes", "basis": "ru.none"}), "basis is no rule"),
        (sound(when={"all": [{"answer": "a", "is": "yes"}, {"answer": "a", "is": "no"}]}), "unreachable"),
        (
            sound(when={"any": [{"answer": "a", "is": "yes"}, {"answer": "a", "is": "no"}]}),
            "every answer meets",
        ),
        (sound(tests=[CASES[0], {**CASES[0], "name": "again"}]), "no test that expects cannot_tell"),
        (sound(tests=[{**CASES[0], "expect": "does_not_apply"}, CASES[1]]), "no test expects applies"),
        (sound(tests=[*CASES, {**CASES[0], "answers": {"a": "no"}}]), "gives does_not_apply, not applies"),
        (sound(versions=[version(valid_to="2021-01-01"), version(valid_from="2021-03-01")]), "a gap between"),
        (sound(versions=[version(valid_to="2021-05-01"), version(valid_from="2021-03-01")]), "overlaps"),
        (
            sound(versions=[version(), version(valid_from="2021-03-01")]),
            "only the first start and the last end",
        ),
        (in_version(valid_to="2019-01-01"), "ends before it starts"),
        (in_version(norm_state="superseded"), "has no last day"),
        (in_version(norm_state="bill"), "must begin with"),
        (
            in_version(norm_state="bill", text={"en": BILL_EN, "ru": "Законопроект: х"}),
            "must begin with “Законопроект, не",
        ),
        (in_version(text={"en": "x", "ru": "x"}), "not translated"),
        (in_version(text={"en": "x" * 500, "ru": "ы"}), "longer than"),
        (
            in_version(
                certainty={
                    "level": "full",
                    "last_checked": "2026-11-23",
                    "last_seen_valid_on": None,
                    "conflicts": [],
                    "open_points": [{"en": "x", "ru": "ы"}],
                }
            ),
            "something is open",
        ),
        (
            in_version(
                certainty={
                    "level": "full",
                    "last_checked": "2026-08-24",
                    "last_seen_valid_on": None,
                    "conflicts": [],
                    "open_points": [],
                }
            ),
            "last checked 91 days ago",
        ),
    ],
)
def test_each_slip_is_named_with_its_line(make: Make, broken: dict[str, Any], says: str) -> None:
    found = complaints(make(broken))
    if not says:  # the id and the file agree, so there is nothing to say
        assert found == []
        return
    assert any(says in line for line in found), found
    file, line, _ = found[0].split(":", 2)
    assert file.startswith("ru/") and int(line) >= 1


def test_the_line_is_that_of_the_slip(make: Make) -> None:
    folder = make()
    path = folder / "ru" / "r.yaml"
    lines = path.read_text("utf-8").splitlines()
    place = next(i for i, line in enumerate(lines) if line.startswith("gravity"))
    path.write_text("\n".join([*lines[:place], "gravity: 9", *lines[place + 1 :]]), "utf-8")
    with pytest.raises(RuleError) as refused:
        compile_pack(folder)
    assert [(each.file, each.line) for each in refused.value.complaints] == [("ru/r.yaml", place + 1)]
    assert "gravity" in str(refused.value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: [1", "not YAML"),
        ("", "not YAML"),
        ("id: ru.r\n", "required"),
        ("- 1\n", "not of type 'object'"),
    ],
)
def test_a_file_that_is_no_rule_is_named(make: Make, text: str, says: str) -> None:
    folder = make()
    (folder / "ru" / "bad.yaml").write_text(text, "utf-8")
    with pytest.raises(RuleError) as refused:
        compile_pack(folder)
    assert any(each.file == "ru/bad.yaml" and says in each.problem for each in refused.value.complaints)


def test_dead_questions_and_statuses_are_found(make: Make) -> None:
    whole = raw()
    found = complaints(
        make(questions=whole["questions"][:2], statuses=whole["statuses"][:1] + whole["statuses"][3:])
    )
    assert any("a dead question, no rule asks it: b" in line for line in found)
    assert any("no rule speaks of the status any_person" in line for line in found)


def test_an_answer_word_needs_no_quotes_and_a_day_stays_text(make: Make) -> None:
    folder = make()
    path = folder / "ru" / "r.yaml"
    path.write_text(
        path.read_text("utf-8").replace("'yes'", "yes").replace("'2026-11-23'", "2026-11-23"), "utf-8"
    )
    assert json.loads(compile_pack(folder))["rules"][0]["when"] == {"answer": "a", "is": "yes"}


@pytest.mark.parametrize(
    ("url", "publisher", "mirror", "caution"),
    [
        ("https://www.news.example/a", "News", False, "undesirable"),
        ("https://news.example.org/a", "News", False, ""),
        ("https://x.example/a", "Copy of News", True, "undesirable"),
        ("https://x.example/a", "Other", True, "mirror"),
        ("", "Gazette", False, ""),
    ],
)
def test_a_listed_publisher_is_known_by_host_and_by_name(
    url: str, publisher: str, mirror: bool, caution: str
) -> None:
    known = [{"caution": "undesirable", "hosts": ["news.example"], "names": ["Copy of News"]}]
    assert caution_for({"url": url, "publisher": publisher, "mirror": mirror}, known) == caution


def test_the_address_of_a_listed_publisher_stays_out_of_the_compiled_pack(make: Make) -> None:
    cite = version()["cites"][0] | {"url": "https://news.example/a"}
    folder = make(in_version(cites=[cite]))
    assert "https://news.example/a" in compile_pack(folder)
    rows = [
        {
            "caution": "undesirable",
            "list": "ru-undesirable",
            "since": None,
            "entry": "News",
            "hosts": ["news.example"],
            "names": [],
        }
    ]
    (folder / "publishers.yaml").write_text(
        yaml.safe_dump({"as_of": "2026-07-29", "publishers": rows}), "utf-8"
    )
    compiled = compile_pack(folder)
    assert "news.example" not in compiled and '"caution":"undesirable"' in compiled
