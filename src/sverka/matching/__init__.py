"""Matching: evidence in bits, namesakes, the index, and what follows from them."""

from .compare import compare, compare_parsed
from .explain import explain

__all__ = ["compare", "compare_parsed", "explain"]
