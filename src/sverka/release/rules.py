"""Read the rules as their authors write them, check them, and compile them for the bundle.

A pack is a folder: `schema.json`, `areas.yaml`, `questions*.yaml`, `statuses.yaml`,
`publishers.yaml`, `publisher-names.yaml`, `help.yaml`, and one rule a file in `ru/`, `by/`, ...
Every complaint names file and line. The compiled JSON holds no address of a publisher who
stands on a list of undesirable or extremist organisations, and none of a mirror.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jsonschema
import yaml

from ..errors import SverkaError, Text
from ..law.pack import SCHEMA
from ..model import ClosedList
from ..sources import closed_lists

Json = dict[str, Any]

# A copy of a blocked site is not an address to hand out: it changes hands without notice.
_NO_ADDRESS = ("undesirable", "extremist", "mirror")


class RuleError(SverkaError):
    """Rules that do not keep to the schema; the message names file and line."""

    exit_status = 3

    def __init__(self, complaints: Iterable[Complaint]) -> None:
        self.complaints = tuple(complaints)
        lines = "\n".join(str(each) for each in self.complaints)
        super().__init__(
            Text(f"The rules cannot be compiled.\n{lines}", f"Правила не компилируются.\n{lines}"),
            Text("`sverka law lint` says more.", "Подробнее: `sverka law lint`."),
        )


@dataclass(frozen=True, slots=True, order=True)
class Complaint:
    """Something wrong in a pack, for its author. `line` counts from 1."""

    file: str
    line: int
    problem: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.problem}"


@dataclass(frozen=True, slots=True)
class Source:
    """One YAML file: its value, and the tree that knows the lines."""

    name: str
    value: Any
    node: yaml.Node

    def line(self, path: Iterable[str | int] = ()) -> int:
        """The line of the value at `path`, or of the nearest thing around it."""
        node = self.node
        for step in path:
            found = _child(node, step)
            if found is None:
                break
            node = found
        return int(node.start_mark.line) + 1


# libyaml where PyYAML was built with it: the same values and marks, ten times sooner.
_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Parser):  # type: ignore[misc]
    """Dates stay text, and only true and false are booleans: `yes` is an answer here."""


_Loader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag
        not in (
            "tag:yaml.org,2002:timestamp",
            "tag:yaml.org,2002:bool",
            "tag:yaml.org,2002:int",
            "tag:yaml.org,2002:float",
        )
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@dataclass(frozen=True, slots=True)
class Pack:
    """A folder of rules, read but not yet compiled."""

    rules: tuple[Source, ...]
    tables: Mapping[str, Source]
    schema: Json


def read(folder: Path) -> Pack:
    """Read a pack's folder.

    Raises: RuleError if a file is missing, is not YAML or does not keep to the schema.
    """
    schema = json.loads((folder / "schema.json").read_text("utf-8"))
    complaints: list[Complaint] = []
    rules = []
    for path in sorted(folder.glob("??/*.yaml")):
        source = _load(path, folder, complaints)
        if source is not None:
            rules.append(source)
            complaints.extend(_against(schema, source))
    tables = {}
    for name in ("areas", "questions", "statuses", "publishers", "publisher-names", "help"):
        for path in sorted(folder.glob(f"{name}*.yaml")):
            source = _load(path, folder, complaints)
            if source is not None:
                tables[path.stem] = source
    complaints.extend(
        Complaint(f"{name}.yaml", 1, "the pack has no such file")
        for name in ("areas", "questions", "statuses")
        if name not in tables
    )
    if complaints:
        raise RuleError(sorted(complaints))
    return Pack(tuple(rules), tables, schema)


def compile_pack(folder: Path, *, as_of: str = "") -> str:
    """Read, check and compile a pack's folder to the JSON of `law.Pack.from_json`, always the same bytes.

    Args:
        as_of: day of the pack, ISO; by default the newest `last_checked` in it.
    Raises: RuleError.
    """
    return compiled(read(folder), as_of=as_of)


def compiled(pack: Pack, *, as_of: str = "") -> str:
    """A pack already read, compiled; see `compile_pack`."""
    cautions = _cautions(pack)
    names = publisher_names(pack)
    rules = [_rule(source.value, cautions, names) for source in pack.rules]
    newest = max(version["certainty"]["last_checked"] for rule in rules for version in rule["versions"])
    whole = {
        "schema": SCHEMA,
        "as_of": as_of or newest,
        "areas": rows(pack, "areas"),
        "questions": rows(pack, "questions"),
        "statuses": rows(pack, "statuses"),
        "rules": sorted(rules, key=lambda rule: str(rule["id"])),
        "closed": [_closed(row, cautions) for row in closed_lists()],
        "help": rows(pack, "help"),
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"


def rows(pack: Pack, name: str) -> list[Json]:
    """The rows of all tables of one name, e.g. `questions.yaml` and `questions-by.yaml`."""
    return [row for key, source in pack.tables.items() if key.split("-")[0] == name for row in source.value]


def _load(path: Path, folder: Path, complaints: list[Complaint]) -> Source | None:
    name = str(path.relative_to(folder))
    try:
        loader = _Loader(path.read_text("utf-8"))
        node = loader.get_single_node()
        if node is None:
            raise yaml.YAMLError("the file is empty")
        return Source(name, _plain(loader.construct_document(node)), node)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        complaints.append(
            Complaint(name, mark.line + 1 if mark else 1, f"not YAML: {error!s}".splitlines()[0])
        )
        return None


def _plain(value: Any) -> Any:
    """Numbers back out of text where they stand alone; the loader leaves all scalars as text but null."""
    if isinstance(value, dict):
        return {
            key: _number(item)
            if key in ("gravity", "min", "max")
            else item == "true"
            if key == "mirror"
            else _plain(item)
            for key, item in value.items()
        }
    return [_plain(item) for item in value] if isinstance(value, list) else value


def _number(value: Any) -> Any:
    text = str(value)
    return int(text) if text.isascii() and text.isdigit() else value


def _against(schema: Json, source: Source) -> Iterator[Complaint]:
    validator = jsonschema.Draft202012Validator(schema)
    for error in validator.iter_errors(source.value):
        best = jsonschema.exceptions.best_match([error]) or error
        where = ".".join(str(step) for step in best.absolute_path) or "the rule"
        yield Complaint(source.name, source.line(best.absolute_path), f"{where}: {best.message[:200]}")


def _child(node: yaml.Node, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        found: yaml.Node = node.value[step]
        return found
    return None


def publisher_names(pack: Pack) -> Json:
    """English name of a publisher -> Russian name; empty if the pack has no such table."""
    source = pack.tables.get("publisher-names")
    return dict(source.value) if source else {}


def _cautions(pack: Pack) -> list[Json]:
    source = pack.tables.get("publishers")
    return list(source.value["publishers"]) if source else []


def caution_for(cite: Json, publishers: Iterable[Json]) -> str:
    """The list the publisher of a citation stands on, by address, else by name; "mirror", or ""."""
    host = (urlsplit(cite["url"]).hostname or "").removeprefix("www.")
    for row in publishers:
        if any(host == known or host.endswith("." + known) for known in row["hosts"]):
            return str(row["caution"])
    for row in publishers:
        if any(word in cite["publisher"] for word in row["names"]):
            return str(row["caution"])
    return "mirror" if cite.get("mirror") else ""


def _closed(row: ClosedList, publishers: list[Json]) -> Json:
    """A list nobody can look into; its source as a publisher or host, never as a link."""
    return {
        "id": row.id,
        "state": row.id[:2].upper(),
        "title": row.title._asdict(),
        "reported": row.reported._asdict(),
        "source": " ".join(_unlinked(word, publishers) for word in row.source.split()),
        "reported_on": row.reported_on,
    }


def _unlinked(word: str, publishers: list[Json]) -> str:
    host = (urlsplit(word).hostname or "").removeprefix("www.") if "://" in word else ""
    if not host:
        return word
    known = (row["entry"] for row in publishers if row["caution"] in _NO_ADDRESS and host in row["hosts"])
    return str(next(known, host))


def _rule(rule: Json, publishers: list[Json], names: Json) -> Json:
    """A rule as the device needs it: no tests, no address that should not be handed out."""
    kept = {key: value for key, value in rule.items() if key != "tests"}
    kept["versions"] = [
        {**version, "cites": [_cite(cite, publishers, names) for cite in version["cites"]]}
        for version in rule["versions"]
    ]
    return kept


def _cite(cite: Json, publishers: list[Json], names: Json) -> Json:
    caution = caution_for(cite, publishers)
    kept = {key: value for key, value in cite.items() if key != "mirror"}
    if names.get(cite["publisher"], cite["publisher"]) != cite["publisher"]:
        kept["publisher_ru"] = names[cite["publisher"]]
    if caution in _NO_ADDRESS or cite.get("mirror"):
        kept["url"] = ""
    return {**kept, "caution": caution} if caution else kept
