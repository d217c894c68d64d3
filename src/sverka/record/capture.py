"""A capture: the bytes of a list as obtained, and how, in one deterministic WACZ file.

A WACZ is a zip of a WARC with an index; replayweb.page opens it. The WARC holds each exchange
as request and response with their headers (or the file as it was handed over), the TLS chain
where one was seen, and a `metadata` record that says who obtained it, when and how. Several
exchanges (a paged answer) are followed by the assembled bytes as one `resource`, under the page's
own address, so that a replay opens at what the parser read. Answers that were tried again are in
the WARC and not in the index: a replay would open at them (`evaluation/replay.py`).

The same arguments give the same bytes: record ids are derived, times come in, zip dates are 1980.
"""

from __future__ import annotations

import hashlib
import io
import json
import uuid
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from ..errors import Text, TrustError

Headers = tuple[tuple[str, str], ...]
_NAMESPACE = uuid.UUID("6f3c1c1e-5a5e-5d9f-9b7e-7376657a6b61")  # ours, arbitrary: ids must not be random
_WARC, _CDX, _PAGES = "archive/data.warc.gz", "indexes/index.cdx", "pages/pages.jsonl"
_OCTETS = "application/octet-stream"
_BEGINNINGS = {
    b"%pdf-": "application/pdf",
    b"pk\x03\x04": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    b"{": "application/json",
    b"[": "application/json",
    b"<": "text/html",
}
MAX_PAYLOAD = 256 * 1024 * 1024  # no list is near it; a bomb is


class CaptureDamagedError(TrustError):
    """A capture file cannot be read."""

    def __init__(self, detail: str) -> None:
        super().__init__(
            Text(f"A capture is damaged: {detail}.", f"Файл захвата повреждён: {detail}."),
            Text("Restore it from a copy of the record.", "Восстановите его из копии записи."),
        )


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and what came back. `status` 0: nothing came back, `body` may be a part."""

    url: str
    body: bytes
    method: str = "GET"
    sent: bytes = b""
    request_headers: Headers = ()
    status: int = 200
    reason: str = "OK"
    response_headers: Headers = ()


@dataclass(frozen=True, slots=True)
class Obtained:
    """Where, when, by whom and how the bytes were obtained.

    Attributes:
        at: `2026-01-16T17:00:00Z`. by: who did it, as they want to be named; may be empty.
        how: `fetched` or `handed over`. name: the file's name where handed over.
        url: the official address. via: the proxy's host, without login.
        tls_chain: PEM of the certificates the site sent, leaf first. tls_added: PEM of those it
            forgot to send, without which the chain ends in no root.
        failure: why there is no list in it; "" for a good one.
        exchanges: none for a file handed over.
    """

    at: str
    how: str
    url: str = ""
    by: str = ""
    name: str = ""
    via: str = ""
    failure: str = ""
    tls_chain: str = ""
    tls_added: str = ""
    exchanges: tuple[Exchange, ...] = field(default=())

    def facts(self) -> dict[str, str]:
        """What is told of the obtaining, for the capture's metadata and the log."""
        names = ("at", "how", "url", "by", "name", "via", "failure")
        return {name: str(getattr(self, name)) for name in names if getattr(self, name)}


def write_capture(list_id: str, payload: bytes, obtained: Obtained) -> bytes:
    """The WACZ of one state of a list; `payload` is what the parser reads (b"" for a failure)."""
    page = obtained.url or f"https://handed-over.invalid/{list_id}/{obtained.name or 'file'}"
    out = io.BytesIO()
    index: list[str] = []
    writer = _Writer(out, obtained.at, index)
    last = len(obtained.exchanges) - 1
    good = [at for at, e in enumerate(obtained.exchanges) if 0 < e.status < 400] or [last]
    for at, exchange in enumerate(obtained.exchanges):
        writer.exchange(exchange, shown=at in good)
    whole = last >= 0 and good[-1] == last and obtained.exchanges[last].body == payload
    if not whole and (payload or not obtained.exchanges):
        writer.resource(page, payload, _kind(payload, obtained.name))
    facts = {"list": list_id, "sha256": hashlib.sha256(payload).hexdigest(), **obtained.facts()}
    tls = {"tls_chain": obtained.tls_chain, "tls_added": obtained.tls_added}
    writer.metadata(page, {**facts, **{name: pem for name, pem in tls.items() if pem}})
    if page not in writer.shown and writer.shown:  # a paged answer of which nothing came
        page = writer.shown[-1]
    pages = _lines(
        {"format": "json-pages-1.0", "id": "pages", "title": "All Pages"},
        {"id": facts["sha256"][:32], "url": page, "ts": obtained.at, "title": list_id},
    )
    return _zip({_WARC: out.getvalue(), _CDX: "".join(sorted(index)).encode(), _PAGES: pages}, facts, page)


