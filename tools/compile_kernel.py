"""Compile the modules of names and matching: the same source, the same results, in less time.

Usage: python tools/compile_kernel.py [--into build/kernel] [--quick | --check]

Copies the package to FOLDER/sverka and puts beside the modules listed in pyproject.toml under
[tool.sverka] `kernel` what mypyc makes of them. Python takes the compiled module where there is one:

    PYTHONPATH=build/kernel python benchmarks/bulk.py

Nothing is compiled again while the sources stay the same. --quick leaves optimisation out: for tests.
--check compiles nothing and exits with 1 unless there is a kernel of the present sources.
Needs mypy, setuptools and a C compiler. `SVERKA_COMPILE=1 pip install .` builds the same into a wheel
(hatch_build.py).
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "sverka"


def modules() -> list[str]:
    """The modules to compile, as paths from the folder that holds the package."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    found: list[Path] = []
    for name in project["tool"]["sverka"]["kernel"]:
        path = PACKAGE / name
        found += sorted(path.glob("*.py")) if path.is_dir() else [path]
    return ["sverka/" + p.relative_to(PACKAGE).as_posix() for p in found if p.name != "__init__.py"]


def stamp() -> str:
    """A digest of all that the compiled modules depend on."""
    digest = hashlib.sha256(sys.version.encode())
    for path in sorted(PACKAGE.rglob("*.py")):
        digest.update(path.relative_to(PACKAGE).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def compiled(into: Path, *, quick: bool = False) -> Path:
    """The folder with a compiled package, made unless it is there already.

    Raises: CalledProcessError if there is no C compiler, or the modules do not compile.
    """
    mark, wanted = into / "stamp", f"{stamp()} {'quick' if quick else 'whole'}"
    if mark.is_file() and mark.read_text() in (wanted, f"{stamp()} whole"):
        return into
    shutil.rmtree(into, ignore_errors=True)
    shutil.copytree(PACKAGE, into / "sverka", ignore=shutil.ignore_patterns("__pycache__"))
    build(into, quick=quick)
    shutil.rmtree(into / "build", ignore_errors=True)
    mark.write_text(wanted)
    return into


def build(into: Path, *, quick: bool = False) -> None:
    """Run mypyc over the modules of the package in a folder; extension modules appear beside them."""
    # In a process of its own: mypyc names modules after the working directory and exits on an error.
    environment = {**os.environ, "MYPYPATH": "", "PYTHONPATH": ""}
    subprocess.run([sys.executable, "-c", _SETUP, "0" if quick else "3", *modules()], cwd=into, check=True,
                   env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


_SETUP = """
import sys
from mypyc.build import mypycify
from setuptools import setup
level, *modules = sys.argv[1:]
sys.argv = ["setup.py", "build_ext", "--inplace"]
setup(name="sverka-kernel", packages=[], ext_modules=mypycify(["--strict", *modules], opt_level=level))
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=ROOT / "build" / "kernel")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    if args.check:
        mark = args.into / "stamp"
        sys.exit(0 if mark.is_file() and mark.read_text().split()[0] == stamp() else 1)
    try:
        print(compiled(args.into.resolve(), quick=args.quick))
    except subprocess.CalledProcessError as error:
        sys.exit(error.stdout.decode()[-3000:])


if __name__ == "__main__":
    main()
