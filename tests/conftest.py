"""Nothing of the portable part may open a file, a socket or a process while the tests run."""

import sys
import tomllib
from pathlib import Path
from types import FrameType

from hypothesis import HealthCheck, settings

# Machines are slow and shared: nothing here is judged by the clock, and a run can be repeated.
settings.register_profile("shared-machine", deadline=None, derandomize=True,
                          suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("shared-machine")

ROOT = Path(__file__).parents[1]
_PORTABLE = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["sverka"]["portable"]
_PATHS = tuple(str(ROOT / "src" / "sverka" / name) for name in _PORTABLE)
_PACKAGE = str(ROOT / "src" / "sverka")
_WATCHED = ("open", "socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork",
            "os.remove", "os.rename", "os.mkdir", "os.truncate", "sqlite3.", "urllib.", "ctypes.dlopen")


def _culprit(frame: FrameType | None) -> str:
    """The portable module nearest to an event; "" if none, or if it was only being imported.

    A full module nearer to it (a tile reader handed to the proof code) acts on its own account.
    """
    while frame is not None:
        name = frame.f_code.co_filename
        if "importlib" in name or "zipimport" in name:
            return ""
        if name.startswith(_PATHS):
            return f"{name}:{frame.f_lineno}"
        if name.startswith(_PACKAGE):
            return ""
        frame = frame.f_back
    return ""


def _watch(event: str, args: tuple[object, ...]) -> None:
    if event.startswith(_WATCHED) and (culprit := _culprit(sys._getframe(1))):
        raise RuntimeError(f"the portable part may not touch the outside: {event} {args!r} from {culprit}")


sys.addaudithook(_watch)