class _Writer:
    """A WARC in the making. `index` collects CDXJ lines."""

    def __init__(self, out: io.BytesIO, at: str, index: list[str]) -> None:
        self.out, self.at, self.index = out, at, index
        self.shown: list[str] = []  # the addresses in the index, in the order of the records
        self._warc = WARCWriter(out, gzip=True)

    def _put(  # noqa: PLR0913 (one record's parts)
        self,
        kind: str,
        uri: str,
        body: bytes,
        http: StatusAndHeaders | None = None,
        *,
        mime: str = "",
        shown_at: str = "",
    ) -> None:
        """Write a record. `shown_at`: the address a replay finds it under; "" for not at all."""
        seed = f"{kind} {uri} {self.at} {self.out.tell()}"
        fixed = {
            "WARC-Date": self.at,
            "WARC-Record-ID": f"<urn:uuid:{uuid.uuid5(_NAMESPACE, seed)}>",
            **({"Content-Type": mime} if mime and http is None else {}),
        }
        offset = self.out.tell()
        self._warc.write_record(
            self._warc.create_warc_record(
                uri,
                kind,
                payload=io.BytesIO(body),
                length=len(body),
                http_headers=http,
                warc_content_type=mime if http is None else "",
                warc_headers_dict=fixed,
            )
        )
        if shown_at:
            about = {
                "url": shown_at,
                "mime": mime or _OCTETS,
                "status": http.get_statuscode() if http else "200",
                "digest": "sha256:" + hashlib.sha256(body).hexdigest(),
                "length": str(self.out.tell() - offset),
                "offset": str(offset),
                "filename": "data.warc.gz",
            }
            self.shown.append(shown_at)
            stamp = "".join(c for c in self.at if c.isdigit())
            self.index.append(f"{_surt(shown_at)} {stamp} {json.dumps(about)}\n")

    def exchange(self, exchange: Exchange, *, shown: bool) -> None:
        path = "/" + exchange.url.split("://", 1)[-1].partition("/")[2]
        request = StatusAndHeaders(
            f"{exchange.method} {path} HTTP/1.1", list(exchange.request_headers), is_http_request=True
        )
        self._put("request", exchange.url, exchange.sent, request)
        if exchange.status:
            status = f"{exchange.status} {exchange.reason}".strip()
            answer = StatusAndHeaders(status, list(exchange.response_headers), protocol="HTTP/1.1")
            mime = next((v for k, v in exchange.response_headers if k.lower() == "content-type"), "")
            where = _asked(exchange) if shown else ""
            self._put(
                "response", exchange.url, exchange.body, answer, mime=mime.partition(";")[0], shown_at=where
            )

    def resource(self, uri: str, body: bytes, mime: str) -> None:
        self._put("resource", uri, body, mime=mime, shown_at=uri)

    def metadata(self, uri: str, facts: Mapping[str, str]) -> None:
        self._put("metadata", uri, _json(facts), mime="application/json")


def _asked(exchange: Exchange) -> str:
    """The address with what was sent, as replay tools write it: one address answers many questions."""
    if exchange.method == "GET":
        return exchange.url
    try:
        sent = json.loads(exchange.sent)
    except ValueError:
        sent = {}
    query = urlencode({"__wb_method": exchange.method, **(sent if isinstance(sent, dict) else {})})
    return f"{exchange.url}{'&' if '?' in exchange.url else '?'}{query}"


