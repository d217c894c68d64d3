"""A local server that imitates the official sites and their known faults."""

from __future__ import annotations

import datetime
import json
import ssl
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import AuthorityInformationAccessOID, NameOID

CAP = 1000  # the portal's silent limit


@dataclass
class Site:
    """What the server answers with.

    Attributes:
        rows: the portal's. fault: `""`, `503`, `503 once`, `403`, `captcha`, `cut`, `stuck`, `grows`.
        files: path -> bytes. asked: what came in, oldest first.
        portals: path of a registry -> its `info` and all its rows, where several are served.
    """

    rows: list[dict[str, str]] = field(default_factory=list)
    fault: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    asked: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    etag: str = '"v1"'
    portals: dict[str, tuple[object, list[dict[str, object]]]] = field(default_factory=dict)


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_args: object) -> None:
            """Say nothing."""

        def do_GET(self) -> None:
            site.asked.append(("GET", self.path, dict(self.headers)))
            if self._faulty():
                return
            if self.path.endswith("/info"):
                columns = [{"name": f"field_{i}_s", "title": f"field_{i}"} for i in (1, 2, 5)]
                known = site.portals.get(self.path.removesuffix("/info"))
                info = known[0] if known else {"title": "Реестр", "columns": columns}
                self._say(json.dumps(info).encode(), "application/json")
            elif self.path in site.files:
                if self.headers.get("If-None-Match") == site.etag:
                    self._say(b"", status=304)
                    return
                self._say(site.files[self.path], "text/csv; charset=utf-8")
            else:
                self._say(b"not here", status=404)

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            site.asked.append(("POST", self.path, {k: str(v) for k, v in body.items()}))
            if self._faulty():
                return
            whole: Sequence[object] = site.rows
            if known := site.portals.get(self.path.removesuffix("/values")):
                whole = known[1]
            rows = whole[body["offset"] : body["offset"] + min(body["limit"], CAP)]
            if site.fault == "stuck" and body["offset"]:
                rows = []
            size = len(whole) + (site.fault == "grows" and body["offset"] > 0)
            self._say(
                json.dumps({"size": size, "values": rows}, ensure_ascii=False).encode(), "application/json"
            )

        def _faulty(self) -> bool:
            match site.fault:
                case "503":
                    self._say(b"busy", status=503)
                case "503 once":
                    site.fault = ""
                    self._say(b"busy", status=503)
                case "403":
                    self._say("Доступ запрещён".encode(), status=403)
                case "captcha":
                    self._say("<html>Введите символы с картинки</html>".encode(), "text/html")
                case "cut":
                    self.send_response(200)
                    self.send_header("Content-Length", "1000")
                    self.end_headers()
                    self.wfile.write(b'{"size": 3, "val')
                    self.close_connection = True
                case _:
                    return False
            return True

        def _say(self, body: bytes, kind: str = "text/plain", *, status: int = 200) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("ETag", site.etag)
            self.send_header("Set-Cookie", "session=secret")
            self.end_headers()
            self.wfile.write(body)

    return Handler


@contextmanager
def serve(site: Site, tls: tuple[Path, Path] | None = None) -> Iterator[str]:
    """Run the site; gives its address. `tls`: certificate and key files."""
    server = ThreadingHTTPServer(("localhost", 0), _handler(site))
    if tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*tls)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield f"{'https' if tls else 'http'}://localhost:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def certificates(folder: Path, issuer_address: str) -> tuple[Path, Path, Path, bytes]:
    """A chain of three for localhost: root, leaf and key files, and the intermediate as DER."""
    root_key, middle_key, leaf_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(3))
    root = _certificate("Test Root", "Test Root", root_key.public_key(), root_key, ca=True)
    middle = _certificate("Test Intermediate", "Test Root", middle_key.public_key(), root_key, ca=True)
    leaf = _certificate(
        "localhost", "Test Intermediate", leaf_key.public_key(), middle_key, address=issuer_address
    )
    paths = folder / "root.pem", folder / "leaf.pem", folder / "leaf.key"
    paths[0].write_bytes(root.public_bytes(Encoding.PEM))
    paths[1].write_bytes(leaf.public_bytes(Encoding.PEM))
    paths[2].write_bytes(leaf_key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return (*paths, middle.public_bytes(Encoding.DER))


def _certificate(
    subject: str,
    issuer: str,
    public: ec.EllipticCurvePublicKey,
    signer: ec.EllipticCurvePrivateKey,
    *,
    ca: bool = False,
    address: str = "",
) -> x509.Certificate:
    def name(text: str) -> x509.Name:
        return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])

    start = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(name(subject))
        .issuer_name(name(issuer))
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + datetime.timedelta(days=36500))
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), critical=False
        )
    )
    if ca:
        usage = x509.KeyUsage(
            digital_signature=True,
            key_cert_sign=True,
            crl_sign=True,
            content_commitment=False,
            key_encipherment=False,
            data_encipherment=False,
            key_agreement=False,
            encipher_only=False,
            decipher_only=False,
        )
        builder = builder.add_extension(usage, critical=True)
    else:
        builder = builder.add_extension(
            x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False
        )
    if address:
        where = x509.AccessDescription(
            AuthorityInformationAccessOID.CA_ISSUERS, x509.UniformResourceIdentifier(address)
        )
        builder = builder.add_extension(x509.AuthorityInformationAccess([where]), critical=False)
    return builder.sign(signer, hashes.SHA256())
