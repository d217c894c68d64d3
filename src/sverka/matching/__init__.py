"""Matching: evidence in bits, namesakes, the index, and what follows from them."""

from .building import IndexItem, build_index
from .bulk import match_many
from .compare import compare, compare_parsed
from .explain import explain
from .index import Index
from .namesakes import namesakes
from .organisations import compare_organisations
from .regions import region, region_of
from .search import match

__all__ = ["Index", "IndexItem", "build_index", "compare", "compare_organisations", "compare_parsed",
           "explain", "match", "match_many", "namesakes", "region", "region_of"]
