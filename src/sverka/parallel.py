"""Many subjects at once on several processors, for a newsroom's or an archive's own list.

The portable part starts no processes; this room outside it shares out the work of `matching.match_many`.
"""

from __future__ import annotations

import mmap
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from pathlib import Path

from .errors import SverkaError, Text, UsageError
from .matching import Index
from .matching import match_many as one_by_one
from .model import Match, Subject

CHUNK = 250  # subjects sent to a process at a time: about a quarter of a second's work
AHEAD = 2  # chunks a process has waiting, so that it never stands still


def match_many(subjects: Iterable[Subject], index: Path, *, limit: int = 10,
               workers: int | None = None) -> Iterator[list[Match]]:
    """What `matching.match_many` gives, bit for bit and in the same order, by several processes.

    Subjects are taken as answers are asked for, some `CHUNK` x `AHEAD` x `workers` ahead. Names go to the
    processes of this program through pipes; they stand in no argument and no file. A script that calls this
    needs the usual `if __name__ == "__main__":` where Python starts processes anew (macOS, Windows).

    Args:
        index: a file that holds what `build_index` gave; each process maps it, none copies it.
        workers: how many processes; as many as there are processors unless said otherwise.

    Raises: UsageError if `workers` is below 1, or a name holds a letter not known here; TrustError if the
        file is no index; OSError if it cannot be read; SverkaError if a process was ended from outside.
    """
    count = os.cpu_count() or 1 if workers is None else workers
    if count < 1:
        raise UsageError(Text("At least one process is needed.", "Нужен хотя бы один процесс."),
                         Text("Take workers=1 or more.", "Укажите workers=1 или больше."))
    _opened(index)  # refused here, once, rather than by every process
    left = iter(subjects)
    waiting: deque[Future[list[list[Match]]]] = deque()
    pool = ProcessPoolExecutor(count, initializer=_begin, initargs=(index, limit))
    try:
        while True:
            while len(waiting) < AHEAD * count and (chunk := list(islice(left, CHUNK))):
                waiting.append(pool.submit(_answers, chunk))
            if not waiting:
                return
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise _ended() from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _ended() -> SverkaError:
    return SverkaError(
        Text("A process that was matching names was ended from outside, perhaps for want of memory.",
             "Процесс, сверявший имена, был остановлен извне: возможно, не хватило памяти."),
        Text("Run it again with fewer workers.", "Запустите ещё раз с меньшим числом процессов."))


def _opened(index: Path) -> Index:
    with index.open("rb") as file:
        if not os.fstat(file.fileno()).st_size:
            return Index(b"")  # which says what is wrong; an empty file cannot be mapped
        return Index(memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)))


class _Work:
    """What a process has open."""

    index: Index
    limit: int


def _begin(index: Path, limit: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends the program that asked, and it ends these
    _Work.index, _Work.limit = _opened(index), limit


def _answers(subjects: list[Subject]) -> list[list[Match]]:
    return list(one_by_one(subjects, _Work.index, limit=_Work.limit))
