# SPDX-License-Identifier: MIT
"""A copy of the case brought back: choose it, see what is in it and what is not, then put it in place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import Cancelled
from app.version import app_version
from ui.legible import legible
from ui.messages import MessageCard
from ui.override import override
from ui.safe_words import moment_words
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.page import Page
from ui.widgets.place_dialog import ask_folder
from ui.widgets.progress import Progress
from ui.widgets.verdict import Verdict

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from app.vault import SecretKind
    from app.vault.restoring import Brought
    from ui.context import Context

WIDTH_PX = 620
NAMED = 12


class RestorePage(Page):
    """``moved_on("lock")`` or ``welcome`` to leave it. The session says when the case is open."""

    is_bare: ClassVar[bool] = True

    @override
    def _build(self) -> None:
        context, words = self.context, self.context.words
        self.source: Path | None = None
        self.brought: Brought | None = None
        self.headline = Label(words("restore.page.headline"), "display", parent=self)
        self.lead = Label(words("restore.page.lead"), "lead", parent=self)
        self.card = Card(context, padding_px=28, parent=self)
        self.choose = Button(context, words("restore.page.choose"), icon="folder", parent=self.card)
        self.chosen = Label("", "mono", parent=self.card)
        self.secret = Field(context, words("restore.page.secret"), is_secret=True, parent=self.card)
        self.go = Button(context, words("restore.page.go"), "primary", parent=self.card)
        self.progress = Progress(context, words_key="restore.page.going", parent=self)
        self.found = Card(context, words("restore.page.found.title"), padding_px=28, parent=self)
        self.facts = Label("", parent=self.found)
        self.missing = Label("", "strong", parent=self.found)
        self.kept = Label(words("restore.page.kept"), "hint", parent=self.found)
        self.put = Button(context, words("restore.page.put"), "primary", parent=self.found)
        self.not_this = Button(context, words("restore.page.not"), parent=self.found)
        self.verdict = Verdict(context, parent=self)
        self.failure = MessageCard(context, parent=self)
        self.back = Button(context, words("restore.page.back"), "big_quiet", parent=self)
        self.name_children()
        for part in (self.chosen, self.found):
            part.hide()
        self.go.setEnabled(False)

    @override
    def _lay_out(self) -> None:
        gap = self.context.theme.gap_px
        self.card.body.addLayout(_row(self.choose))
        for asked in (self.chosen, self.secret):
            self.card.body.addWidget(asked)
        self.card.body.addLayout(_row(self.go))
        for said in (self.facts, self.missing, self.kept):
            self.found.body.addWidget(said)
        self.found.body.addLayout(_row(self.put, self.not_this))
        text = QWidget(self)
        text.setMaximumWidth(self.context.theme.text_px(WIDTH_PX))
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap(12))
        parts = (self.headline, self.lead, self.card, self.progress, self.found, self.verdict, self.failure)
        for part in parts:
            column.addWidget(part)
        column.addLayout(_row(self.back))
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(text, 1000)
        line.addStretch(1)
        self.content.addLayout(line)

    @override
    def _connect(self) -> None:
        ask = self.context.words("restore.page.choose")
        self.choose.clicked.connect(lambda: ask_folder(self, ask, self.choose_folder))
        self.secret.entered.connect(self._on_go)
        self.secret.changed.connect(lambda _text: self._settle())
        self.go.clicked.connect(self._on_go)
        self.put.clicked.connect(self._on_put)
        self.not_this.clicked.connect(self._on_not_this)
        self.back.clicked.connect(self._on_back)

    def choose_folder(self, folder: Path) -> None:
        """Look at this one; nothing is read yet."""
        self.source = folder
        self.chosen.set_words(legible(str(folder)))
        self.chosen.show()
        self.failure.hide()
        self.secret.setFocus()
        self._settle()

    def _settle(self) -> None:
        self.go.setEnabled(
            self.source is not None and bool(self.secret.text.strip()) and self.progress.isHidden()
        )

    # --- looking ---

    def _on_go(self) -> None:
        source, secret, target = self.source, self.secret.text, self.context.folder
        if source is None or not self.go.isEnabled():
            return
        self._begin()
        self.context.background.run(
            partial(_bring_in, source, target, secret, self.progress.moved.emit, self.progress.cancelled),
            owner=self,
            then=self._on_brought,
            otherwise=self._on_failed,
        )

    def _on_brought(self, brought: Brought) -> None:
        self._end()
        self.brought = brought
        self.card.hide()
        self.facts.set_words("\n".join(self._facts(brought)))
        self.missing.set_words("\n".join(self._missing(brought)))
        self.missing.setVisible(bool(self.missing.words))
        self.kept.setVisible(brought.present.last_at is not None)
        self.found.show()
        self.put.setFocus()

    def _facts(self, brought: Brought) -> Iterator[str]:
        words, standing, present = self.context.words, brought.standing, brought.present
        yield words("restore.page.found", n=standing.exhibits, **moment_words(self.context, standing.last_at))
        if standing.differing:
            yield words("restore.page.damaged", list=", ".join(standing.differing[:NAMED]))
        elif standing.damaged:
            yield words("restore.page.damaged.some")
        if present.last_at is not None:
            yield words("restore.page.present", **moment_words(self.context, present.last_at))

    def _missing(self, brought: Brought) -> Iterator[str]:
        words, present = self.context.words, brought.present
        if present.last_at is not None and present.last_at > brought.standing.last_at:
            yield words("restore.page.missing")
        if present.purged:
            yield words("restore.page.purged", n=len(present.purged))

    # --- putting it there ---

    def _on_put(self) -> None:
        if self.brought is None:
            return
        self.put.setEnabled(False)
        self.context.background.run(
            partial(_put, self.brought, self.context, self.secret.text),
            owner=self,
            then=self._on_put_there,
            otherwise=self._on_failed,
        )

    def _on_put_there(self, kind: SecretKind) -> None:
        self.brought = None
        secret = self.secret.text
        self.secret.clear()
        self.moved_on.emit("by_code", kind.value == "recovery_code")
        self.context.session.open(self.context.folder, secret, kind=kind, otherwise=self._on_failed)

    def _on_not_this(self) -> None:
        self._discard()
        self.found.hide()
        self.card.show()
        self._settle()

    def _on_back(self) -> None:
        self.progress.cancelled.set()
        self._discard()
        self.secret.clear()
        self.moved_on.emit("lock" if self.context.folder.exists() else "welcome", None)

    def _discard(self) -> None:
        brought, self.brought = self.brought, None
        if brought is not None:
            self.context.background.run(partial(_discard, brought), owner=self)

    def _begin(self) -> None:
        self.failure.hide()
        self.verdict.clear()
        self.progress.begin()
        self.go.setEnabled(False)

    def _end(self) -> None:
        self.progress.end()
        self._settle()

    def _on_failed(self, error: BaseException) -> None:
        self._end()
        self.put.setEnabled(True)
        if isinstance(error, Cancelled):
            self.verdict.say("hint", self.context.words("safe.page.stopped"))
        else:
            self.failure.show_error(error)


def _row(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row


# SQLCipher and Argon2 are imported in the worker: after the first paint (G7).


def _bring_in(
    source: Path, target: Path, secret: str, moved: Callable[[float], None], cancelled: threading.Event
) -> Brought:
    from app.vault import restoring  # noqa: PLC0415 - as said above

    return restoring.bring_in(source, target, secret, restoring.kind_of(secret), moved, cancelled)


def _put(brought: Brought, context: Context, secret: str) -> SecretKind:
    """Put it in place. Returns: what kind of secret opens it."""
    from app.vault import restoring  # noqa: PLC0415 - as said above

    kind, tool = restoring.kind_of(secret), f"safehold/{app_version()}"
    restoring.put_in_place(brought, context.folder, secret, kind, context.clock, tool)
    return kind


def _discard(brought: Brought) -> None:
    from app.vault import restoring  # noqa: PLC0415 - as said above

    restoring.discard(brought)
