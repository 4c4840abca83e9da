# SPDX-License-Identifier: MIT
"""A finished package: that it was read back, and the values the officer compares with the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.custody.checkpoint import check_words
from app.model import CopyKind
from ui.widgets.card import Card
from ui.widgets.hash_label import HashLabel, grouped
from ui.widgets.label import Label
from ui.widgets.verdict import Verdict

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.package.sealed import PackageBuilt
    from ui.context import Context


class PackedCard(Card):
    """Hidden until there is a package."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(context, parent=parent)
        words = context.words
        self._words = words
        self.done = Verdict(context, parent=self)
        self.root = HashLabel("", parent=self)
        self.key = HashLabel("", parent=self)
        self.check_words = Label("", "mono", parent=self)
        self.parts = Label("", "strong", parent=self)
        self.parts.setObjectName("parts")
        self.body.addWidget(self.done)
        self.body.addWidget(self.parts)
        for name, label in (("root", self.root), ("key", self.key), ("again", self.check_words)):
            label.setObjectName(f"package_{name}")
            self.body.addWidget(Label(words(f"package.{name}"), "small", parent=self))
            self.body.addWidget(label)
        for key in ("package.paper", "package.sign"):
            self.body.addWidget(Label(words(key), "small", parent=self))
        self.hide()

    def show_built(self, built: PackageBuilt) -> None:
        """Show what stands on paper too."""
        places = [copy for copy in built.copies if copy.kind is not CopyKind.REPORT]
        is_upload = any(copy.kind is CopyKind.UPLOAD for copy in places)
        self.done.say("good", self._words("package.upload" if is_upload else "package.done"), built.path.name)
        self.parts.setVisible(len(places) > 1)
        self.parts.set_words(self._words("package.parts", n=len(places)))
        self.root.set_words(grouped(built.root))
        self.key.set_words(grouped(built.fingerprint))
        self.check_words.set_words(" ".join(check_words(built.root)))
        self.show()
