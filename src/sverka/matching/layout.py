"""The bytes of an index: named sections of fixed-width numbers, read in place.

    "SVERKAIX" | version u32 | sections u32 | (name 16 bytes, offset u64, length u64) ... | sections

All numbers are little-endian and every section starts on a multiple of 8, so a reader casts
a memoryview and parses nothing: opening an index of any size costs the same.
"""

from __future__ import annotations

import struct
import sys
from array import array
from collections.abc import Iterable, Mapping

from ..errors import Text, TrustError

MAGIC = b"SVERKAIX"
VERSION = 1
_HEAD = struct.Struct("<8sII")
_ROW = struct.Struct("<16sQQ")


def pack(sections: Mapping[str, bytes]) -> bytes:
    """Lay named sections (at most 16 ASCII letters a name) out as one file, in the order given."""
    at = _HEAD.size + _ROW.size * len(sections)
    head = [_HEAD.pack(MAGIC, VERSION, len(sections))]
    body = []
    for name, data in sections.items():
        pad = -at % 8
        body.append(b"\0" * pad + data)
        head.append(_ROW.pack(name.encode("ascii"), at + pad, len(data)))
        at += pad + len(data)
    return b"".join(head + body)


def unpack(data: bytes | memoryview) -> dict[str, memoryview]:
    """The sections of an index, as views into `data`.

    Raises: TrustError if it is not an index, is cut short, or is of a newer version.
    """
    view = memoryview(data).cast("B") if memoryview(data).format != "B" else memoryview(data)
    if len(view) < _HEAD.size:
        raise damaged()
    magic, version, count = _HEAD.unpack_from(view)
    if magic != MAGIC or _HEAD.size + _ROW.size * count > len(view):
        raise damaged()
    if version != VERSION:
        raise TrustError(
            Text(f"The name index has form {version}; this Sverka reads form {VERSION}.",
                 f"Указатель имён имеет форму {version}, эта Сверка читает форму {VERSION}."),
            Text("Update Sverka or take another file of lists.",
                 "Обновите Сверку или возьмите другой файл списков."),
        )
    found = {}
    for i in range(count):
        name, at, length = _ROW.unpack_from(view, _HEAD.size + i * _ROW.size)
        if at + length > len(view):
            raise damaged()
        found[name.rstrip(b"\0").decode("ascii", "replace")] = view[at:at + length]
    return found


class reading:  # noqa: N801 (used as a function; a generator would cost more than what it guards)
    """Turn what a walk over made-up numbers may raise into the refusal it is.

    Digests keep accidents out, but whoever makes a file can give it right digests. Checking every
    number at opening would cost a large index seconds; so they are believed until they mislead.
    """

    __slots__ = ()

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: object) -> None:
        if isinstance(error, (IndexError, ValueError, ZeroDivisionError)):
            raise damaged() from error


def numbers(values: Iterable[int], code: str = "I") -> bytes:
    """Numbers as little-endian bytes; `code` as in `array`: B, H, I or Q."""
    packed = array(code, values)
    if sys.byteorder == "big":
        packed.byteswap()
    return packed.tobytes()


def cast(view: memoryview, code: str = "I") -> memoryview:
    """A section as a sequence of numbers, without a copy (on big-endian machines with one).

    Raises: TrustError if the section is no whole number of items.
    """
    width = struct.calcsize(code)
    if len(view) % width:
        raise damaged()
    if sys.byteorder == "big":
        swapped = array(code, view.tobytes())
        swapped.byteswap()
        return memoryview(swapped)
    return view.cast(code)  # type: ignore[call-overload, no-any-return]


def damaged() -> TrustError:
    return TrustError(
        Text("The name index is damaged.", "Указатель имён повреждён."),
        Text("Take the file of lists from its source again.", "Возьмите файл списков у источника заново."),
    )
