"""The page's one HTML file: shell in front, engine and lists behind it as text parts.

A browser shows the form as soon as the shell has arrived and decodes the parts while
they still stream. Every script and style is pinned by its hash in the document's own
Content-Security-Policy, so nothing that is not in the file can run.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import html
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

Form = Literal["single", "folder"]

_SHELL = ("texts.js", "engine.js", "view.js", "law.js", "shell.js")
_CHUNK = 3 * 128 * 1024
"""Bytes a chunk before base64: a multiple of 3, so that chunks decode one by one."""


_HOSTED = '<link rel="manifest" href="manifest.webmanifest"><link rel="icon" href="icon.svg">'


def policy(scripts: Sequence[str], style: str, form: Form) -> str:
    """The Content-Security-Policy of a page, for its `meta` element.

    `folder` may also have a manifest and a service worker of its own host; in neither
    form can anything connect anywhere.
    """
    own = " 'self'" if form == "folder" else ""
    directives = [
        "default-src 'none'",
        f"script-src {' '.join(map(_pin, scripts))} 'wasm-unsafe-eval'",
        f"style-src {_pin(style)}",
        f"worker-src blob:{own}",
        *(["manifest-src 'self'", "img-src 'self'"] if form == "folder" else []),
        "connect-src 'none'",
        "form-action 'none'",
        "base-uri 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types sverka",
    ]
    return "; ".join(directives)


def _pin(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def shell_script(web: Path) -> str:
    """The shell's modules as the one inline script."""
    joined = "\n".join((web / name).read_text(encoding="utf-8") for name in _SHELL)
    return f'"use strict";\n(() => {{\n{joined}\n}})();\n'


def press(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Each part as gzip, which browsers unpack themselves; level 9 saves 1 % for four times the time."""
    return {name: gzip.compress(data, 6, mtime=0) for name, data in parts.items()}


def assemble(web: Path, packed: Mapping[str, bytes], facts: Mapping[str, object], form: Form) -> bytes:
    """One HTML document.

    Args:
        packed: from `press`, in the order in which the engine wants the parts.
        facts: what the shell must know before any part has arrived (version, dates, sizes).
    """
    script = shell_script(web)
    guard, style = ((web / name).read_text(encoding="utf-8") for name in ("guard.js", "page.css"))
    total = sum(len(data) for data in packed.values())
    known = json.dumps({**facts, "form": form, "bytes": total}, sort_keys=True, ensure_ascii=False)
    filled = {
        "policy": html.escape(policy((guard, script), style, form)),
        "guard": guard,
        "manifest": _HOSTED if form == "folder" else "",
        "style": style,
        "facts": known.replace("<", "\\u003c"),
        "script": script,
        "parts": "\n".join(_elements(name, data) for name, data in packed.items()),
    }
    document = (web / "index.html").read_text(encoding="utf-8")
    for key, value in filled.items():
        document = document.replace(f"<!--{key}-->", value, 1)
    return document.encode()


def _elements(name: str, packed: bytes) -> str:
    """A part as data blocks, which no browser runs; the last one says so."""
    chunks = [packed[i : i + _CHUNK] for i in range(0, len(packed), _CHUNK)]
    return "\n".join(
        f'<script type="text/plain" data-part="{name}"{" data-last" if i == len(chunks) else ""}>'
        f"{base64.b64encode(chunk).decode()}</script>"
        for i, chunk in enumerate(chunks, 1)
    )
