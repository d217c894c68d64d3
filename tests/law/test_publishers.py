"""The publishers of our sources, held against the lists that Sverka itself ships."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

import yaml

from sverka.bundle import Bundle
from sverka.cli._lists import SHIPPED
from sverka.release.rules import read

from .packs import RULES, shipped

KNOWN = yaml.safe_load((RULES / "publishers.yaml").read_text("utf-8"))["publishers"]


@lru_cache(maxsize=1)
def listed_hosts() -> dict[str, str]:
    """Host -> the list that names it, for entries not taken off."""
    found: dict[str, str] = {}
    for listing in Bundle(Path(SHIPPED).read_bytes()).listings:
        if listing.entry.removed_on is None:
            found |= {host.removeprefix("www."): listing.entry.list_id for host in listing.entry.domains}
    return found


def cited_hosts() -> Iterator[str]:
    for source in read(RULES).rules:
        for version in source.value["versions"]:
            for cite in version["cites"]:
                if not cite.get("mirror"):
                    yield (urlsplit(cite["url"]).hostname or "").removeprefix("www.")


def test_every_source_that_a_list_names_is_marked() -> None:
    """A source whose site stands in a list has its row in publishers.yaml."""
    marked = {host for row in KNOWN for host in row["hosts"]}
    assert {host for host in cited_hosts() if host in listed_hosts()} <= marked


def test_every_help_address_that_a_list_names_is_marked() -> None:
    for row in shipped().help:
        assert bool(row.caution) == (row.address in listed_hosts()), row.address
