# SPDX-License-Identifier: MIT
"""A form or a letter filled in from a dossier: text to copy, checked against what is stored."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from app.guide.sentences import spoken
from app.model import Under18
from app.report import nothing_invented
from app.report.dossier import NOTHING_TIMED
from app.report.heard import Heard
from app.report.wording.facts import Facts, case_facts, facts_of, payment_facts, seen
from app.report.wording.fitting import Fitted, fitted, sentences_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.report.dossier import Dossier, NumberedPayment
    from app.report.wording.files import Blank, Form, Group, Letter, Say
    from app.report.writer import Writer

OWN_WORDS = "{own_words}"  # a line that is the person's own words, sentence by sentence


@dataclass(frozen=True, slots=True)
class FilledBlank:
    """One field: what to copy, and how much of it there may be. ``is_known`` is false of "not known"."""

    label: str
    text: str
    length: int
    most: int | None = None
    left: tuple[str, ...] = ()
    is_known: bool = True


@dataclass(frozen=True, slots=True)
class FilledGroup:
    """Fields that belong together."""

    title: str
    blanks: tuple[FilledBlank, ...]


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A form, filled in. ``beyond``: groups of which there are more than it takes, and how many more."""

    form: Form
    groups: tuple[FilledGroup, ...]
    beyond: tuple[tuple[str, int], ...] = ()

    @property
    def text(self) -> str:
        """All of it, to copy at once."""
        return "\n\n".join(
            "\n".join([group.title, *(f"{blank.label}: {blank.text}" for blank in group.blanks)])
            for group in self.groups
        )


@dataclass(frozen=True, slots=True)
class FilledLetter:
    """A letter about one payment, filled in."""

    letter: Letter
    number: int
    to: str
    date: str
    subject: str
    opening: str
    rows: tuple[tuple[str, str], ...]
    asking: str
    asks: tuple[str, ...]
    closing: str
    name: str

    @property
    def text(self) -> str:
        """The letter as plain text."""
        rows = [f"{label}: {value}" for label, value in self.rows]
        asks = [f"{n}. {ask}" for n, ask in enumerate(self.asks, 1)]
        blocks = (
            [self.to, self.date], [self.subject], [self.opening], rows, [self.asking, *asks], [self.closing],
            [self.name],
        )  # fmt: skip
        return "\n\n".join("\n".join(line for line in block if line) for block in blocks)


def filled_form(form: Form, dossier: Dossier, writer: Writer) -> FilledForm:
    """Return a form filled in with what is stored; where it is not known, it says so.

    Where someone is or may be under 18 it holds facts only, and tells no story.

    Raises:
        FactInvented: it says something that is not stored.
    """
    groups: list[FilledGroup] = []
    beyond: list[tuple[str, int]] = []
    for group in form.group:
        facts = facts_of(writer, dossier, group.each)
        kept = facts if group.most is None else facts[: group.most]
        groups += [_group(group, one, dossier, writer) for one in kept]
        if len(facts) > len(kept):
            beyond.append((group.title.partition("{")[0].strip(), len(facts) - len(kept)))
    done = FilledForm(form, tuple(group for group in groups if group.blanks), tuple(beyond))
    _check(done.text, dossier, writer, form)
    return done


def filled_letter(letter: Letter, entry: NumberedPayment, dossier: Dossier, writer: Writer) -> FilledLetter:
    """Return a letter about one payment, with what is stored of it and of nothing else.

    Raises:
        FactInvented: it says something that is not stored of this payment.
    """
    about = only_about(entry, dossier)
    facts = case_facts(writer, dossier) | payment_facts(writer, entry)
    rows = ((row.label, spoken([row.line], facts)) for row in letter.rows)
    filled = FilledLetter(
        letter,
        entry.number,
        to=spoken([letter.to], facts),
        date=writer.full_day(dossier.prepared.utc),
        subject=spoken([letter.subject], facts),
        opening=spoken(letter.opening, facts),
        rows=tuple((spoken([label], facts), value) for label, value in rows if value),
        asking=letter.asking,
        asks=tuple(said for ask in letter.asks if (said := spoken([ask], facts))),
        closing=spoken(letter.closing, facts),
        name=facts["name"] or "",
    )
    _check(filled.text, about, writer, letter)
    return filled


def only_about(entry: NumberedPayment, dossier: Dossier) -> Dossier:
    """Return the dossier without every other payment and whatever has numbers of its own."""
    case = replace(dossier.case, own_words=None, sent_detail=None)
    told = ("accounts", "own_accounts", "demands", "calls", "contacts", "places")
    pictures = ("exhibits", "left_out", "withdrawn", "purged")
    nothing: dict[str, Any] = dict.fromkeys((*told, *pictures), ())
    return replace(dossier, case=case, payments=(entry,), timeline=NOTHING_TIMED, **nothing)


def _check(text: str, dossier: Dossier, writer: Writer, beside: object) -> None:
    """The text holds no fact but stored ones, and the constants of its file."""
    heard = Heard.of(text.splitlines())
    nothing_invented.check(heard, dossier, writer, beside=(beside,), shown=seen)


def _group(group: Group, facts: Facts, dossier: Dossier, writer: Writer) -> FilledGroup:
    """Return one group of fields."""
    is_adult = dossier.case.under_18 is Under18.NO
    wanted = (blank for blank in group.blanks if is_adult or not blank.is_story)
    blanks = tuple(_blank(blank, facts, dossier, writer) for blank in wanted)
    return FilledGroup(spoken([group.title], facts) or group.title, blanks)


def _blank(blank: Blank, facts: Facts, dossier: Dossier, writer: Writer) -> FilledBlank:
    """Return one field; of one that tells a story, as much as fits."""
    if blank.say:
        found = fitted(_paragraphs(blank.say, dossier, writer), blank.most)
    else:
        found = fitted([[spoken([blank.line], facts)]], blank.most)
    if not found.text and not found.left:
        unknown = writer.plain("not_known")
        found = Fitted(unknown, len(unknown))
        return FilledBlank(blank.label, found.text, found.length, blank.most, is_known=False)
    return FilledBlank(blank.label, found.text, found.length, blank.most, found.left)


def _paragraphs(say: Sequence[Say], dossier: Dossier, writer: Writer) -> Iterator[list[str]]:
    """Give sentences, those of each account, payment or quotation as a paragraph of their own."""
    for part in say:
        for facts in facts_of(writer, dossier, part.each):
            own = sentences_in(facts["own_words"] or "") if part.lines == (OWN_WORDS,) else None
            sentences = own if own is not None else [spoken([line], facts) for line in part.lines]
            if any(sentences):
                yield [sentence for sentence in sentences if sentence]
