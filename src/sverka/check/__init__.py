"""The one boundary that the command line and the page share.

`check` answers for one subject with values, `check_json` any request with JSON, in
sentences of either language.
"""

from __future__ import annotations

from .service import check_json, open_bundle
from .standing import Finding, ListState, Standing, check, list_states
from .subjects import read_file, read_json, read_line

__all__ = ["Finding", "ListState", "Standing", "check", "check_json", "list_states", "open_bundle",
           "read_file", "read_json", "read_line"]
