"""Raw bits -> calibrated bits. Written by evaluation/calibration.py --write; do not edit."""

from __future__ import annotations

KNOTS: tuple[tuple[float, float], ...] = (
    (-50.0, -11.30),
    (-30.0, -4.64),
    (-15.0, -2.31),
    (-7.5, 0.12),
    (-2.5, 2.48),
    (2.0, 6.15),
    (6.0, 9.93),
    (9.5, 13.47),
    (12.5, 14.20),
    (15.5, 16.48),
    (18.5, 18.91),
    (22.0, 22.00),
    (26.0, 26.00),
    (31.0, 31.00),
)
