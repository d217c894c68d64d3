"""Build the page: one HTML file for a USB stick, and the same as a folder for a host.

From the portable part of this package, the pinned npm package `pyodide`, and a bundle.
No part of it comes from the network, and the same input gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .. import __version__
from ..bundle import Bundle
from ..bundle.trust import read_root
from ..bundle.verify import accept
from ..errors import Text, TrustError, UsageError
from .page_core import imported_modules, portable_files, strip_library, write_zip
from .page_html import assemble, press

_PACKAGE = Path(__file__).parents[1]
_RUNTIME = ("pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide.mjs", "python_stdlib.zip", "pyodide-lock.json")
_SNAPSHOT_SECONDS = 300
# The snapshot remembers the time zone and language it was made in: the builder's are nobody's business.
_NOWHERE = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "LANGUAGE": ""}
# Pyodide refuses a worker that can import scripts, because it would import its own; here it is one script.
_NO_IMPORTS = 'self.importScripts = () => { throw new TypeError("nothing is imported here"); };\n'


@dataclass(frozen=True, slots=True)
class Page:
    """What was written, and what it weighs.

    Attributes:
        single: the file for a stick or a mail. folder: for a static host.
        parts: part -> bytes before compression.
    """

    single: Path
    folder: Path
    parts: Mapping[str, int]


def web_files() -> Path:
    """Where the shell's files are: inside an installed package, else in the checkout."""
    installed = _PACKAGE / "web"
    return installed if installed.is_dir() else _PACKAGE.parents[1] / "web"


def find_pyodide() -> Path:
    """Where `npm ci` puts the runtime, in the checkout or in the present folder."""
    places = (web_files() / "node_modules" / "pyodide", Path("node_modules/pyodide"))
    return next((place for place in places if place.is_dir()), places[0])


@dataclass(frozen=True, slots=True)
class Signature:
    """What shows that the lists are genuine: the trusted root and the release's `tlog-proof`."""

    root: bytes
    proof: bytes


def build(
    bundle: bytes, out: Path, pyodide: Path, *, snapshot: bool = True, signature: Signature | None = None
) -> Page:
    """Write both forms of the page into `out`.

    Args:
        bundle: the bytes of a file of lists; opened first, so that a damaged one stops here.
        pyodide: the unpacked npm package, its files checked against `pyodide.sha256`.
        snapshot: put the booted interpreter's memory into the page (needs Node).
        signature: None for unsigned lists; the page then says that they are.
    Raises: TrustError for a damaged or forged bundle or a runtime other than the pinned one,
        UsageError if Node is missing.
    """
    opened = Bundle(bundle)
    opened.verify()
    if signature:
        accept(read_root(signature.root), (), signature.proof, bundle)
    web = web_files()
    runtime = _read_runtime(pyodide, web)
    parts = _parts(runtime, web, pyodide, snapshot=snapshot)
    if signature:
        parts |= {"root": signature.root, "proof": signature.proof}
    parts["bundle"] = bundle
    packed = press(parts)
    newest = max(opened.as_of.values())
    facts = {
        "version": __version__, "asOf": newest.isoformat(), "sha256": opened.sha256,
        "snapshot": snapshot, "signed": signature is not None,
        "runtime": json.loads(runtime["pyodide-lock.json"])["info"],
    }
    single = out / f"sverka-{newest.isoformat()}.html"
    folder = out / "folder"
    folder.mkdir(parents=True, exist_ok=True)
    single.write_bytes(assemble(web, packed, facts, "single"))
    hosted = assemble(web, packed, facts, "folder")
    (folder / "index.html").write_bytes(hosted)
    _write_folder(folder, web, hosted)
    return Page(single, folder, {name: len(data) for name, data in parts.items()})


