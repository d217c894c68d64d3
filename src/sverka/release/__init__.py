"""Releases: bundles, keys, signatures, and the page."""
