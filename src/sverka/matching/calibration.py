"""Raw bits -> calibrated bits. Written by evaluation/calibration.py --write; do not edit."""

from __future__ import annotations

KNOTS: tuple[tuple[float, float], ...] = (
    (-50.0, -11.32),
    (-30.0, -5.19),
    (-15.0, -0.38),
    (-7.5, 0.65),
    (-2.5, 4.74),
    (2.0, 8.78),
    (6.0, 11.11),
    (9.5, 13.55),
    (12.5, 13.55),
    (15.5, 15.73),
    (18.5, 18.66),
    (22.0, 22.00),
    (26.0, 26.00),
    (31.0, 31.00),
)
