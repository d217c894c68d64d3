"""The portable part of Sverka, and the little of Python's library it needs, as archives.

Both are deterministic: fixed order, fixed times, the same bytes from the same sources.
"""

from __future__ import annotations

import ast
import io
import zipfile
from pathlib import Path

PORTABLE = ("__init__.py", "errors.py", "model.py", "names", "matching", "law", "bundle", "check")
"""What runs in the browser; the same list as `tool.sverka.portable`, which a test compares."""

# What Pyodide imports while it boots (read off `sys.modules`), packages as a whole.
_BOOT = frozenset((
    "_pyodide", "pyodide", "asyncio", "collections", "compression", "concurrent", "ctypes", "encodings",
    "importlib", "json", "pathlib", "re", "zipfile", "__future__", "_collections_abc", "_colorize",
    "_opcode_metadata", "_py_warnings", "_weakrefset", "abc", "annotationlib", "ast", "base64", "bisect",
    "bz2", "codecs", "codeop", "contextlib", "contextvars", "copy", "copyreg", "dataclasses", "dis", "enum",
    "fnmatch", "functools", "genericpath", "glob", "gzip", "hashlib", "heapq", "inspect", "io", "keyword",
    "linecache", "locale", "lzma", "ntpath", "opcode", "operator", "os", "posixpath", "queue", "random",
    "reprlib", "selectors", "shutil", "signal", "site", "socket", "ssl", "stat", "string", "struct",
    "subprocess", "tarfile", "tempfile", "textwrap", "threading", "token", "tokenize", "traceback", "types",
    "typing", "warnings", "weakref", "zipimport", "_pydatetime", "_strptime", "calendar", "datetime",
    "urllib", "logging", "sysconfig", "_sysconfigdata__emscripten_wasm32-emscripten", "_sitebuiltins",
    "_pyodide_core", "pydoc_data", "secrets", "hmac", "decimal", "_pydecimal", "numbers", "platform",
))
_UNUSED = ("asyncio/windows", "idlelib", "pydoc_data", "ctypes/macholib", "__pycache__")
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)


def portable_files(package: Path) -> dict[str, bytes]:
    """Archive name -> content of every portable module of the package at `package`."""
    files: dict[str, bytes] = {}
    for name in PORTABLE:
        found = package / name
        for path in sorted(found.rglob("*.py")) if found.is_dir() else [found]:
            files["sverka/" + path.relative_to(package).as_posix()] = path.read_bytes()
    return files


def imported_modules(files: dict[str, bytes]) -> set[str]:
    """Top-level names of what the sources import from outside the package."""
    names: set[str] = set()
    for source in files.values():
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Import):
                names.update(alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                names.add(node.module.partition(".")[0])
    return names


def write_zip(files: dict[str, bytes]) -> bytes:
    """A deterministic archive, uncompressed: the page compresses it as a whole."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(name, _FIXED_TIME), files[name])
    return buffer.getvalue()


def strip_library(stdlib: bytes, needed: set[str]) -> dict[str, bytes]:
    """Of Pyodide's `python_stdlib.zip`, what booting and `needed` modules take.

    Measured on 314.0.7: 614 files of 9.6 MB become about 190 of 3.6 MB.
    """
    keep = _BOOT | needed
    with zipfile.ZipFile(io.BytesIO(stdlib)) as archive:
        return {
            name: archive.read(name)
            for name in archive.namelist()
            if name.partition("/")[0].removesuffix(".py") in keep
            and not any(part in name for part in _UNUSED)
        }
