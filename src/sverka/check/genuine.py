"""Whether a file of lists is signed: the six rules of `bundle.verify`, with JSON answers for the page."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from ..bundle.trust import read_root
from ..bundle.verify import accept
from ..errors import SverkaError


def prove(root: bytes | memoryview, proof: bytes | memoryview, data: bytes | memoryview) -> str:
    """Hold a file against a root that is trusted and the proof that came with the file.

    Returns: JSON with `day` (of the release), `log`, `entries` (of the log), `witnessed`
        (a day, or "" if no witness has signed) and `fingerprint` (of the root); or
        `{"error": {"kind", "problem", "problem_ru", "fix", "fix_ru"}}`.
    """
    try:
        accepted = accept(read_root(bytes(root)), (), bytes(proof), bytes(data))
    except SverkaError as error:
        said = {"kind": type(error).__name__, "problem": error.problem.en, "problem_ru": error.problem.ru,
                "fix": error.fix.en, "fix_ru": error.fix.ru}
        return json.dumps({"error": said}, ensure_ascii=False)
    head = accepted.head
    seen = datetime.fromtimestamp(head.time, UTC).date().isoformat() if head.time else ""
    return json.dumps({
        "day": accepted.release.day, "log": head.checkpoint.origin, "entries": head.checkpoint.size,
        "witnessed": seen, "fingerprint": accepted.root.fingerprint,
    }, ensure_ascii=False)
