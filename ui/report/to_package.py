# SPDX-License-Identifier: MIT
"""The package for the officer: what goes in, where it goes, and the values to compare with the paper."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from app.report.dossier import LeftOutWhy
from ui.override import override
from ui.report.pack_choice import PackChoice, unused
from ui.report.packing import EVERYTHING, Packing
from ui.report.way import Before, Way
from ui.widgets.packed_card import PackedCard
from ui.widgets.place_dialog import ask_folder
from ui.widgets.progress import Progress

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.package.sealed import PackageBuilt
    from ui.context import Context
    from ui.report.pack_choice import Wanted


class ToPackage(Way):
    """A ZIP, or a folder of files for an upload page."""

    key: ClassVar[str] = "pack"
    before_words: ClassVar[Before] = Before(
        "package.title",
        "package.choose",
        "package.back",
        ("package.lead", "package.where", "package.warn", "package.name"),
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Offer everything."""
        super().__init__(context, parent)
        self.packing = Packing(context, self)
        self.choice = PackChoice(context, self.before)
        self.choice.setObjectName("choice")
        self.before.put_in(self.choice)
        self.saving = Progress(context, words_key="package.writing", parent=self)
        self.packed = PackedCard(context, self)
        self._hold("saving", "packed")
        self.packing.packed.connect(self._on_packed)
        self.packing.failed.connect(self._fail)

    @override
    def _lines(self) -> list[str]:
        """Return what to know first; pictures that stay here are counted."""
        made = self.made
        count = sum(left.why is LeftOutWhy.INTIMATE for left in made.dossier.left_out) if made else 0
        if not count:
            return super()._lines()
        return [*super()._lines(), self._words("package.left", n=count)]

    @override
    def _go_on(self) -> None:
        """Ask where: a file, or for upload a folder in which a new one is made."""
        wanted = self.choice.wanted()
        if wanted is None:
            return
        if not wanted.is_upload:
            self._ask_place("package.file", partial(self.pack, wanted=wanted))
            return
        name = self._words("package.folder")
        title = self._words("package.file.title")
        ask_folder(self, title, lambda folder: self.pack(unused(folder / name), wanted=wanted))

    def pack(self, place: Path, wanted: Wanted = EVERYTHING) -> None:
        """Write it, and put it in the log."""
        if self.made is None:
            return
        self.left.emit()
        self._show_only(self.saving)
        self.saving.begin()
        self.packing.start(self.made, place, self.saving.moved.emit, self.saving.cancelled, wanted)

    def _on_packed(self, built: PackageBuilt) -> None:
        self._show_only(self.packed)
        self.packed.show_built(built)
        self.saved.emit(built.path)
        self.came_out.emit(self.packed)
