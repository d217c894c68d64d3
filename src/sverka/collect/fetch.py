"""Fetching an official list: politely, whole or not at all, with everything kept that was said.

Every exchange is recorded as it happened, also the broken ones: what cannot be fetched comes back
as a `Fetched` with a `failure`, never as an empty list. Waiting and the clock are arguments.
"""

from __future__ import annotations

import json
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import httpx

from ..record.capture import Exchange, Obtained
from .places import Place
from .tls import context, fetch_intermediate, presented

PAGE = 1000  # the portal gives no more at a time, whatever is asked, and does not say so
MAX_PAGES = 200
MAX_BYTES = 200 * 1024 * 1024
TRIES = 3
PAUSE = 2.0  # seconds between requests to one host
BACKOFF = 20.0  # seconds before the second try, twice that before the third
TIMEOUT = 60.0
RETRIED = (429, 500, 502, 503, 504)
_DROPPED = {"cookie", "set-cookie", "authorization", "proxy-authorization"}


@dataclass(frozen=True, slots=True)
class Settings:
    """How to reach the sites.

    Attributes:
        proxy: `http://host:port` or `socks5://...`; these sites answer only some countries.
        intermediates: PEM file with certificates the sites forget to send; fetched if None.
        roots: PEM file of further roots. user_agent: who asks.
        sleep: waits so many seconds. tell: progress for a person.
    """

    proxy: str = ""
    intermediates: Path | None = None
    roots: Path | None = None
    user_agent: str = "sverka (public record of official lists)"
    sleep: Callable[[float], None] = lambda _seconds: None
    tell: Callable[[str], None] = lambda _text: None


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of it.

    Attributes:
        payload: what the parser reads. unchanged: the site says so (304).
        tls_chain: PEM of what the site sent, leaf first. tls_added: PEM of what it forgot to send.
    """

    payload: bytes
    failure: str = ""
    unchanged: bool = False
    exchanges: tuple[Exchange, ...] = ()
    tls_chain: str = ""
    tls_added: str = ""

    def obtained(self, place: Place, *, at: str, by: str = "", proxy: str = "") -> Obtained:
        """How it was obtained, for the capture."""
        via = httpx.URL(proxy).host if proxy else ""
        return Obtained(
            at,
            "fetched",
            url=place.url,
            by=by,
            via=via,
            failure=self.failure,
            tls_chain=self.tls_chain,
            tls_added=self.tls_added if self.tls_chain else "",
            exchanges=self.exchanges,
        )


class FetchError(Exception):
    """The attempt failed; the text says how, in a few words."""


@dataclass
class Fetcher:
    """One visit to one site."""

    settings: Settings
    exchanges: list[Exchange] = field(default_factory=list)
    tls_chain: str = ""
    _pem: str = ""

    def fetch(self, place: Place, conditions: dict[str, str] | None = None) -> Fetched:
        """Fetch a list. `conditions`: If-None-Match and If-Modified-Since from the capture before."""
        self._pem = self.settings.intermediates.read_text("ascii") if self.settings.intermediates else ""
        try:
            payload = self._portal(place) if place.kind == "portal" else self._get(place.url, conditions)
        except FetchError as error:
            return Fetched(b"", str(error), False, tuple(self.exchanges), self.tls_chain, self._pem)
        unchanged = self.exchanges[-1].status == httpx.codes.NOT_MODIFIED
        return Fetched(payload, "", unchanged, tuple(self.exchanges), self.tls_chain, self._pem)

    def _get(self, url: str, conditions: dict[str, str] | None = None) -> bytes:
        return self._ask("GET", url, b"", conditions or {}).body

    def _portal(self, place: Place) -> bytes:
        """All pages, in one JSON of the answers' own bytes."""
        info = self._get(f"{place.url}/info")
        pages: list[bytes] = []
        size, have = 1, 0
        while have < size:
            if len(pages) == MAX_PAGES:
                raise FetchError(f"more than {MAX_PAGES} pages")
            asked = json.dumps({"offset": have, "limit": PAGE, "search": ""}).encode()
            page = self._ask("POST", f"{place.url}/values", asked, {"Content-Type": "application/json"}).body
            size, rows = _count(page)
            if rows == 0 and have < size:
                raise FetchError(f"the portal gave {have} of {size} rows")
            have += rows
            pages.append(page)
            self.settings.tell(f"{have} of {size} rows")
        return b'{"info": ' + info + b', "pages": [' + b", ".join(pages) + b"]}"

    def _ask(self, method: str, url: str, body: bytes, headers: dict[str, str]) -> Exchange:
        """One request, tried again where trying again is polite."""
        for attempt in range(1, TRIES + 1):
            if self.exchanges:
                self.settings.sleep(PAUSE)
            try:
                exchange = self._once(method, url, body, headers)
            except ssl.SSLCertVerificationError as error:
                if self._pem or not self._find_intermediate(url):
                    raise FetchError(f"TLS: {error.verify_message}") from error
                continue
            except FetchError:
                if attempt == TRIES:
                    raise
                exchange = None
            if exchange is not None and exchange.status not in RETRIED:
                if exchange.status >= 400:
                    raise FetchError(f"HTTP {exchange.status}")
                return exchange
            if attempt < TRIES:
                self.settings.tell(f"{url}: trying again")
                self.settings.sleep(BACKOFF * attempt)
        raise FetchError(f"HTTP {self.exchanges[-1].status}")

    def _once(self, method: str, url: str, body: bytes, headers: dict[str, str]) -> Exchange:
        sent = {"User-Agent": self.settings.user_agent, "Accept-Encoding": "identity", **headers}
        exchange = Exchange(url, b"", method, body, tuple(sent.items()), 0, "")
        got = bytearray()
        try:
            with (
                httpx.Client(
                    verify=context(intermediates=self._pem, roots=self.settings.roots),
                    timeout=TIMEOUT,
                    proxy=self.settings.proxy or None,
                    follow_redirects=True,
                ) as client,
                client.stream(method, url, content=body or None, headers=sent) as answer,
            ):
                exchange = replace(
                    exchange,
                    status=answer.status_code,
                    reason=answer.reason_phrase,
                    response_headers=_kept(answer.headers),
                )
                self._note_certificate(answer)
                for chunk in answer.iter_raw():
                    got += chunk
                    if len(got) > MAX_BYTES:
                        raise FetchError("the answer does not end")
        except httpx.ConnectError as error:
            if isinstance(cause := _ssl_cause(error), ssl.SSLCertVerificationError):
                raise cause from error
            raise FetchError(f"no connection: {error}") from error
        except httpx.HTTPError as error:
            raise FetchError(f"broken off after {len(got)} bytes: {type(error).__name__}") from error
        finally:
            exchange = replace(exchange, body=bytes(got))
            self.exchanges.append(exchange)
        return exchange

    def _note_certificate(self, answer: httpx.Response) -> None:
        stream = answer.extensions.get("network_stream")
        tls = stream.get_extra_info("ssl_object") if stream is not None else None
        if tls is not None:
            self.tls_chain = presented(tls)

    def _find_intermediate(self, url: str) -> bool:
        at = httpx.URL(url)

        def get(address: str) -> bytes:
            return httpx.get(address, timeout=TIMEOUT, proxy=self.settings.proxy or None).content

        try:
            self._pem = fetch_intermediate(at.host, at.port or 443, get)
        except httpx.HTTPError:
            return False
        return bool(self._pem)


def _kept(headers: httpx.Headers) -> tuple[tuple[str, str], ...]:
    """The answer's headers, without those that name a session."""
    return tuple((name, value) for name, value in headers.multi_items() if name.lower() not in _DROPPED)


def _ssl_cause(error: BaseException | None) -> BaseException | None:
    while error is not None and not isinstance(error, ssl.SSLError):
        error = error.__cause__ or error.__context__
    return error


def _count(page: bytes) -> tuple[int, int]:
    """The list's size as the page states it, and the rows in the page. Raises FetchError."""
    try:
        value = json.loads(page)
        return int(value["size"]), len(value["values"])
    except (ValueError, KeyError, TypeError) as error:
        raise FetchError("the portal's answer is not its JSON: a captcha or an error page?") from error


def conditions_of(exchanges: tuple[Exchange, ...]) -> dict[str, str]:
    """What to ask with next time, from the last answer's headers."""
    if not exchanges:
        return {}
    headers = {name.lower(): value for name, value in exchanges[-1].response_headers}
    asked = {"If-None-Match": headers.get("etag", ""), "If-Modified-Since": headers.get("last-modified", "")}
    return {name: value for name, value in asked.items() if value}
