"""Raw bits -> calibrated bits of unlikely names. Written by evaluation/calibration.py; do not edit."""

from __future__ import annotations

KNOTS: tuple[tuple[float, float], ...] = (
    (-50.0, -11.30),
    (-30.0, -4.66),
    (-15.0, -1.63),
    (-7.5, -1.52),
    (-2.5, -1.52),
    (2.0, -1.52),
    (6.0, -1.52),
    (9.5, 9.50),
    (12.5, 11.09),
    (15.5, 15.50),
    (18.5, 18.50),
    (22.0, 22.00),
    (26.0, 26.00),
    (31.0, 31.00),
)
