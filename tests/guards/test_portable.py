"""The portable part keeps to the standard library and touches nothing outside itself."""

import ast
import json
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from invented import bundle_bytes

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "sverka"
PORTABLE = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["sverka"]["portable"]

ALLOWED_IMPORTS = {
    "__future__", "array", "base64", "binascii", "bisect", "calendar", "collections", "contextlib",
    "dataclasses",
    "datetime", "enum", "functools", "hashlib", "heapq", "hmac", "itertools", "json", "math",
    "operator", "re", "struct", "sys", "textwrap", "typing", "types", "unicodedata", "zlib",
}
"""Pure, and present in Pyodide. `sys` is for `byteorder` and `intern`."""
FORBIDDEN_NAMES = {"open", "print", "input", "eval", "exec", "compile", "__import__", "breakpoint", "globals"}
FORBIDDEN_ATTRIBUTES = {"today", "now", "utcnow", "stdin", "stdout", "stderr", "argv", "modules", "path"}


def portable_files() -> Iterator[Path]:
    for name in PORTABLE:
        path = PACKAGE / name
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path]


def faults(tree: ast.AST) -> Iterator[str]:
    """What in a module breaks the rule, a phrase each."""
    for node in ast.walk(tree):
        line = getattr(node, "lineno", 0)
        match node:
            case ast.Import(names=names):
                wrong = [alias.name for alias in names if alias.name.split(".")[0] not in ALLOWED_IMPORTS]
                yield from (f"line {line}: imports {name}" for name in wrong)
            case ast.ImportFrom(level=0, module=module):
                if str(module).split(".")[0] not in ALLOWED_IMPORTS:
                    yield f"line {line}: imports {module}"
            case ast.Name(id=name, ctx=ast.Load()) if name in FORBIDDEN_NAMES:
                yield f"line {line}: uses {name}"
            case ast.Attribute(attr=name, value=ast.Name(id="date" | "datetime" | "sys")) if (
                name in FORBIDDEN_ATTRIBUTES
            ):
                yield f"line {line}: uses .{name}"


@pytest.mark.parametrize("path", list(portable_files()), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_portable_module_imports_and_calls_only_what_is_allowed(path: Path) -> None:
    assert not list(faults(ast.parse(path.read_text())))


@pytest.mark.parametrize("code", [
    "import socket", "from urllib import request", "import sverka.model", "open('x')", "print(1)",
    "from datetime import date\ndate.today()", "import sys\nsys.stdout.write('x')", "__import__('os')",
])
def test_the_guard_can_fail(code: str) -> None:
    assert list(faults(ast.parse(code)))


ALONE = """
import sys
sys.path.insert(0, {zip!r})
from sverka.check import check_json, open_bundle
open_bundle(sys.stdin.buffer.read())
print(check_json({request!r}))
outside = {{"socket", "ssl", "logging", "asyncio", "urllib", "http"}} & set(sys.modules)
assert not outside, outside
"""


def test_the_portable_part_answers_alone_in_a_bare_interpreter(tmp_path: Path) -> None:
    core = tmp_path / "core.zip"
    with zipfile.ZipFile(core, "w") as archive:
        for path in portable_files():
            archive.write(path, Path("sverka") / path.relative_to(PACKAGE))
    request = json.dumps({"op": "check", "today": "2026-07-20", "lang": "ru",
                          "subjects": ["Хвощинский Елизар Прохорович"]})
    run = subprocess.run([sys.executable, "-I", "-S", "-c", ALONE.format(zip=str(core), request=request)],
                         input=bundle_bytes(), capture_output=True, check=False, cwd=tmp_path)
    assert not run.returncode, run.stderr.decode()
    assert json.loads(run.stdout)["matches"][0]["number"] == "1"


WATCHED = """
import io, os, sys
opened = []
def watch(event, args):
    if event == "open":
        opened.append((str(args[0]), str(args[1]), args[2] or 0))
    elif event.split(".")[0] in ("socket", "subprocess", "ssl", "shutil", "tempfile", "http", "urllib"):
        opened.append((event, "", 0))
    elif event in ("os.system", "os.exec", "os.fork", "os.posix_spawn", "os.mkdir", "os.rename", "os.remove",
                   "os.link", "os.symlink", "os.truncate"):
        opened.append((event, "", 0))
sys.addaudithook(watch)
sys.argv = ["sverka", "check", "--bundle", {bundle!r}, "-"]
from sverka.cli import main
status = main()
here = [os.path.dirname(os.__file__), os.path.realpath({package!r}), sys.prefix, sys.base_prefix]
writes = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
for path, mode, flags in opened:
    code = path.endswith((".py", ".pyc", ".so", ".zip")) and any(path.startswith(h) for h in here)
    if not code or any(letter in mode for letter in "wax+") or flags & writes:
        print(path, mode, file=sys.stderr)
sys.exit(status)
"""


def test_check_opens_nothing_but_its_own_code_and_the_lists(tmp_path: Path) -> None:
    """Audit events of the interpreter: every file, socket and process, from start to answer."""
    bundle = tmp_path / "lists.svk"
    bundle.write_bytes(bundle_bytes())
    code = WATCHED.format(bundle=str(bundle), package=str(PACKAGE))
    run = subprocess.run([sys.executable, "-B", "-c", code], input="Хвощинский Елизар Прохорович".encode(),
                         capture_output=True, check=False, cwd=tmp_path,
                         env={"PYTHONPATH": str(ROOT / "src")})
    assert run.returncode == 1, run.stderr.decode()
    assert {line.split(" ")[0] for line in run.stderr.decode().splitlines()} == {str(bundle)}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["lists.svk"]


def test_importing_sverka_loads_nothing_heavy() -> None:
    code = f"import sys; sys.path.insert(0, {str(ROOT / 'src')!r}); import sverka"
    code += "; print([m for m in sys.modules if m.startswith('sverka')])"
    run = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, check=True)
    assert run.stdout.decode().strip() == "['sverka']"
