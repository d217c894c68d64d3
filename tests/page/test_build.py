"""What the page is put together from, without a browser."""

import base64
import gzip
import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import sverka
from invented import bundle_bytes
from page_steps import lists, sign
from sverka.cli import main
from sverka.errors import TrustError, UsageError
from sverka.release import page, page_core, page_html

ROOT = Path(__file__).parents[2]
PACKAGE = Path(sverka.__file__).parent


def test_the_portable_list_is_the_one_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert list(page_core.PORTABLE) == project["tool"]["sverka"]["portable"]


def test_every_file_of_the_shell_is_in_the_wheel() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    shipped = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    present = {path.name for path in (ROOT / "web").iterdir() if path.is_file() and path.name != ".npmrc"}
    assert {Path(name).name for name in shipped} == present


def test_the_core_is_the_same_bytes_each_time_and_holds_no_door_to_the_network() -> None:
    files = page_core.portable_files(PACKAGE)
    first, second = page_core.write_zip(files), page_core.write_zip(dict(reversed(files.items())))
    assert first == second
    names = zipfile.ZipFile(io.BytesIO(first)).namelist()
    assert "sverka/check/service.py" in names
    assert not [name for name in names if "/cli/" in name or "/collect/" in name or "/release/" in name]
    assert not {"socket", "urllib", "http", "ssl", "subprocess"} & page_core.imported_modules(files)


@pytest.mark.parametrize("form", ["single", "folder"])
def test_the_policy_lets_nothing_connect_and_pins_every_script(form: page_html.Form) -> None:
    document = page_html.assemble(page.web_files(), page_html.press({"worker": b"x", "bundle": b"y"}),
                                  {"version": "0"}, form).decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', document)
    assert policy is not None
    directives = dict(part.split(" ", 1) for part in policy[1].replace("&#x27;", "'").split("; "))
    assert directives["default-src"] == directives["connect-src"] == "'none'"
    assert directives["form-action"] == directives["base-uri"] == "'none'"
    assert "unsafe-inline" not in policy[1]
    scripts = re.findall(r"<script>(.*?)</script>", document, re.DOTALL)
    assert len(scripts) == 2
    for script in scripts:
        assert page_html._pin(script) in directives["script-src"]
    assert not re.search(r'(?:src|href|action)="(?!#main|manifest|icon)', document)


def test_each_part_comes_back_from_its_chunks() -> None:
    data = bytes(range(256)) * 5000
    packed = page_html.press({"p": data})
    elements = page_html._elements("p", packed["p"]) + page_html._elements("q", packed["p"] * 300)
    chunks = re.findall(r'data-part="p"( data-last)?>([^<]+)<', elements)
    assert chunks[-1][0]
    assert gzip.decompress(b"".join(base64.b64decode(text) for _, text in chunks)) == data
    assert len(re.findall(r'data-part="q"', elements)) > 1


def test_the_prepared_memory_is_the_same_wherever_it_is_made(tmp_path: Path) -> None:
    runtime = page.find_pyodide()
    if not runtime.is_dir() or not shutil.which("node"):
        pytest.skip("needs node and `npm ci` in web (./run setup)")
    elsewhere = tmp_path / "quite" / "elsewhere"
    elsewhere.mkdir(parents=True)
    for name in ("snapshot.mjs", "warm.py"):
        shutil.copy(page.web_files() / name, elsewhere)
    core = page_core.write_zip(page_core.portable_files(PACKAGE))
    assert page._snapshot(runtime, core, page.web_files()) == page._snapshot(runtime, core, elsewhere)


@pytest.mark.xdist_group("browser")  # where the first of the two pages is built
def test_built_again_elsewhere_both_forms_are_the_same_bytes(built: page.Page, tmp_path: Path) -> None:
    signed = sign(lists())
    for name, data in (("x.svk", lists()), ("x.svk.tlog-proof", signed.proof), ("root.note", signed.root)):
        (tmp_path / name).write_bytes(data)
    command = [sys.executable, "-m", "sverka", "page", "build", "--bundle", "x.svk", "--root", "root.note",
               "--pyodide", str(page.find_pyodide().resolve()), "--out", "again"]
    # Another process with another order of sets, another folder, time zone and language.
    other = {"PYTHONPATH": str(PACKAGE.parent), "PYTHONHASHSEED": "7", "TZ": "Asia/Vladivostok",
             "LC_ALL": "ru_RU.UTF-8"}
    subprocess.run(command, cwd=tmp_path, env={**os.environ, **other}, check=True)
    for first in (built.single, *built.folder.iterdir()):
        again = tmp_path / "again" / first.relative_to(built.single.parent)
        same = hashlib.sha256(again.read_bytes()).digest() == hashlib.sha256(first.read_bytes()).digest()
        assert same, first.name


def test_another_runtime_than_the_pinned_one_is_refused(tmp_path: Path) -> None:
    for name in page._RUNTIME:
        (tmp_path / name).write_bytes(b"something else")
    with pytest.raises(TrustError, match="not the pinned one"):
        page.build(bundle_bytes(), tmp_path / "out", tmp_path)


def test_a_missing_runtime_says_where_it_comes_from(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        page.build(bundle_bytes(), tmp_path / "out", tmp_path)
    assert "npm ci" in caught.value.say("ru")


def test_a_damaged_bundle_is_never_built_into_a_page(tmp_path: Path) -> None:
    damaged = bytearray(bundle_bytes())
    damaged[len(damaged) // 2] ^= 1
    with pytest.raises(TrustError):
        page.build(bytes(damaged), tmp_path / "out", tmp_path)


@pytest.mark.parametrize(("lang", "words"), [("en", "Nothing is fetched."), ("ru", "Из сети")])
def test_the_help_page(lang: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["page", "--help", "--lang", lang]) == 0
    assert words in capsys.readouterr().out
