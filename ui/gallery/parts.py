# SPDX-License-Identifier: MIT
"""What stands in the gallery: each part with its states, said with words that people see elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from app.errors import DiskFull
from app.model import Notice
from ui.gallery.states import Ringed, chosen, disabled, pointed_at, pressed, written_in
from ui.messages import MessageCard
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import AttentionCard, Card
from ui.widgets.chip import Chip
from ui.widgets.choice import ChoiceRow
from ui.widgets.empty_state import EmptyState
from ui.widgets.field import Field
from ui.widgets.identifier_strip import IdentifierStrip
from ui.widgets.label import Label
from ui.widgets.notice_panel import NoticePanel
from ui.widgets.numbered_row import NumberedRow, RuleRow
from ui.widgets.progress import Progress
from ui.widgets.status_row import StatusRow
from ui.widgets.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from PySide6.QtWidgets import QWidget

    from ui.context import Context

States: TypeAlias = "Iterator[tuple[str, QWidget]]"

ROLES = ("big", "primary", "secondary", "quiet", "danger")
SAMPLE_ID = "live:.cid.8f3a1b2c4d5e6f70"


def _buttons(context: Context) -> States:
    words = context.words("window.go_on")
    for role in ROLES:
        yield "default", Button(context, words, role)
        yield "hover", pointed_at(Button(context, words, role))
        yield "pressed", pressed(Button(context, words, role))
        yield "focus", Ringed(context, Button(context, words, role))
        yield "disabled", disabled(Button(context, words, role))
    yield "long", Button(context, context.words("report.page.mail"), "secondary", icon="mail")


def _chips(context: Context) -> States:
    words = context.words("id.form.other")
    yield "default", Chip(context, words)
    yield "hover", pointed_at(Chip(context, words))
    yield "chosen", chosen(Chip(context, words))
    yield "focus", Ringed(context, Chip(context, words))
    yield "disabled", disabled(Chip(context, words))


def _answers(context: Context) -> States:
    words = context.words("questions.q1.unsure")
    yield "default", ChoiceRow(context, words)
    yield "hover", pointed_at(ChoiceRow(context, words))
    yield "chosen", chosen(ChoiceRow(context, words))
    yield "focus", Ringed(context, ChoiceRow(context, words))
    yield "long", ChoiceRow(context, context.words("questions.none"))


def _fields(context: Context) -> States:
    words, label = context.words, context.words("id.form.name")
    yield "default", Field(context, label, hint=words("id.form.name.hint"))
    yield "focus", written_in(Field(context, label))
    typed = Field(context, label, is_mono=True)
    typed.set_text(SAMPLE_ID)
    yield "typed", typed
    good = Field(context, words("passphrase.again"), is_secret=True)
    good.verdict.say("good", words("passphrase.same"))
    yield "good", good
    hint = Field(context, words("passphrase.again"), is_secret=True)
    hint.verdict.say("hint", words("passphrase.differs"))
    yield "hint", hint
    yield "disabled", disabled(Field(context, label))


def _strip(context: Context) -> States:
    plain, differs, long = (IdentifierStrip(context) for _ in range(3))
    plain.set_text(SAMPLE_ID)
    differs.set_text(SAMPLE_ID, differs_at=12, names=False)
    long.set_text(SAMPLE_ID * 3)
    yield "default", plain
    yield "hint", differs
    yield "long", long


def _cards(context: Context) -> States:
    words = context.words
    for kind in ("card", "quiet", "soft"):
        card = Card(context, words("passphrase.title"), kind=kind)
        card.body.addWidget(Label(words("passphrase.lead"), parent=card))
        yield "default", card
    yield "urgent", AttentionCard(context, words("payments.stop.now"), words("passphrase.title"))


def _rows(context: Context) -> States:
    words = context.words("recovery.title")
    yield "default", StatusRow(context, words, note=context.words("window.part", n=1, all=2))
    yield "hover", pointed_at(StatusRow(context, words))
    yield "focus", Ringed(context, StatusRow(context, words))
    yield "done", StatusRow(context, words, is_done=True)
    yield "long", StatusRow(context, context.words("passphrase.note"))


def _callout(context: Context) -> States:
    words = context.words
    yield "default", NumberedRow(context, 1, words("recovery.how"))
    yield "urgent", NumberedRow(context, 2, words("recovery.shared"), number_to_call="159")
    yield "long", RuleRow(context, "keep", words("recovery.title"), words("passphrase.how"))


def _progress(context: Context) -> States:
    for state, can_cancel in (("loading", True), ("long", False)):
        progress = Progress(context, words_key="report.page.building", can_cancel=can_cancel)
        progress.begin()
        progress.moved.emit(0.42)
        yield state, progress


def _empty(context: Context) -> States:
    words = context.words
    empty = EmptyState(context, words("evidence.page.empty"), [words("evidence.page.empty.hint")])
    empty.add_button(words("window.picture"), icon="camera")
    yield "default", empty
    yield "long", EmptyState(context, words("report.page.empty.words"))


def _banner(context: Context) -> States:
    words = context.words
    yield "default", Banner(context, words("recovery.shared"))
    saved = Banner(context, icon="check", kind="good", role="strong")
    saved.say(words("passphrase.same"), at_end="02:16")
    yield "good", saved
    noticed = NoticePanel(context)
    noticed.show_notices((Notice.BLACK,))
    yield "urgent", noticed
    yield "long", Banner(context, "\n".join((words("passphrase.how"), words("recovery.first_lock"))))


def _verdict(context: Context) -> States:
    words = context.words
    for kind in ("good", "hint"):
        verdict = Verdict(context)
        verdict.say(kind, words("passphrase.same"), words("passphrase.note"))
        yield kind, verdict


def _failure(context: Context) -> States:
    card = MessageCard(context)
    card.show_error(DiskFull(""))
    yield "failed", card


PARTS: Mapping[str, Callable[[Context], States]] = {
    "buttons": _buttons,
    "chips": _chips,
    "answers": _answers,
    "fields": _fields,
    "strip": _strip,
    "cards": _cards,
    "rows": _rows,
    "callout": _callout,
    "progress": _progress,
    "empty": _empty,
    "banner": _banner,
    "verdict": _verdict,
    "failure": _failure,
}
