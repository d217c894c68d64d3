"""Sverka: check privately against a state's lists, and keep a verifiable record of them.

Importing this package loads nothing else; see `sverka.check` for the one boundary
that the command line and the page share, and `sverka.matching` for names alone.
"""

__version__ = "0.1.0"
