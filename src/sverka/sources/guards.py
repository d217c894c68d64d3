"""What a sound file looks like beside its list's bounds and its predecessor."""

from __future__ import annotations

from ..model import Snapshot


def guard(snapshot: Snapshot, previous: Snapshot | None) -> None:
    """Refuse a state that jumps beyond its list's bounds."""
