"""Several processes answer as one does, and leave nothing behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
from itertools import islice
from pathlib import Path

import pytest

from sverka.errors import SverkaError, TrustError, UsageError
from sverka.matching import Index, IndexItem, build_index
from sverka.matching import match_many as one_by_one
from sverka.model import Subject
from sverka.parallel import AHEAD, CHUNK, match_many

LISTED = ("Зорянский Тимур Вадимович", "Лубенцова Инна Павловна", "Шлыкович Ян", "Пирогощин Савелий Глебович")
ITEMS = [IndexItem("person", (name,)) for name in LISTED]
ASKED = ("Zoryanskiy Timur", "Лубенцовой Инне Павловне", "Пирогощин Глеб Савельевич", "Шлыкевич Ян")
# More than the processes are given in advance, and not a whole number of chunks.
SUBJECTS = [Subject((ASKED[i % len(ASKED)],), birth_year=1950 + i % 40) for i in range(2 * AHEAD * CHUNK + 7)]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("index") / "index"
    path.write_bytes(build_index(ITEMS))
    return path


def test_as_one(index: Path) -> None:
    """The same answers in the same order, to the last bit."""
    expected = list(one_by_one(SUBJECTS, Index(index.read_bytes()), limit=2))
    assert list(match_many(SUBJECTS, index, limit=2, workers=2)) == expected
    assert any(len(found) for found in expected)


def test_lazy(index: Path) -> None:
    """No more subjects are taken than the processes need; who stops asking leaves no process behind."""
    taken = 0

    def subjects() -> list[Subject]:
        nonlocal taken
        taken += 1
        return SUBJECTS[0]

    endless = iter(subjects, None)
    answers = match_many(endless, index, workers=1)
    assert len(list(islice(answers, 3))) == 3
    answers.close()
    assert taken == AHEAD * CHUNK
    assert not multiprocessing.active_children()


def test_nobody_asks(index: Path) -> None:
    """No subjects, no answers."""
    assert list(match_many([], index, workers=2)) == []


def test_refusals(index: Path, tmp_path: Path) -> None:
    """What a process refuses arrives whole: both languages, and what to do."""
    with pytest.raises(UsageError) as found:
        list(match_many([Subject(("Зорянский \U000e0fffТ",))], index, workers=1))
    assert found.value.fix.ru.startswith("Наберите")
    with pytest.raises(UsageError):
        list(match_many(SUBJECTS, index, workers=0))
    for data in (b"", b"no index"):
        damaged = tmp_path / "damaged"
        damaged.write_bytes(data)
        with pytest.raises(TrustError):
            list(match_many(SUBJECTS, damaged, workers=1))


def test_process_ended(index: Path) -> None:
    """A process that was ended from outside is an error that says so, not a hang."""
    answers = match_many(SUBJECTS, index, workers=1)
    next(answers)
    for process in multiprocessing.active_children():
        assert process.pid is not None
        os.kill(process.pid, signal.SIGKILL)
    with pytest.raises(SverkaError, match="ended from outside"):
        list(answers)
