"""The record: every state of every list, kept so that it can be proved years later."""

from .changes import diff, fold, in_order

__all__ = ["diff", "fold", "in_order"]
