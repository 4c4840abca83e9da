# SPDX-License-Identifier: MIT
"""What was found in a picture and the proof of it: enlarged, read, its doubts, compared with a pasted one."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout

from app.identify.formats import check
from app.identify.platforms import VerdictKind
from ui.account_making import Proof, rect_of
from ui.widgets.alternatives import Alternatives
from ui.widgets.button import Button
from ui.widgets.card import Card, rule
from ui.widgets.differs_panel import DiffersPanel
from ui.widgets.field import Field
from ui.widgets.found_crop import FoundCrop
from ui.widgets.identifier_strip import IdentifierStrip
from ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.identify.platforms import Platform
    from ui.context import Context
    from ui.looking import Sighting

NO_ID = frozenset({VerdictKind.DISPLAY_NAME, VerdictKind.CONVERSATION_ID, VerdictKind.NOT_A_PERSON})


class Standing(StrEnum):
    """How what was read and what was pasted stand to each other."""

    ALONE = "alone"  # nothing is pasted
    AGREES = "agrees"
    DIFFERS = "differs"
    NO_ID = "no_id"  # what is pasted is a name, or the number of a chat


class FoundId(Card):
    """One sighting at a time. It fills nothing in: the person keeps it, or says that it is not it.

    Attributes:
        has_pasted: whether what stands beside the reading was pasted, and not typed.

    Signals:
        changed: what is pasted, what is settled or the name taken up is another.
        entered: Enter was pressed in the field.
    """

    changed = Signal()
    entered = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        words = context.words
        super().__init__(context, words("id.page.found"), parent=parent)
        self._context = context
        self._sighting: Sighting | None = None
        self._platform: Platform | None = None
        self.has_pasted = False
        self.ref = Label("", "small", wraps=False, parent=self)
        self.crop = FoundCrop(context, parent=self)
        self.read_as = Label(words("id.page.read"), "small", parent=self)
        self.strip = IdentifierStrip(context, parent=self)
        self.alternatives = Alternatives(context, parent=self)
        self.line = rule(self)
        self.compare = Field(context, words("id.page.paste"), is_mono=True, parent=self)
        self.paste_found = self.compare.add_button(words("id.form.paste"))
        self.differs = DiffersPanel(context, parent=self)
        self.name_label = Label("", parent=self)
        self.use_name = Button(context, words("id.page.use"), "answer", parent=self)
        self.use_name.setCheckable(True)
        for name, value in vars(self).items():
            if hasattr(value, "setObjectName") and not value.objectName():
                value.setObjectName(name)
        self.compare.setObjectName("compare")
        self.paste_found.setObjectName("paste_found")
        self._lay_out()
        self._connect()

    @property
    def sighting(self) -> Sighting | None:
        """What is shown."""
        return self._sighting

    @property
    def standing(self) -> Standing:
        """How the two stand to each other."""
        compared = self._compared()
        if not compared or self._platform is None:
            return Standing.ALONE
        if compared == self.alternatives.text:
            return Standing.AGREES
        is_no_id = check(self._platform, self.compare.text).kind in NO_ID
        return Standing.NO_ID if is_no_id else Standing.DIFFERS

    def show_sighting(self, sighting: Sighting, platform: Platform) -> None:
        """Show this one, compared with nothing."""
        self._sighting, self._platform = sighting, platform
        found = sighting.proposal
        self.compare.clear()
        self.has_pasted = False
        self.ref.set_words(f"**{sighting.exhibit.ref}**")
        self.crop.show_part(sighting.picture, rect_of(found.box))
        self.alternatives.offer(found.value, found.doubts, is_proven=found.has_checksum)
        self.use_name.setChecked(False)
        self.name_label.set_words(self._context.words("id.page.name.read", name=found.name or ""))
        self._judge()

    def forget(self) -> None:
        """Show nothing, and hold nothing of the picture."""
        self._sighting = None
        self.compare.clear()

    def proof(self, *, keeps_compared: bool = False) -> Proof | None:
        """Return what stands here, to be kept: what stands in the picture, or what is pasted beside it."""
        if self._sighting is None:
            return None
        found = self._sighting.proposal
        is_other = self.standing is Standing.NO_ID
        return Proof(
            exhibit=self._sighting.exhibit.id,
            proposal=found,
            settled=self.alternatives.text,
            compared="" if is_other else self._compared(),
            has_pasted=self.has_pasted and not is_other,
            name=found.name if self.use_name.isChecked() else None,
            keeps_compared=keeps_compared,
        )

    def paste(self) -> None:
        """Put what was copied beside what was read."""
        text = QGuiApplication.clipboard().text()
        if text:
            self.compare_with(text, has_pasted=True)

    def compare_with(self, text: str, *, has_pasted: bool) -> None:
        """Compare with what was typed or pasted before."""
        self.compare.set_text(text)
        self.has_pasted = has_pasted
        self._judge()

    def _lay_out(self) -> None:
        gap = self._context.theme.gap_px
        head = QHBoxLayout()
        self.body.removeWidget(self.title)
        head.addWidget(self.title, 1)
        head.addWidget(self.ref)
        self.body.addLayout(head)
        self.body.setSpacing(gap(8))
        for widget in (self.crop, self.read_as, self.strip, self.alternatives):
            self.body.addWidget(widget)
        self.body.addSpacing(gap(8))
        self.body.addWidget(self.line)
        self.body.addSpacing(gap(6))
        self.body.addWidget(self.compare)
        self.body.addWidget(self.differs)
        name = QHBoxLayout()
        name.setSpacing(gap(12))
        name.addWidget(self.name_label, 1)
        name.addWidget(self.use_name)
        self.body.addLayout(name)

    def _connect(self) -> None:
        self.alternatives.changed.connect(self._judge)
        self.alternatives.shown_place.connect(self.changed)
        self.paste_found.clicked.connect(self.paste)
        self.compare.edit.textEdited.connect(self._on_edited)
        self.compare.changed.connect(self._judge)
        self.compare.entered.connect(self.entered)
        self.use_name.clicked.connect(self.changed)

    def _compared(self) -> str:
        """Return what is pasted, without what copying put round it."""
        if self._platform is None:
            return ""
        return check(self._platform, self.compare.text).normalised or ""

    def _on_edited(self, _text: str) -> None:
        """Note whether it was pasted whole; what is changed by hand counts as typed."""
        self.has_pasted = self.compare.has_pasted

    def _judge(self, _text: str = "") -> None:
        """Show the reading, and how what is pasted stands to it."""
        read, standing = self.alternatives.text, self.standing
        self.strip.set_text(read)
        given = self._compared() if standing is Standing.DIFFERS else read
        self.differs.show_texts(read, given, is_typed=not self.has_pasted)
        self._say(standing, len(read))
        words = self._context.words
        self.paste_found.set_words(words("id.page.again" if self.compare.text else "id.form.paste"))
        self.paste_found.setVisible(standing in {Standing.ALONE, Standing.AGREES})
        has_name = self._sighting is not None and self._sighting.proposal.name is not None
        for widget in (self.name_label, self.use_name):
            widget.setVisible(has_name and standing is not Standing.DIFFERS)
        self.changed.emit()

    def _say(self, standing: Standing, length: int) -> None:
        words, verdict = self._context.words, self.compare.verdict
        key = check(self._platform, self.compare.text).catch_key if self._platform else None
        if standing is Standing.AGREES:
            verdict.say("good", words("id.page.agree"), words("id.page.agree.note", n=length))
        elif standing is Standing.NO_ID and self._platform and key:
            catch = self._platform.catch(key)
            verdict.say("hint", catch.title, catch.text)
        else:
            verdict.clear()
