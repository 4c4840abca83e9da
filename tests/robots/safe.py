# SPDX-License-Identifier: MIT
"""The robots of keeping the case safe and of bringing a copy back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.robots.robot import Robot

if TYPE_CHECKING:
    from pathlib import Path

    from ui.pages.restore import RestorePage
    from ui.pages.safe import SafePage


class SafeRobot(Robot):
    """Copies and checks."""

    root: SafePage

    def copy_to(self, stick: Path) -> Path:
        """Ask for a copy, choose the stick, wait until it was read back; return its folder."""
        before = set(stick.iterdir())
        self.press("go", under="copy_row")
        self.press("go_button", under="before")
        dialog = next(one for one in self.root.children() if one.objectName() == "folder_dialog")
        dialog.fileSelected.emit(str(stick))  # type: ignore[attr-defined]
        dialog.reject()  # type: ignore[attr-defined]
        self.until(lambda: self.root.rows["copy"].verdict.kind == "good")
        (made,) = set(stick.iterdir()) - before
        return made

    def check(self) -> None:
        """Check everything and find it as it was."""
        self.press("go", under="check_row")
        self.until(lambda: self.root.rows["check"].verdict.kind == "good")


class RestoreRobot(Robot):
    """A copy brought back."""

    root: RestorePage

    def bring_back(self, folder: Path, secret: str) -> None:
        """Choose the folder, type its secret, see what is in it and put it in place."""
        self.press("choose")
        dialog = next(one for one in self.root.children() if one.objectName() == "folder_dialog")
        dialog.fileSelected.emit(str(folder))  # type: ignore[attr-defined]
        dialog.reject()  # type: ignore[attr-defined]
        self.write("secret", secret)
        self.press("go", under="card")
        self.until(lambda: not self.root.found.isHidden())
        self.press("put")
