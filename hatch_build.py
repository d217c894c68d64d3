"""Build hook: with SVERKA_COMPILE=1 in the environment the wheel brings the compiled kernel.

Without it the wheel is what it always was: pure Python for every machine.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class KernelHook(BuildHookInterface[Any]):
    """Compiles the modules listed under [tool.sverka] `kernel` and adds them beside their sources."""

    def dependencies(self) -> list[str]:
        """What compiling needs; nothing for a pure wheel."""
        return ["mypy>=1.14", "setuptools>=70"] if _wanted() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, unless the install is an editable one, which reads the sources."""
        if not _wanted() or self.target_name != "wheel" or version == "editable":
            return
        sys.path.insert(0, str(Path(self.root) / "tools"))
        from compile_kernel import compiled  # noqa: PLC0415 (only here is it needed)

        self._folder = tempfile.TemporaryDirectory()
        made = compiled(Path(self._folder.name).resolve() / "kernel")
        for path in (*made.rglob("*.so"), *made.rglob("*.pyd")):
            build_data["force_include"][str(path)] = path.relative_to(made).as_posix()
        build_data["pure_python"] = False
        build_data["infer_tag"] = True


def _wanted() -> bool:
    return os.environ.get("SVERKA_COMPILE") == "1"
