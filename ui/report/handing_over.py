# SPDX-License-Identifier: MIT
"""Save, print, pack: what to know first, then the work with its bar, then what came of it."""

from __future__ import annotations

import contextlib
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QDialog, QSizePolicy, QVBoxLayout, QWidget

from app.errors import Cancelled
from app.model import CopyKind
from app.report.dossier import LeftOutWhy
from app.report.saving import save_bytes
from app.vault.copies import NewCopy
from ui.background import Lane
from ui.messages import MessageCard
from ui.report.pack_choice import PackChoice, unused
from ui.report.packing import EVERYTHING, Packing
from ui.report.printing import new_printer, print_report
from ui.widgets.before_card import BeforeCard
from ui.widgets.button import Button
from ui.widgets.copies_list import CopiesList
from ui.widgets.packed_card import PackedCard
from ui.widgets.place_dialog import ask_folder, ask_place
from ui.widgets.progress import Progress
from ui.widgets.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter

    from app.model import Copy
    from app.package.sealed import PackageBuilt
    from app.vault import Vault
    from ui.context import Context
    from ui.report.making import Made
    from ui.report.pack_choice import Wanted

COPIES = frozenset({CopyKind.PACKAGE, CopyKind.UPLOAD, CopyKind.REPORT})  # those the page makes

# what stands on the card before each of the three: title, button, way out, lines
BEFORE = {
    "save": (
        "report.page.pdf.title",
        "report.page.pdf.where",
        "package.back",
        ("package.warn", "package.name"),
    ),
    "print": ("print.title", "print.go", "print.back", ("print.1", "print.2", "print.3")),
    "pack": (
        "package.title",
        "package.choose",
        "package.back",
        ("package.lead", "package.where", "package.warn", "package.name"),
    ),
}


