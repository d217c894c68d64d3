"""A little of Marionette, the protocol Firefox brings along: enough to open a page and run a script in it."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Any

PREFERENCES = """
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("app.normandy.enabled", false);
user_pref("intl.accept_languages", "ru");
"""


class Firefox:
    """Firefox without a window, in a profile of its own; ends with the `with` block."""

    def __init__(self, profile: Path, binary: str) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        profile.mkdir(parents=True)
        (profile / "user.js").write_text(PREFERENCES + f'user_pref("marionette.port", {port});\n')
        command = [binary, "--headless", "--marionette", "--no-remote", "--profile", str(profile)]
        environment = {**os.environ, "HOME": str(profile), "MOZ_HEADLESS": "1"}
        self.process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL)
        self.number = 0
        self.stream = self._connect(port)
        self._receive()
        self.ask("WebDriver:NewSession", capabilities={"alwaysMatch": {}})
        self.ask("WebDriver:SetTimeouts", script=180_000, pageLoad=180_000)

    def _connect(self, port: int) -> socket.socket:
        for _ in range(600):
            try:
                stream = socket.create_connection(("127.0.0.1", port), timeout=200)
            except ConnectionRefusedError:
                time.sleep(0.2)
            else:
                return stream
        raise RuntimeError("Firefox did not open its door")

    def __enter__(self) -> Firefox:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.stream.close()
        self.process.terminate()
        self.process.wait(20)

    def _receive(self) -> Any:
        size = b""
        while (byte := self.stream.recv(1)) != b":":
            size += byte
        body = b""
        while len(body) < int(size):
            body += self.stream.recv(int(size) - len(body))
        return json.loads(body)

    def ask(self, command: str, **values: object) -> Any:
        """One command; raises RuntimeError with Firefox's words if it refuses."""
        self.number += 1
        text = json.dumps([0, self.number, command, values]).encode()
        self.stream.sendall(str(len(text)).encode() + b":" + text)
        _, _, error, result = self._receive()
        if error:
            raise RuntimeError(f"{error['error']}: {error['message']}")
        return result

    def open(self, address: str) -> None:
        self.ask("WebDriver:Navigate", url=address)

    def run(self, script: str, *values: object) -> Any:
        """The value of a function body; it may await."""
        body = f"const done = arguments[arguments.length - 1]; (async () => {{ {script} }})().then(done)"
        return self.ask("WebDriver:ExecuteAsyncScript", script=body, args=list(values))["value"]


def find_firefox() -> str | None:
    """Debian's Firefox, if it is there."""
    return shutil.which("firefox-esr") or shutil.which("firefox")