def _read_runtime(pyodide: Path, web: Path) -> dict[str, bytes]:
    pinned = dict(line.split()[::-1] for line in (web / "pyodide.sha256").read_text().splitlines())
    runtime = {}
    for name in _RUNTIME:
        try:
            runtime[name] = (pyodide / name).read_bytes()
        except OSError as error:
            raise UsageError(
                Text(f"There is no {name} in {pyodide}.", f"В {pyodide} нет файла {name}."),
                Text("Run `npm ci` in the web folder, or name the folder with --pyodide.",
                     "Выполните `npm ci` в папке web или укажите папку ключом --pyodide."),
            ) from error
        if hashlib.sha256(runtime[name]).hexdigest() != pinned[name]:
            raise TrustError(
                Text(f"{name} in {pyodide} is not the pinned one.",
                     f"Файл {name} в {pyodide} не тот, что закреплён."),
                Text("Fetch the locked version again: `npm ci` in the web folder.",
                     "Получите закреплённую версию заново: `npm ci` в папке web."),
            )
    return runtime


def _parts(runtime: dict[str, bytes], web: Path, pyodide: Path, *, snapshot: bool) -> dict[str, bytes]:
    """The engine's parts, in the order in which it can use them."""
    core = portable_files(_PACKAGE)
    core_zip = write_zip(core)
    library = strip_library(runtime["python_stdlib.zip"], imported_modules(core))
    parts = {"worker": _worker(runtime, web), "pyodide.asm.wasm": runtime["pyodide.asm.wasm"]}
    if snapshot:
        parts["snapshot"] = _snapshot(pyodide, core_zip, web)
        # All that is imported is in the snapshot; text encodings are the one thing looked up by name.
        library = {name: data for name, data in library.items() if name.startswith("encodings/")}
    parts["python_stdlib.zip"] = write_zip(library)
    if not snapshot:
        parts["core.zip"] = core_zip
    return parts


def _worker(runtime: dict[str, bytes], web: Path) -> bytes:
    """Pyodide's two modules and the engine's room as one classic script.

    Chromium starts no module worker from a blob of a `file:` page, and a policy that let
    a worker import blobs would let it import anything.
    """
    loader = runtime["pyodide.mjs"].decode()
    loader, exported = re.subn(r"export\{(\w+) as loadPyodide,\w+ as version\};", r"return \1;", loader)
    engine = runtime["pyodide.asm.mjs"].decode()
    engine, default = re.subn(r"export default _createPyodideModule;\s*$", "", engine)
    if (exported, default) != (1, 1):
        raise TrustError("pyodide.mjs does not export what it did; the page's build must be adapted to it.")
    engine = engine.replace("import.meta.url", '"https://embedded.invalid/pyodide.asm.mjs"')
    own = (web / "worker.js").read_text(encoding="utf-8")
    loader = re.sub(r"^//# sourceMappingURL.*$", "", loader, flags=re.MULTILINE)
    return f"{_NO_IMPORTS}{engine}\nconst loadPyodide = (() => {{\n{loader}\n}})();\n{own}".encode()


def _snapshot(pyodide: Path, core_zip: bytes, web: Path) -> bytes:
    node = shutil.which("node")
    if node is None:
        raise UsageError(
            Text("Node is needed to prepare the engine, and it is not installed.",
                 "Чтобы подготовить движок, нужен Node, а он не установлен."),
            Text("Install nodejs, or build with --no-snapshot (the page then starts more slowly).",
                 "Установите nodejs или соберите с --no-snapshot (страница будет запускаться дольше)."),
        )
    with tempfile.TemporaryDirectory() as work:
        core, out = Path(work) / "core.zip", Path(work) / "snapshot"
        core.write_bytes(core_zip)
        command = [node, str(web / "snapshot.mjs"), str(pyodide.resolve()), str(core), str(out)]
        done = subprocess.run(command, env={**os.environ, **_NOWHERE}, capture_output=True, text=True,  # noqa: S603
                              timeout=_SNAPSHOT_SECONDS, check=False)
        if done.returncode or not out.exists():
            raise TrustError(f"The engine could not be prepared:\n{done.stderr[-600:]}")
        return out.read_bytes()


def _write_folder(folder: Path, web: Path, hosted: bytes) -> None:
    """What only the hosted form has: the way to install it and to open it offline."""
    version = hashlib.sha256(hosted).hexdigest()[:16]
    worker = (web / "sw.js").read_text(encoding="utf-8").replace("VERSION", version)
    (folder / "sw.js").write_text(worker, encoding="utf-8")
    for name in ("manifest.webmanifest", "icon.svg"):
        (folder / name).write_bytes((web / name).read_bytes())
