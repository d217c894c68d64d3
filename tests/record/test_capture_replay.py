"""What a replay tool finds in a capture: the page it opens at, and never an answer that was tried again."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from sverka.record.capture import Exchange, Obtained, read_capture, write_capture

AT = "2026-01-16T12:00:00Z"
URL = "https://list.example/rest/registry/x"
JSON = (("Content-Type", "application/json; charset=utf-8"),)


def found(capture: bytes) -> tuple[str, dict[str, dict[str, str]]]:
    """The main page's address, and the index by address."""
    with zipfile.ZipFile(io.BytesIO(capture)) as archive:
        page = json.loads(archive.read("datapackage.json"))["mainPageUrl"]
        lines = archive.read("indexes/index.cdx").decode().splitlines()
    rows = [json.loads(line.split(" ", 2)[2]) for line in lines]
    assert len({row["url"] for row in rows}) == len(rows)
    return page, {row["url"]: row for row in rows}


def test_a_paged_answer_opens_at_the_assembled_whole_and_keeps_each_page_apart() -> None:
    pages = [
        Exchange(f"{URL}/values", b'{"size": 2}', "POST", b'{"offset": %d}' % at, response_headers=JSON)
        for at in (0, 1000)
    ]
    obtained = Obtained(AT, "fetched", url=URL, exchanges=(Exchange(f"{URL}/info", b"{}"), *pages))
    capture = write_capture("xx-test", b'{"pages": []}', obtained)
    page, index = found(capture)
    assert set(index) == {
        URL,
        f"{URL}/info",
        f"{URL}/values?__wb_method=POST&offset=0",
        f"{URL}/values?__wb_method=POST&offset=1000",
    }
    assert (page, index[URL]["mime"]) == (URL, "application/json")
    assert read_capture(capture)[0] == b'{"pages": []}'


def test_an_answer_that_was_tried_again_is_kept_but_not_opened() -> None:
    busy = Exchange(URL, b"<h1>busy</h1>", status=503, reason="Unavailable")
    nothing = Exchange(URL, b"", status=0)
    good = Exchange(URL, b"list", response_headers=(("content-type", "text/csv"),))
    capture = write_capture(
        "xx-test", b"list", Obtained(AT, "fetched", url=URL, exchanges=(busy, nothing, good))
    )
    page, index = found(capture)
    assert list(index) == [page]
    assert (index[URL]["status"], index[URL]["mime"]) == ("200", "text/csv")
    assert read_capture(capture)[0] == b"list"


def test_a_failure_opens_at_the_last_thing_the_site_said() -> None:
    busy = Exchange(URL, b"<h1>busy</h1>", status=503)
    capture = write_capture(
        "xx-test", b"", Obtained(AT, "fetched", url=URL, failure="HTTP 503", exchanges=(busy, busy))
    )
    assert found(capture)[1][URL]["status"] == "503"
    assert read_capture(capture)[1]["failure"] == "HTTP 503"


@pytest.mark.parametrize(
    ("payload", "name", "mime"),
    [
        (b"%PDF-1.5", "reestr.pdf", "application/pdf"),
        (b"PK\x03\x04", "list.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (b' [{"id": 1}]', "list.json", "application/json"),
        (b"\n<!DOCTYPE html>", "list.html", "text/html"),
        (b"#;\xcc\xe0\xf2", "exportfsm.csv", "text/csv"),
        (b"#;\xcc\xe0\xf2", "", "application/octet-stream"),
    ],
)
def test_a_browser_is_told_what_a_handed_over_file_is(payload: bytes, name: str, mime: str) -> None:
    page, index = found(write_capture("xx-test", payload, Obtained(AT, "handed over", name=name)))
    assert index[page]["mime"] == mime


def test_a_paged_answer_of_which_nothing_came_opens_at_what_was_said_instead() -> None:
    captcha = Exchange(f"{URL}/values", b"<h1>Are you a robot?</h1>", "POST", b'{"offset": 0}')
    obtained = Obtained(
        AT, "fetched", url=URL, failure="not JSON", exchanges=(Exchange(f"{URL}/info", b"{}"), captcha)
    )
    page, index = found(write_capture("xx-test", b"", obtained))
    assert page == f"{URL}/values?__wb_method=POST&offset=0"
    assert page in index
