"""Raw bits -> calibrated bits of unlikely names. Written by evaluation/calibration.py; do not edit."""

from __future__ import annotations

KNOTS: tuple[tuple[float, float], ...] = (
    (-50.0, -11.30),
    (-30.0, -5.19),
    (-15.0, -1.79),
    (-7.5, -1.66),
    (-2.5, -1.66),
    (2.0, -1.66),
    (6.0, -0.42),
    (9.5, 7.68),
    (12.5, 9.93),
    (15.5, 15.50),
    (18.5, 18.50),
    (22.0, 22.00),
    (26.0, 26.00),
    (31.0, 31.00),
)
