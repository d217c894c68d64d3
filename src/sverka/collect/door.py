"""The one door to the network for lists and their confirmations: plain requests, standard library only.

Nothing of a check ever passes through here: what is fetched is the same for everybody, and what is
sent is a public checkpoint for a witness.
"""

from __future__ import annotations

import urllib.error
import urllib.request

from ..errors import SverkaError, Text

MAX_BYTES = 200 * 1024 * 1024  # no file of a release is near it
MAX_ANSWER = 64 * 1024  # of a witness: a few signature lines
TIMEOUT = 60.0  # seconds without a byte


def _reason(error: Exception) -> str:
    """What stood in the way, in the system's words; the error's kind where it says nothing."""
    reason = getattr(error, "reason", None) or error
    return getattr(reason, "strerror", None) or type(reason).__name__


class UnreachableError(SverkaError):
    """The address does not answer; nothing was changed."""

    def __init__(self, detail: str) -> None:
        super().__init__(
            Text(f"The address cannot be reached: {detail}.", f"Адрес недоступен: {detail}."),
            Text(
                "Your lists stay as they are. Try later, or take them from a USB stick.",
                "Ваши списки не тронуты. Попробуйте позже или возьмите их с флешки.",
            ),
        )


def fetch_file(address: str) -> bytes | None:
    """The bytes at an address; None if the server says there are none (404).

    Raises: UnreachableError for anything else, a transfer cut short among it.
    """
    request = urllib.request.Request(address, headers={"User-Agent": "sverka", "Accept-Encoding": "identity"})  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:  # noqa: S310 (callers pass http and https only)
            data: bytes = answer.read(MAX_BYTES + 1)
            stated = answer.headers.get("Content-Length")
    except urllib.error.HTTPError as error:
        if error.code == 404:
            return None
        raise UnreachableError(str(error.code)) from error
    except (OSError, ValueError) as error:
        raise UnreachableError(_reason(error)) from error
    if len(data) > MAX_BYTES or (stated and stated.isdecimal() and int(stated) != len(data)):
        raise UnreachableError("Content-Length")
    return data


def send(address: str, data: bytes) -> tuple[int, bytes]:
    """Send bytes to an address; the status and the body of whatever it answers, a refusal too.

    Raises: UnreachableError if it does not answer.
    """
    request = urllib.request.Request(address, data, {"User-Agent": "sverka"})  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:  # noqa: S310 (callers pass http and https only)
            return answer.status, answer.read(MAX_ANSWER)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read(MAX_ANSWER)
    except (OSError, ValueError) as error:
        raise UnreachableError(_reason(error)) from error
