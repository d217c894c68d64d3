"""A small HTTP server for a witness: one address, one question, one answer at a time.

It speaks `POST /add-checkpoint` of c2sp.org/tlog-witness and nothing else. Questions are answered
one after another, because comparing with what is remembered and remembering must not be parted;
connections may wait side by side. It writes no log of who asked.
"""

from __future__ import annotations

from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock

PATH = "/add-checkpoint"
MAX_REQUEST = 128 * 1024  # a note of 64 KiB and 63 hashes need less
IDLE = 10.0  # seconds a silent connection is kept

Reply = tuple[int, str, str]
"""Status, content type, body."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64  # connections that may wait while one is answered


def server(host: str, port: int, answer: Callable[[bytes], Reply]) -> ThreadingHTTPServer:
    """A server that is bound and not yet running; port 0 takes any free one.

    Args: answer: called with the body of each request, never twice at once. Whatever it raises as
        OSError is answered with 500: memory failed, so nothing is confirmed.
    Raises: OSError if the address cannot be had.
    """
    lock = Lock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"  # keep-alive, as the specification asks
        server_version, sys_version = "sverka", ""
        timeout = IDLE

        def do_POST(self) -> None:
            body = self._body()
            if body is None:
                self.close_connection = True
                self._send(400)
            elif self.path.partition("?")[0] != PATH:
                self._send(404)
            else:
                try:
                    with lock:
                        reply = answer(body)
                except OSError:
                    reply = (500, "text/plain; charset=utf-8", "")
                self._send(*reply)

        def do_GET(self) -> None:
            self._send(405 if self.path.partition("?")[0] == PATH else 404)

        def _body(self) -> bytes | None:
            length = self.headers.get("Content-Length", "")
            if not length.isascii() or not length.isdecimal() or not 0 < int(length[:9]) <= MAX_REQUEST:
                return None
            body = self.rfile.read(int(length[:9]))
            return body if len(body) == int(length) else None

        def _send(self, status: int, kind: str = "text/plain; charset=utf-8", body: str = "") -> None:
            data = body.encode()
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            if self.close_connection:
                self.send_header("Connection", "close")
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base class's name)
            """Nobody is written down."""

    return _Server((host, port), Handler)
