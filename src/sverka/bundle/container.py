"""The outer form of a bundle: a table of named sections, each under its own digest.

    16 bytes   "sverka-bundle", format version (one byte), CR, LF
     4 bytes   length of the table, little-endian
    32 bytes   SHA-256 of the table
               the table: canonical JSON, a row a section
               the sections, one after another, with nothing between or behind them

A row of the table is `[name, offset, length, size, coding, sha256]`: offset from the end
of the table, length as stored, size as read, coding "raw" or "zlib", digest of the
stored bytes. Every byte of the file is therefore either fixed, or the table's length
(which the end of the file confirms), or under a digest. Signatures and log proofs are
made over the whole file and lie beside it, so the format needs no room for them.
"""

from __future__ import annotations

import hashlib
import json
import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..errors import Text, TrustError

MAGIC = b"sverka-bundle"
VERSION = 1
_HEAD = struct.Struct("<13sBcc I32s")
_ROW_FIELDS = 6
LARGEST_SECTION = 1 << 30
"""Bytes of a section that is read where it lies."""
LARGEST_UNFOLDED = 1 << 26
"""Bytes a pressed section may unfold to: three times what a million listings need in `keys` and
`items`. A larger one is an attack on the reader's memory."""

_GET_AGAIN = Text(
    "Nothing was checked. Get the file again from a place you trust.",
    "Ничего не проверено. Получите файл заново из источника, которому доверяете.",
)


def damaged(detail_en: str, detail_ru: str) -> TrustError:
    """The refusal for a file that is not, byte for byte, what was made."""
    return TrustError(
        Text(f"The file of lists is damaged: {detail_en}.", f"Файл со списками повреждён: {detail_ru}."),
        _GET_AGAIN,
    )


@dataclass(frozen=True, slots=True)
class Section:
    """Where one section lies in the file; see the module for the fields."""

    name: str
    offset: int
    length: int
    size: int
    coding: str
    sha256: str


def pack(sections: Iterable[tuple[str, bytes, bool]]) -> bytes:
    """Lay sections one after another under a table. Same input, same bytes.

    Args:
        sections: name, content, and whether to press it with zlib (it is kept raw
            where that would not make it smaller).
    """
    rows: list[list[object]] = []
    bodies: list[bytes] = []
    offset = 0
    for name, content, press in sections:
        pressed = zlib.compress(content, 9) if press else content
        coding, body = ("zlib", pressed) if press and len(pressed) < len(content) else ("raw", content)
        rows.append([name, offset, len(body), len(content), coding, hashlib.sha256(body).hexdigest()])
        bodies.append(body)
        offset += len(body)
    table = json.dumps(rows, separators=(",", ":")).encode("ascii")
    head = _HEAD.pack(MAGIC, VERSION, b"\r", b"\n", len(table), hashlib.sha256(table).digest())
    return b"".join((head, table, *bodies))


def read_table(data: memoryview) -> Mapping[str, Section]:
    """Read and check the table of a bundle; no section is opened.

    Returns: sections by name, with offsets from the start of the file.
    Raises: TrustError for another kind of file, a newer format, or any damage to the table;
        also for a table that somebody made to be opened but not to be true.
    """
    size = _table_size(data)
    table = bytes(data[_HEAD.size : _HEAD.size + size])
    if hashlib.sha256(table).digest() != bytes(data[_HEAD.size - 32 : _HEAD.size]):
        raise damaged("its table of contents has changed", "изменено его оглавление")
    try:
        sections = [_section(row, _HEAD.size + size) for row in json.loads(table)]
    except (ValueError, TypeError, RecursionError) as error:
        raise damaged("its table of contents makes no sense", "его оглавление не читается") from error
    _check_cover(sections, _HEAD.size + size, len(data))
    return {section.name: section for section in sections}


def _table_size(data: memoryview) -> int:
    if len(data) < _HEAD.size or bytes(data[:13]) != MAGIC:
        raise TrustError(
            Text("This is not a file of lists made by Sverka.", "Это не файл со списками Сверки."), _GET_AGAIN
        )
    _, version, cr, lf, size, _ = _HEAD.unpack_from(data)
    if (cr, lf) != (b"\r", b"\n"):
        raise damaged("it was carried as text, not as a file", "его передали как текст, а не как файл")
    if version != VERSION:
        raise TrustError(
            Text(f"The file of lists has format {version}; this Sverka reads format {VERSION}.",
                 f"Формат файла со списками: {version}; эта Сверка читает формат {VERSION}."),
            Text("Install a newer Sverka.", "Установите более новую Сверку."),
        )
    if size > len(data) - _HEAD.size:
        raise damaged("it is cut short", "он обрезан")
    return int(size)


def _section(row: object, base: int) -> Section:
    if not isinstance(row, list) or len(row) != _ROW_FIELDS:
        raise ValueError("a row of the table has the wrong form")
    name, offset, length, size, coding, sha256 = row
    numbers = (offset, length, size)
    if not all(isinstance(s, str) for s in (name, coding, sha256)) or coding not in ("raw", "zlib"):
        raise ValueError("a word of the table is unknown")
    largest = LARGEST_UNFOLDED if coding == "zlib" else LARGEST_SECTION
    if not all(type(n) is int and n >= 0 for n in numbers) or size > largest:
        raise ValueError("a number of the table is out of range")
    if coding == "raw" and size != length:
        raise ValueError("a section has two lengths")
    return Section(name, base + offset, length, size, coding, sha256)


def _check_cover(sections: list[Section], base: int, total: int) -> None:
    """Every byte behind the table belongs to exactly one section."""
    at = base
    for section in sections:
        if section.offset != at:
            raise damaged("its parts do not join", "его части не сходятся")
        at += section.length
    if len({section.name for section in sections}) != len(sections):
        raise damaged("a part appears twice", "одна из частей повторяется")
    if at > total:
        raise damaged("it is cut short", "он обрезан")
    if at < total:
        raise damaged("something was added at its end", "в конец что-то дописано")


def open_section(data: memoryview, section: Section) -> memoryview:
    """The content of one section, its digest checked first.

    A raw section is returned as a view of `data`, so that a mapped file stays on disk.
    Raises: TrustError if it was changed.
    """
    stored = data[section.offset : section.offset + section.length]
    if hashlib.sha256(stored).hexdigest() != section.sha256:
        raise damaged(f"its part “{section.name}” has changed", f"изменена его часть «{section.name}»")
    if section.coding == "raw":
        return stored
    inflate = zlib.decompressobj()
    try:
        content = inflate.decompress(stored, section.size + 1)
    except zlib.error as error:
        raise damaged(f"its part “{section.name}” cannot be read",
                      f"его часть «{section.name}» не читается") from error
    if len(content) != section.size or not inflate.eof:
        raise damaged(f"its part “{section.name}” has the wrong size",
                      f"у его части «{section.name}» неверный размер")
    return memoryview(content)
