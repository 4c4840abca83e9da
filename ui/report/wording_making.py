# SPDX-License-Identifier: MIT
"""Words for forms and letters, filled in from the case; and a letter as a PDF when it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.i18n import ENGLISH
from app.model import CopyKind
from app.paths import resources
from app.timeline import payments_in_order, told_in
from ui.override import override
from ui.report.making import Made

if TYPE_CHECKING:
    from app.package.order import Order
    from app.report.dossier import Dossier, NumberedPayment
    from app.report.wording.filled import FilledForm, FilledLetter
    from app.vault import Vault
    from ui.context import Context


@dataclass(frozen=True, slots=True)
class WordsMade:
    """All forms and letters of a case as it stood.

    Attributes:
        numbers: by entry of the vault, what the papers call its payment.
    """

    forms: tuple[FilledForm, ...]
    letters: tuple[FilledLetter, ...]
    dossier: Dossier
    note: str
    records: int
    numbers: dict[str, int]

    def payment(self, number: int) -> NumberedPayment:
        """Return the payment of this number."""
        return next(entry for entry in self.dossier.payments if entry.number == number)


@dataclass(frozen=True, slots=True)
class LetterMade(Made):
    """A finished letter."""

    letter: str = ""
    payment: int = 0

    @property
    @override
    def kind(self) -> CopyKind:
        """Return what a file of it is on the list of copies."""
        return CopyKind.LETTER

    @override
    def record(self) -> dict[str, object]:
        """Return what a record of its saving or printing names it by."""
        checkpoint = self.dossier.checkpoint
        named = {"sha256": self.report.sha256, "root": checkpoint.root, "size": checkpoint.size}
        return {**named, "form": self.kind.value, "letter": self.letter, "payment": self.payment}


@dataclass(frozen=True, slots=True)
class Frozen:
    """The case as it stood, and which payment is which."""

    order: Order
    records: int
    numbers: dict[str, int]


def freeze(vault: Vault, context: Context) -> Frozen:
    """Return the case as it stands; in the vault's thread.

    Raises:
        NothingToReport: no exhibit and no fact yet.
    """
    from app.package.order import prepare  # noqa: PLC0415 - reportlab, 190 ms, when it is first wanted

    order = prepare(vault, catalogue=context.in_english.catalogue, clock=context.clock)
    paid = payments_in_order(told_in(vault).payments)
    return Frozen(order, vault.record_count, {str(entry.id): n for n, entry in enumerate(paid, 1)})


def fill(frozen: Frozen, context: Context) -> WordsMade:
    """Return every form and letter; the snapshot is given up in any case.

    Raises:
        FactInvented: one says something that is not stored.
    """
    from app.report import fonts  # noqa: PLC0415 - as above
    from app.report.wording.files import forms_for, letters_for  # noqa: PLC0415 - as above
    from app.report.wording.filled import filled_form, filled_letter  # noqa: PLC0415 - as above
    from app.report.writer import Writer  # noqa: PLC0415 - as above

    order, case = frozen.order, frozen.order.dossier.case
    order.close()
    writer = Writer(context.in_english.words, fonts.load(), order.dossier.prepared)
    country = context.contacts.country_of(case.country).id
    said = context.words.translator
    forms = forms_for(resources() / "forms", country, case.country, case.under_18, said)
    folder = resources() / "letters" / ENGLISH
    letters = tuple(
        filled_letter(letter, entry, order.dossier, writer)
        for entry in order.dossier.payments
        for letter in letters_for(folder, entry.payment.method, said)
    )
    filled = tuple(filled_form(form, order.dossier, writer) for form in forms)
    return WordsMade(filled, letters, order.dossier, order.note, frozen.records, frozen.numbers)


def make_letter(made: WordsMade, filled: FilledLetter, context: Context) -> LetterMade:
    """Return the letter as a PDF.

    Raises:
        FactInvented: it says something that is not stored.
    """
    from app.report.wording.letter import letter_bytes  # noqa: PLC0415 - as above

    entry = made.payment(filled.number)
    report = letter_bytes(filled.letter, entry, made.dossier, words=context.in_english.words)
    return LetterMade(
        report, made.dossier, made.note, made.records, letter=filled.letter.id, payment=filled.number
    )
