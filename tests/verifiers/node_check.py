# SPDX-License-Identifier: MIT
"""The check page's JavaScript, run by Node without a page: the same answer as ``app.package.verify``."""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from app.errors import BadInput, PackageUnreadable
from app.package.check_page import script
from app.package.findings import Anchored, Finding, Outcome, Reason, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

    from app.custody.authorities import Authority

HARNESS = Path(__file__).with_name("harness.js")


class NodeCheck:
    """One long-lived Node that is asked a line at a time. Use it in a ``with`` statement."""

    def __init__(self, authorities: Sequence[Authority] | None = None, browser: str = "new") -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="safehold-node-")
        code = Path(self._folder.name) / "verifier.js"
        code.write_text(script(authorities, with_page=False), encoding="utf-8")
        self._node = subprocess.Popen(
            ["node", str(HARNESS), str(code), browser],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def check(
        self, path: Path, *, root: str | None = None, key: str | None = None, exhibits: Sequence[Path] = ()
    ) -> Verdict:
        """Return what the page says of a package.

        Raises:
            PackageUnreadable: it says that there is none, with its sentence.
            BadInput: it refuses what was typed, with its sentence.
        """
        places = [str(place) for place in exhibits]
        said = self.ask(path=str(path), root=root, key=key, exhibits=places)
        return verdict_of(said)

    def ask(self, **asked: object) -> dict[str, Any]:
        """Return the harness's answer to one line."""
        assert self._node.stdin
        assert self._node.stdout
        self._node.stdin.write(f"{json.dumps(asked)}\n")
        self._node.stdin.flush()
        line = self._node.stdout.readline()
        assert line, "node ended"
        said: dict[str, Any] = json.loads(line)
        return said

    def close(self) -> None:
        """Node has ended and left nothing behind."""
        self._node.communicate()
        self._folder.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def verdict_of(said: dict[str, Any]) -> Verdict:
    """Return the verdict that the page gave as plain values.

    Raises:
        PackageUnreadable: it said so.
        BadInput: it said so.
    """
    assert "crashed" not in said, said["crashed"]
    if "unreadable" in said:
        raise PackageUnreadable(said["unreadable"])
    if "refused" in said:
        raise BadInput(said["refused"])
    findings = tuple(Finding(Reason(one["reason"]), one["file"]) for one in said["findings"])
    anchors = tuple(Anchored(**one) for one in said["anchors"])
    return Verdict(
        Outcome(said["verdict"]),
        findings,
        tuple(said["notChecked"]),
        said["root"],
        said["fingerprint"],
        anchors,
    )
