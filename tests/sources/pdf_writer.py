"""A ruled table as a PDF, in the layout the ministry printed: thin rules, one text run a line.

The font is named but not embedded and has a ToUnicode map, so text comes out as it went in.
"""

from collections.abc import Sequence

SIZE, LEADING, GLYPH = 6, 8, 0.5  # points, points, width of every glyph in ems
LEFT, TOP = 20.0, 800.0
TO_UNICODE = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfrange <0020> <00FF> <0020> <0400> <04FF> <0400> endbfrange
4 beginbfchar <2116> <2116> <2013> <2013> <00AB> <00AB> <00BB> <00BB> endbfchar
endcmap CMapName currentdict /CMap defineresource pop end end"""


def ruled_pdf(pages: Sequence[Sequence[Sequence[str]]], widths: Sequence[float]) -> bytes:
    """A PDF with one table a page. Cells may hold `\\n`: a line break as printed."""
    streams = [_page([list(row) for row in rows], widths) for rows in pages]
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{6 + 2 * at} 0 R" for at in range(len(streams)))
    objects.append(f"<< /Type /Pages /Count {len(streams)} /Kids [{kids}] >>".encode())
    objects.append(
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Invented /Encoding /Identity-H "
        b"/DescendantFonts [4 0 R] /ToUnicode 5 0 R >>"
    )
    objects.append(
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Invented /DW 500 "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
        b"/FontDescriptor << /Type /FontDescriptor /FontName /Invented /Flags 4 /Ascent 800 "
        b"/Descent -200 /CapHeight 700 /ItalicAngle 0 /StemV 80 /FontBBox [0 -200 500 800] >> >>"
    )
    objects.append(_stream(TO_UNICODE))
    for at, stream in enumerate(streams):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {LEFT * 2 + sum(widths):.0f} 842] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {7 + 2 * at} 0 R >>".encode()
        )
        objects.append(_stream(stream))
    return _assemble(objects)


def wrap(text: str, width: float) -> str:
    """A text broken as Excel breaks it: at blanks, which stay, or inside a word wider than the cell."""
    most = max(1, int((width - 2) / (SIZE * GLYPH)))
    lines, line = [], ""
    for part in text.replace(" ", " \0").split("\0"):
        word = part
        while len(line + word.rstrip()) > most:
            if line:
                lines.append(line)
                line = ""
            else:
                line, word = word[:most], word[most:]
        line += word
    return "\n".join([*lines, line])


def _page(rows: list[list[str]], widths: Sequence[float]) -> bytes:
    out, top = [], TOP
    edges = [LEFT + sum(widths[:at]) for at in range(len(widths) + 1)]
    levels = [top]
    for row in rows:
        cells = [
            wrap(cell, width) if "\n" not in cell else cell for cell, width in zip(row, widths, strict=True)
        ]
        lines = [cell.split("\n") for cell in cells]
        height = max(map(len, lines)) * LEADING + 4
        for at, cell in enumerate(lines):
            for line, text in enumerate(cell):
                if text:
                    code = text.encode("utf-16-be").hex().upper()
                    y = top - LEADING * (line + 1)
                    out.append(f"BT /F1 {SIZE} Tf 1 0 0 1 {edges[at] + 1:.2f} {y:.2f} Tm <{code}> Tj ET")
        top -= height
        levels.append(top)
    out += [f"{edges[0]:.2f} {y - 0.1:.2f} {edges[-1] - edges[0]:.2f} 0.24 re f" for y in levels]
    out += [f"{x - 0.1:.2f} {top:.2f} 0.24 {TOP - top:.2f} re f" for x in edges]
    return "\n".join(out).encode("ascii")


def _stream(data: bytes) -> bytes:
    return f"<< /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def _assemble(objects: list[bytes]) -> bytes:
    out, places = b"%PDF-1.5\n", []
    for number, item in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + item + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    return (
        out
        + (
            f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
            f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
        ).encode()
    )
