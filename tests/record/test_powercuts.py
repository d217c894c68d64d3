"""A sample of evaluation/powercuts.py: nothing committed is lost, and the simulator can catch."""

from __future__ import annotations

import importlib.util
import random
import sys
from pathlib import Path
from types import ModuleType

import pytest

from sverka.record import log as log_module

SCRIPT = Path(__file__).parents[2] / "evaluation" / "powercuts.py"


@pytest.fixture(scope="module")
def cuts() -> ModuleType:
    sys.path.insert(0, str(SCRIPT.parent))  # for the modules beside it
    spec = importlib.util.spec_from_file_location("powercuts", SCRIPT)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["powercuts"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["record", "install", "witness"])
def test_nothing_committed_is_lost_and_nothing_damaged_goes_unnoticed(cuts: ModuleType, name: str) -> None:
    assert cuts.run(name, 60, seed=7) == (0, "")


def test_the_simulator_catches_a_disk_written_without_sync(
    cuts: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log_module, "put", cuts.put_without_sync)
    wrong, _ = cuts.run("record", 20, seed=7)
    assert wrong >= 15


def test_a_log_that_goes_on_from_what_it_remembers_after_the_disk_failed_loses_entries(
    cuts: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """History 307 of seed 3, found by the simulator: a sync fails, the program goes on, the power is cut."""

    def history() -> str:
        trial = cuts.Trial(random.Random("record 3 307"))
        cuts.record_trial(trial)
        return str(trial.wrong)

    assert history() == ""
    monkeypatch.setattr(log_module.Log, "append", cuts.going_on)
    assert history() != ""