def _kind(payload: bytes, name: str) -> str:
    """What a browser is told the bytes are, so that it shows what it can show."""
    for begin, mime in _BEGINNINGS.items():
        if payload.lstrip()[: len(begin)].lower() == begin:
            return mime
    return "text/csv" if name.lower().endswith(".csv") else _OCTETS


def _surt(url: str) -> str:
    """The host turned round, as CDX sorts: `ru,gov,minjust)/path`."""
    host, _, path = url.split("://", 1)[-1].partition("/")
    return ",".join(reversed(host.lower().split(":", maxsplit=1)[0].split("."))) + ")/" + path


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, sort_keys=True, indent=2) + "\n").encode()


def _lines(*values: object) -> bytes:
    return "".join(json.dumps(value, ensure_ascii=False, sort_keys=True) + "\n" for value in values).encode()


def _zip(files: dict[str, bytes], facts: Mapping[str, str], page: str) -> bytes:
    resources = [
        {"name": path.rpartition("/")[2], "path": path, "hash": _hash(data), "bytes": len(data)}
        for path, data in files.items()
    ]
    package = _json(
        {
            "profile": "data-package",
            "wacz_version": "1.1.1",
            "title": facts["list"],
            "created": facts["at"],
            "mainPageUrl": page,
            "mainPageDate": facts["at"],
            "software": "sverka",
            "resources": resources,
        }
    )
    digest = _json({"path": "datapackage.json", "hash": _hash(package)})
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for path, data in {**files, "datapackage.json": package, "datapackage-digest.json": digest}.items():
            archive.writestr(zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0)), data)
    return out.getvalue()


def _hash(data: bytes) -> str:
    return "sha256:" + hashlib.sha256(data).hexdigest()


def read_capture(data: bytes) -> tuple[bytes, dict[str, str]]:
    """The payload and the metadata of a capture, checked against its own digest.

    Raises CaptureDamagedError.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.getinfo(_WARC).file_size > MAX_PAYLOAD:
                raise CaptureDamagedError("too large")
            records = _records(archive.read(_WARC))
        facts = json.loads(next(body for kind, body in records if kind == "metadata"))
        bodies = [body for kind, body in records if kind in ("response", "resource")]
        payload = b"" if facts.get("failure") else bodies[-1]
        if hashlib.sha256(payload).hexdigest() != facts["sha256"]:
            raise CaptureDamagedError("sha256")
    except (
        zipfile.BadZipFile,
        ArchiveLoadFailed,
        zlib.error,
        KeyError,
        ValueError,
        IndexError,
        StopIteration,
        AttributeError,
        TypeError,
        OSError,
        EOFError,
        NotImplementedError,
        RuntimeError,
    ) as error:
        raise CaptureDamagedError(type(error).__name__) from error
    return payload, {key: value for key, value in facts.items() if isinstance(value, str)}


def answer_headers(data: bytes) -> Headers:
    """The headers of a capture's last answer; none if it was handed over. Raises CaptureDamagedError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            records = ArchiveIterator(io.BytesIO(archive.read(_WARC)))
            found = [r.http_headers.headers for r in records if r.rec_type == "response"]
    except (zipfile.BadZipFile, ArchiveLoadFailed, zlib.error, KeyError, OSError, EOFError) as error:
        raise CaptureDamagedError(type(error).__name__) from error
    return tuple((str(name), str(value)) for name, value in found[-1]) if found else ()


def _records(warc: bytes) -> Sequence[tuple[str, bytes]]:
    records: list[tuple[str, bytes]] = []
    left = MAX_PAYLOAD
    for record in ArchiveIterator(io.BytesIO(warc), check_digests="raise"):
        body = record.raw_stream.read(left + 1)
        left -= len(body)
        if left < 0:
            raise CaptureDamagedError("too large")
        records.append((record.rec_type, body))
    return records
