# SPDX-License-Identifier: MIT
"""The check page in a real browser, from a file, asked as ``app.package.verify`` is."""

from __future__ import annotations

import json
import tempfile
import time
from abc import ABC, abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

from app.package.check_page import check_page
from app.package.names import CHECK_PAGE
from tests.screen.marionette import Firefox
from tests.verifiers.node_check import verdict_of

if TYPE_CHECKING:
    from app.package.findings import Verdict

CHROMIUM_SAYS = (
    "--headless=new --no-sandbox --disable-gpu --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
ANSWERS_WITHIN_S = 60
ANSWER = "return document.body.dataset.answer ?? null"
FRESH = """
delete document.body.dataset.answer;
const values = { root: arguments[0], key: arguments[1], zip: "", folder: "" };
for (const id of Object.keys(values)) document.getElementById(id).value = values[id];
"""


class BrowserCheck(ABC):
    """The page, open in one browser for many packages. Use it in a ``with`` statement."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="safehold-page-")
        page = Path(self._folder.name) / CHECK_PAGE
        page.write_bytes(check_page())
        self.address = page.as_uri()

    def check(self, path: Path, *, root: str | None = None, key: str | None = None) -> Verdict:
        """Return what the page says of a ZIP or a folder.

        Raises:
            PackageUnreadable: it says that there is none, with its sentence.
        """
        self.run(FRESH, root or "", key or "")
        if path.is_dir():
            self.pick_folder(path)
        else:
            self.pick_zip(path)
        return verdict_of(self.answer())

    def answer(self) -> dict[str, Any]:
        """Return the page's answer, once it is there."""
        end = time.monotonic() + ANSWERS_WITHIN_S
        while time.monotonic() < end:
            said = self.run(ANSWER)
            if said:
                found: dict[str, Any] = json.loads(said)
                return found
            time.sleep(0.01)  # neither protocol can wait for an attribute
        raise TimeoutError("the page gave no answer")

    @abstractmethod
    def run(self, code: str, *arguments: object) -> Any:
        """Return what a script in the page gives back."""

    @abstractmethod
    def pick_zip(self, path: Path) -> None:
        """The ZIP was chosen."""

    @abstractmethod
    def pick_folder(self, path: Path) -> None:
        """The folder was chosen."""

    def close(self) -> None:
        """The browser has ended."""
        self._folder.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class ChromiumCheck(BrowserCheck):
    """The page in Chromium, which also keeps a list of every request it makes."""

    def __init__(self) -> None:
        super().__init__()
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for word in CHROMIUM_SAYS.split():
            options.add_argument(word)
        options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
        self._driver = webdriver.Chrome(options, Service("/usr/bin/chromedriver"))
        self._driver.get(self.address)

    def run(self, code: str, *arguments: object) -> Any:
        return self._driver.execute_script(code, *arguments)

    def pick_zip(self, path: Path) -> None:
        self._driver.find_element("id", "zip").send_keys(str(path))

    def pick_folder(self, path: Path) -> None:
        self._driver.find_element("id", "folder").send_keys(str(path))

    def requests(self) -> list[str]:
        """Return the address of every request since the browser began, the page's own among them."""
        events = [json.loads(entry["message"])["message"] for entry in self._driver.get_log("performance")]
        sent = [event["params"] for event in events if event["method"] == "Network.requestWillBeSent"]
        return [str(one["request"]["url"]) for one in sent]

    def complaints(self) -> list[str]:
        """Return what stands in the browser's console: a request against the page's policy would."""
        return [str(entry["message"]) for entry in self._driver.get_log("browser")]

    def close(self) -> None:
        self._driver.quit()
        super().close()


class FirefoxCheck(BrowserCheck):
    """The page in Firefox, under the strict origin policy of files."""

    def __init__(self) -> None:
        super().__init__()
        self._firefox = Firefox()
        self._firefox.open(self.address)

    def run(self, code: str, *arguments: object) -> Any:
        return self._firefox.run(code, *arguments)

    def pick_zip(self, path: Path) -> None:
        self._firefox.type("zip", str(path))

    def pick_folder(self, path: Path) -> None:
        self._firefox.will_pick(path)
        self._firefox.press("pick-folder")
        self._firefox.say_yes()

    def close(self) -> None:
        self._firefox.close()
        super().close()
