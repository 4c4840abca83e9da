# SPDX-License-Identifier: MIT
"""Firefox by its own Marionette protocol: length-prefixed JSON over a socket on this machine.

There is no geckodriver here, and it would turn off the strict origin policy of files, which is what the check
page has to live with. Source: Firefox source docs, Marionette protocol (version 3).
"""

from __future__ import annotations

import json
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any, Self

PREFERENCES = {
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "marionette.port": 0,  # any that is free; the profile says which
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.proxy.type": 1,  # whatever tries to leave this machine meets a closed door
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "security.fileuri.strict_origin_policy": True,
    "security.dialog_enable_delay": 0,
    "toolkit.telemetry.enabled": False,
}
_WORDS = "--marionette --remote-allow-system-access --no-remote"
STARTS_WITHIN_S = 40
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # Source: W3C WebDriver, section 12

# A folder is picked in a dialog of the system, which nothing here can press: the picker is put in its place.
_PICKER = """
const [folder] = arguments;
const file = Cc["@mozilla.org/file/local;1"].createInstance(Ci.nsIFile);
file.initWithPath(folder);
const picker = {
  QueryInterface: ChromeUtils.generateQI(["nsIFilePicker"]),
  init() {}, appendFilters() {}, appendFilter() {}, appendRawFilter() {},
  isModeSupported: () => Promise.resolve(true),
  open(callback) { callback.done(Ci.nsIFilePicker.returnOK); },
  file, get files() { return [file][Symbol.iterator](); },
};
const factory = {
  createInstance: iid => picker.QueryInterface(iid),
  QueryInterface: ChromeUtils.generateQI(["nsIFactory"]),
};
const registrar = Components.manager.QueryInterface(Ci.nsIComponentRegistrar);
if (globalThis.safeholdPicker) registrar.unregisterFactory(...globalThis.safeholdPicker);
const id = Services.uuid.generateUUID();
registrar.registerFactory(id, "", "@mozilla.org/filepicker;1", factory);
globalThis.safeholdPicker = [id, factory];
"""


class MarionetteError(Exception):
    """Firefox refused a command."""


class Firefox:
    """One Firefox without a window. Use it in a ``with`` statement."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="safehold-firefox-", ignore_cleanup_errors=True)
        profile = Path(self._folder.name)
        lines = [
            f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in PREFERENCES.items()
        ]
        (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
        self._process = subprocess.Popen(
            ["firefox-esr", "--headless", *_WORDS.split(), "--profile", str(profile), "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={"HOME": str(profile), "MOZ_HEADLESS": "1", "PATH": "/usr/bin:/bin"},
        )
        self._socket = self._connected(profile / "MarionetteActivePort")
        self._stream = self._socket.makefile("rb")
        self._count = 0
        self._message()  # it says who it is
        self.ask("WebDriver:NewSession", {"unhandledPromptBehavior": "ignore"})

    def ask(self, command: str, parameters: dict[str, object] | None = None) -> Any:
        """Return what Firefox answers to one command.

        Raises:
            MarionetteError: it refused.
        """
        self._count += 1
        data = json.dumps([0, self._count, command, parameters or {}]).encode()
        self._socket.sendall(b"%d:%s" % (len(data), data))
        _, _, error, result = self._message()
        if error:
            raise MarionetteError(f"{command}: {error['error']}: {error['message']}")
        return result

    def open(self, address: str) -> None:
        """The page is loaded."""
        self.ask("WebDriver:Navigate", {"url": address})

    def run(self, code: str, *arguments: object) -> Any:
        """Return what a script in the page gives back."""
        return self.ask("WebDriver:ExecuteScript", {"script": code, "args": list(arguments)})["value"]

    def type(self, element_id: str, text: str) -> None:
        """The text, or the file at this path, is in the field."""
        self.ask("WebDriver:ElementSendKeys", {"id": self._find(element_id), "text": text})

    def press(self, element_id: str) -> None:
        """The button was pressed as a person does."""
        self.ask("WebDriver:ElementClick", {"id": self._find(element_id)})

    def say_yes(self) -> None:
        """The question that the browser asks by itself is answered."""
        end = time.monotonic() + STARTS_WITHIN_S
        while time.monotonic() < end:
            try:
                self.ask("WebDriver:AcceptAlert")
            except MarionetteError as error:
                if "no such alert" not in str(error):
                    raise
                time.sleep(0.02)  # Marionette has nothing to wait on for a question to come
            else:
                return

    def will_pick(self, folder: Path) -> None:
        """The next dialog for a folder gives this one."""
        self.ask("Marionette:SetContext", {"value": "chrome"})
        self.ask("WebDriver:ExecuteScript", {"script": _PICKER, "args": [str(folder)], "sandbox": "system"})
        self.ask("Marionette:SetContext", {"value": "content"})

    def close(self) -> None:
        """Firefox has ended."""
        self._process.terminate()
        self._process.wait(20)
        self._stream.close()
        self._socket.close()
        self._folder.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _find(self, element_id: str) -> str:
        found = self.ask("WebDriver:FindElement", {"using": "css selector", "value": f"#{element_id}"})
        return str(found["value"][ELEMENT])

    def _connected(self, port_file: Path) -> socket.socket:
        """Return the socket, once Firefox has written where it listens."""
        end = time.monotonic() + STARTS_WITHIN_S
        while time.monotonic() < end:
            if self._process.poll() is not None:
                raise MarionetteError("Firefox did not start")
            text = port_file.read_text("ascii") if port_file.exists() else ""
            if text.strip():
                return socket.create_connection(("127.0.0.1", int(text)), timeout=30)
            time.sleep(0.05)  # there is nothing to wait on before it listens
        raise MarionetteError("Firefox did not say where it listens")

    def _message(self) -> Any:
        digits = b""
        while not digits.endswith(b":"):
            byte = self._stream.read(1)
            if not byte:
                raise MarionetteError("Firefox hung up")
            digits += byte
        return json.loads(self._stream.read(int(digits[:-1])))
