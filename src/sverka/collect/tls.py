"""Certificates of sites that send theirs without the intermediate one (the Minjust portal does).

Browsers fetch the missing certificate from the address written in the leaf; Python does not.
Here it is fetched the same way, or read from a file, and offered to the check as an
*intermediate*: the chain must still end in a root the system trusts.
"""

from __future__ import annotations

import ssl
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import AuthorityInformationAccessOID

MAX_CERTIFICATE = 64 * 1024
_DER = 2  # `_ssl.ENCODING_DER`


def context(*, intermediates: str = "", roots: Path | None = None) -> ssl.SSLContext:
    """A checking context. `intermediates`: PEM; `roots`: PEM file of further roots, for an office."""
    made = ssl.create_default_context()
    # With this flag (on by default from Python 3.13) whatever is loaded below would count as a root.
    made.verify_flags &= ~ssl.VERIFY_X509_PARTIAL_CHAIN
    if roots is not None:
        made.load_verify_locations(cafile=roots)
    if intermediates:
        made.load_verify_locations(cadata=intermediates)
    return made


def presented(tls: Any) -> str:
    """The certificates a server sent, leaf first, as PEM: what it sent, not what completed the check.

    Python tells them from 3.13 on; 3.10 to 3.12 have the same call inside `ssl`. Where neither is there
    it is the leaf alone.

    Args:
        tls: an `SSLSocket` or `SSLObject` after its handshake.
    """
    holder = tls if hasattr(tls, "get_unverified_chain") else getattr(tls, "_sslobj", None)
    ask = getattr(holder, "get_unverified_chain", None)
    chain = (ask() if ask else None) or [tls.getpeercert(True)]
    ders = [c if isinstance(c, bytes) else c.public_bytes(_DER) for c in chain if c]
    return "".join(map(ssl.DER_cert_to_PEM_cert, ders))


def issuer_address(leaf_pem: str) -> str:
    """Where a certificate says its issuer's certificate lies; "" if it does not say."""
    leaf = x509.load_pem_x509_certificate(leaf_pem.encode())
    try:
        access = leaf.extensions.get_extension_for_class(x509.AuthorityInformationAccess).value
    except x509.ExtensionNotFound:
        return ""
    for description in access:
        location = description.access_location
        if description.access_method == AuthorityInformationAccessOID.CA_ISSUERS and isinstance(
            location, x509.UniformResourceIdentifier
        ):
            return str(location.value)
    return ""


def fetch_intermediate(host: str, port: int, get: Callable[[str], bytes]) -> str:
    """The PEM of the certificate a host forgot to send; "" if it cannot be found.

    The host's own certificate is read without trust; `get` fetches by plain HTTP. Neither matters:
    what comes back is believed only if it completes a chain to a trusted root.
    """
    try:
        leaf = ssl.get_server_certificate((host, port), timeout=30)
        address = issuer_address(leaf)
        data = get(address) if address.startswith("http://") else b""
        if not data or len(data) > MAX_CERTIFICATE:
            return ""
        pem = data.startswith(b"-----BEGIN")
        found = x509.load_pem_x509_certificate(data) if pem else x509.load_der_x509_certificate(data)
    except (OSError, ValueError):
        return ""
    return found.public_bytes(Encoding.PEM).decode()