class HandingOver(QWidget):
    """Three buttons and what they lead to; nothing can be pressed until there is a report.

    Signals:
        saved: a PDF or a package stands where it was wanted; carries its place.
        printed: carries how many pages.
        came_out: carries the part of the window that says how it ended.
    """

    saved = Signal(object)
    printed = Signal(int)
    came_out = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Wait for a report."""
        super().__init__(parent)
        self._context = context
        self._words = context.words
        self._made: Made | None = None
        self.packing = Packing(context, self)
        self._build()
        self._lay_out()
        self._connect()
        self.set_made(None)

    def set_made(self, made: Made | None) -> None:
        """Offer this report, or nothing."""
        self._made = made
        self.choice.offer(made.dossier if made else None)
        self.copies.refresh()
        for button in self.buttons.values():
            button.setEnabled(made is not None)

    def forget(self) -> None:
        """Hold nothing of a locked case."""
        self.set_made(None)
        self.packed.hide()
        self.done.clear()
        self.failure.hide()
        self._show_buttons()

    def _build(self) -> None:
        context, words = self._context, self._words
        self.buttons = {
            "save": Button(context, words("report.page.pdf"), "big", icon="save", parent=self),
            "print": Button(context, words("report.page.print"), icon="printer", parent=self),
            "pack": Button(context, words("report.page.pack"), icon="package", parent=self),
        }
        self.before = {
            key: BeforeCard(context, words(title), words(go), words(back), self)
            for key, (title, go, back, _) in BEFORE.items()
        }
        self.choice = PackChoice(context, self.before["pack"])
        self.before["pack"].put_in(self.choice)
        self.copies = CopiesList(context, COPIES, parent=self)
        self.saving = Progress(context, words_key="package.writing", parent=self)
        self.sending = Progress(context, words_key="print.sending", parent=self)
        self.done = Verdict(context, parent=self)
        self.packed = PackedCard(context, self)
        self.failure = MessageCard(context, parent=self)
        for key, button in self.buttons.items():
            button.setObjectName(f"{key}_button")
            self.before[key].setObjectName(f"before_{key}")
        for name in ("choice", "copies", "saving", "sending", "done", "packed", "failure"):
            getattr(self, name).setObjectName(name)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._context.theme.gap_px(10))
        parts = (*self.buttons.values(), *self.before.values(), self.saving, self.sending, self.done)
        for part in (*parts, self.packed, self.failure, self.copies):
            column.addWidget(part)
        for button in self.buttons.values():
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _connect(self) -> None:
        next_steps = {"save": self._choose_pdf, "print": self._choose_printer, "pack": self._choose_zip}
        for key, button in self.buttons.items():
            button.clicked.connect(partial(self._ask, key))
            self.before[key].went_on.connect(next_steps[key])
            self.before[key].left.connect(self._show_buttons)
        self.packing.packed.connect(self._on_packed)
        self.packing.failed.connect(self._on_failed)

    def _ask(self, key: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's argument
        """Say what to know first, in place of the buttons."""
        for part in (*self.buttons.values(), self.done, self.packed, self.failure):
            part.hide()
        self.before[key].show_lines([*map(self._words, BEFORE[key][3]), *self._left_out(key)])
        self.came_out.emit(self.before[key])

    def _left_out(self, key: str) -> list[str]:
        """Return what to know of pictures that stay here."""
        made = self._made
        count = sum(left.why is LeftOutWhy.INTIMATE for left in made.dossier.left_out) if made else 0
        if key != "pack" or not count:
            return []
        return [self._words("package.left.one" if count == 1 else "package.left", n=count)]

    def _show_buttons(self) -> None:
        """Offer the three again."""
        for card in (*self.before.values(), self.saving, self.sending):
            card.hide()
        for button in self.buttons.values():
            button.show()

    # --- a PDF ---

    def _choose_pdf(self) -> None:
        self._ask_place("report.page.pdf", self._save_pdf)

    def _ask_place(self, keys: str, then: Callable[[Path], object]) -> None:
        """Ask where, under a name that says nothing."""
        words = self._words
        ask_place(self, words(f"{keys}.title"), words(f"{keys}.name"), words(f"{keys}.kind"), then)

    def _save_pdf(self, place: Path) -> None:
        """Write the bytes that are shown, and put it in the log."""
        made = self._made
        if made is None:
            return
        self._show_buttons()
        self._context.background.run(
            partial(save_bytes, made.report.data, place),
            owner=self,
            then=lambda sha256: self._list_saved(made, place, sha256),
            otherwise=self._on_failed,
        )

    def _list_saved(self, made: Made, place: Path, sha256: str) -> None:
        """Put it in the log and on the list of copies; what cannot be put there does not stay."""

        def job(vault: Vault) -> Copy:
            new = NewCopy(CopyKind.REPORT, str(place), sha256)
            return vault.note_copy(new, made.record(), size=made.dossier.checkpoint.size)

        def give_up(error: BaseException) -> None:
            with contextlib.suppress(OSError):
                place.unlink()
            self._on_failed(error)

        self._context.session.run(job, owner=self, then=lambda _: self._on_saved(place), otherwise=give_up)

    def _on_saved(self, place: Path) -> None:
        self.copies.refresh()
        self.done.say("good", self._words("report.page.pdf.saved"), place.name)
        self.saved.emit(place)
        self.came_out.emit(self.done)

    # --- on paper ---

    def _choose_printer(self) -> None:
        """Open the system's dialog."""
        if self._made is None:
            return
        printer = new_printer()
        dialog = QPrintDialog(printer, self)
        dialog.setObjectName("print_dialog")
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, self._made.report.pages)
        dialog.accepted.connect(
            lambda *_: self._print(printer)
        )  # it brings the printer, unlike other dialogs
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)

    def _print(self, printer: QPrinter) -> None:
        """Send the bytes that are shown, and put it in the log."""
        made = self._made
        if made is None:
            return
        self._show_buttons()
        self.sending.begin()
        self._context.background.run(
            partial(print_report, made.report.data, printer, self.sending.moved.emit, self.sending.cancelled),
            owner=self,
            then=lambda pages: self._note(
                "print.create", {**made.record(), "pages": pages}, partial(self._on_printed, pages)
            ),
            otherwise=self._on_failed,
            lane=Lane.PDFIUM,
        )

    def _on_printed(self, pages: int) -> None:
        self.sending.end()
        self.done.say("good", self._words("print.done", n=pages))
        self.printed.emit(pages)
        self.came_out.emit(self.done)

    # --- a package ---

    def _choose_zip(self) -> None:
        """Ask where: a file, or for upload a folder in which a new one is made."""
        wanted = self.choice.wanted()
        if wanted is None:
            return
        if not wanted.is_upload:
            self._ask_place("package.file", partial(self._pack, wanted=wanted))
            return
        name = self._words("package.folder")
        title = self._words("package.file.title")
        ask_folder(self, title, lambda folder: self._pack(unused(folder / name), wanted=wanted))

    def _pack(self, place: Path, wanted: Wanted = EVERYTHING) -> None:
        if self._made is None:
            return
        self._show_buttons()
        self.saving.begin()
        self.packing.start(self._made, place, self.saving.moved.emit, self.saving.cancelled, wanted)

    def _on_packed(self, built: PackageBuilt) -> None:
        self.saving.end()
        self.packed.show_built(built)
        self.copies.refresh()
        self.saved.emit(built.path)
        self.came_out.emit(self.packed)

    # --- both ends ---

    def _note(self, kind: str, data: dict[str, object], then: Callable[[], object]) -> None:
        """Put it in the custody log, and then say that it is done."""

        def job(vault: Vault) -> int:
            return vault.note(kind, None, data)

        self._context.session.run(job, owner=self, then=lambda _: then(), otherwise=self._on_failed)

    def _on_failed(self, error: BaseException) -> None:
        """Say what happened; what the person stopped needs one line."""
        self._show_buttons()
        if isinstance(error, Cancelled):
            self.done.say("hint", self._words("report.page.stopped"))
        else:
            self.failure.show_error(error)
            self.came_out.emit(self.failure)
