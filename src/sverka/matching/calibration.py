"""Raw bits -> calibrated bits. Placeholder of the identity until evaluation/calibration.py writes it."""

from __future__ import annotations

KNOTS: tuple[tuple[float, float], ...] = ((-60.0, -60.0), (60.0, 60.0))
