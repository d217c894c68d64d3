"""The one file a device needs for checking offline: listings, index, facts, rules.

>>> from datetime import date
>>> data = write(Contents((), (), b"", (), (), {}, ()))
>>> len(Bundle(data).listings), len(Bundle(data).sha256)
(0, 64)
"""

from __future__ import annotations

from .contents import MEMBER, Contents, SnapshotFacts, write
from .reader import Bundle, Listings

__all__ = ["MEMBER", "Bundle", "Contents", "Listings", "SnapshotFacts", "write"]
