"""Where the official lists are published, and in what way. Sources: the facts file of each list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PORTAL = "https://reestrs.minjust.gov.ru/rest/registry"


@dataclass(frozen=True, slots=True)
class Place:
    """An official address.

    Attributes:
        kind: `file`: one GET; `portal`: `GET {url}/info`, then `POST {url}/values` page by page.
        suffix: of the file name the parser is told.
    """

    url: str
    kind: Literal["file", "portal"]
    suffix: str


PLACES: dict[str, Place] = {
    "ru-foreign-agents": Place(f"{PORTAL}/39b95df9-9a68-6b6d-e1e3-e6388507067e", "portal", "json"),
    "ru-undesirable": Place(f"{PORTAL}/c2d1692e-a9f6-5a79-13ee-5da5b42980df", "portal", "json"),
    "ru-extremist-materials": Place("https://minjust.gov.ru/uploaded/files/exportfsm.csv", "file", "csv"),
    "ru-extremist-organisations": Place("https://minjust.gov.ru/ru/documents/7822/", "file", "html"),
    "ru-terrorist-organisations": Place("http://www.fsb.ru/fsb/npd/terror.htm", "file", "html"),
    "ru-rosfinmonitoring": Place(
        "https://www.fedsfm.ru/documents/terrorists-catalog-portal-act", "file", "html"
    ),
}
"""The Minjust, FSB and Rosfinmonitoring addresses answer only some countries; see --proxy."""


def moved(place: Place, base: str) -> Place:
    """The same place on another host, for a mirror or an imitation."""
    path = place.url.split("://", 1)[1].partition("/")[2]
    return Place(f"{base.rstrip('/')}/{path}", place.kind, place.suffix)
