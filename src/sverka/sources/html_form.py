"""HTML pages, read as text blocks, tables and lists; a page cut short is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .cells import fold
from .refusal import AGAIN, quoted, refused
from .table import check_length

# Elements whose end tag the pages write, counted to see whether the end of the page is there.
_PAIRED = ("html", "body", "table", "ol", "ul", "tr", "p", "li")
_NOT_TEXT = re.compile(r"<(script|style|template)\b.*?</\1\s*>|<!--.*?-->", re.DOTALL)
_BLOCKS = frozenset({
    "p", "li", "div", "h1", "h2", "h3", "h4", "td", "th", "tr", "table", "ol", "ul", "section", "article",
    "body", "blockquote", "tbody", "thead", "main",
})
_CHALLENGE = re.compile(
    r"captcha|каптч|капч|access denied|доступ (?:к .{0,40})?(?:запрещ|ограничен|заблокирован)"
    r"|just a moment|cloudflare|ошибка \d{3}|error \d{3}|(?:404|403|502|503) ", re.IGNORECASE)
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)


def read_html(data: bytes) -> Any:
    """The parsed page. Raises: SourceError when it is cut, an error page, or badly encoded."""
    import lxml.etree  # noqa: PLC0415 (comes with an extra)
    import lxml.html  # noqa: PLC0415

    text = _decode(data)
    _check_ended(text)
    try:
        parser = lxml.html.HTMLParser(no_network=True, huge_tree=False)
        page: Any = lxml.html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text), parser=parser)
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        raise refused("The page cannot be read as HTML.",
                      "Страницу нельзя прочесть как HTML.", AGAIN) from None
    title = fold(page.findtext(".//title") or "") + " " + fold(page.findtext(".//h1") or "")
    if _CHALLENGE.search(title):
        raise refused(f"This is an error or a challenge page (“{quoted(title)}”).",
                      f"Это страница ошибки или проверки («{quoted(title)}»).", AGAIN)
    for element in page.xpath("//script|//style|//noscript|//template"):
        if element.getparent() is not None:
            element.drop_tree()
    return page


def block_text(element: Any) -> str:
    """All text of an element, with `<br>` as a line end and blanks folded within lines."""
    parts: list[str] = []
    _collect(element, parts)
    lines = [line for line in map(fold, "".join(parts).split("\n")) if line]
    for line in lines:
        check_length(line, element.tag)
    return "\n".join(lines)


def leaves(page: Any) -> Iterator[Any]:
    """Paragraphs and list items that hold no other such block, in document order."""
    for element in page.iter("p", "li"):
        alone = not any(inner is not element for inner in element.iter("p", "li"))
        if alone or (element.tag == "li" and own_text(element)):
            yield element


def own_text(element: Any) -> str:
    """The text of an element before its first inner block."""
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag in _BLOCKS:
            break
        parts.append(block_text(child) if isinstance(child.tag, str) else "")
        parts.append(child.tail or "")
    return fold(" ".join(parts))


def table_rows(table: Any) -> list[list[str]]:
    """The cells of a table row by row, nested tables left out."""
    rows = [[fold(block_text(cell)) for cell in row if cell.tag in ("td", "th")]
            for row in table.iter("tr") if next(row.iterancestors("table")) is table]
    return [row for row in rows if any(row)]


def _collect(element: Any, parts: list[str]) -> None:
    # Walks with a stack, because a hostile page nests deeper than Python recurses.
    stack: list[tuple[Any, bool]] = [(element, True)]
    while stack:
        node, opening = stack.pop()
        if not opening:
            if node.tag in _BLOCKS:
                parts.append("\n")
            if node is not element:
                parts.append(node.tail or "")
            continue
        if not isinstance(node.tag, str):  # a comment
            parts.append(node.tail or "")
            continue
        if node.tag == "br" or node.tag in _BLOCKS:
            parts.append("\n")
        parts.append(re.sub(r"\s+", " ", node.text or ""))
        stack.append((node, False))
        stack += [(child, True) for child in reversed(node)]


def _decode(data: bytes) -> str:
    declared = _CHARSET.search(data[:4096])
    names = ["utf-8-sig", "cp1251"]
    if declared and declared[1].lower() in (b"windows-1251", b"cp1251"):
        names.reverse()
    for name in names:
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    raise refused("The page is neither UTF-8 nor windows-1251.",
                  "Страница не в UTF-8 и не в windows-1251.", AGAIN)


def _check_ended(text: str) -> None:
    low = _NOT_TEXT.sub("", text.lower())
    for tag in _PAIRED:
        opened, closed = len(re.findall(rf"<{tag}[\s>/]", low)), low.count(f"</{tag}>")
        # Pages that leave out optional end tags leave out all of them.
        if opened > closed and (closed or tag in ("html", "table", "ol", "ul")):
            raise refused(f"<{tag}> is opened {opened} times and closed {closed} times: cut short?",
                          f"<{tag}> открыт {opened} раз, а закрыт {closed}: файл обрезан?", AGAIN)
    if low.rfind("<") > low.rfind(">"):
        raise refused("The page ends within a tag: cut short?", "Страница обрывается внутри тега.", AGAIN)
