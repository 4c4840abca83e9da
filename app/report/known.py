# SPDX-License-Identifier: MIT
"""What may stand on paper: every stored value of a dossier, and the program's own words."""

from __future__ import annotations

import base64
import dataclasses
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from app.identify.extract import masked
from app.money import digits_of
from app.report.checking import COMMANDS, OUTSIDE
from app.report.code_points import point_of
from app.report.custody_pages import LOG
from app.report.file_names import derivative_file_name, exhibit_file_name, numbered
from app.report.phrases import as_sentence
from app.report.zones import zone_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from app.report.dossier import Dossier, NumberedAccount
    from app.report.writer import Writer

    Day = tuple[int, int, int]

AROUND = " .,;:!?…()[]{}<>“”\u2018\u2019«»\"'`•*\u2013\u2014→=|@~"
LEAST = 100  # per cent, and what a page holds
HASH = re.compile(r"[0-9a-f]{64}")
SHORT = (8, 16)  # digits by which a hash value is called
FIELD = re.compile(r"\{[^}]*\}|\*\*")
ENDING = re.compile(r"\}([^\s{}]*\w)")  # what a sentence writes onto the end of a field: "Tom's"
PROGRAM = (COMMANDS, OUTSIDE, LOG)  # printed beside the sentences


def core_of(word: str) -> str:
    """Return a word without what stands around it in a sentence."""
    return word.strip(AROUND)


def squeezed(text: str) -> str:
    """Return a text without blanks: what is grouped for reading is the value again."""
    return "".join(text.split())


class Known:
    """Everything stored, in the shapes in which it may be printed."""

    def __init__(
        self,
        dossier: Dossier,
        writer: Writer,
        *,
        pages: int = 1,
        beside: Iterable[object] = (),
        shown: Callable[[str], str] | None = None,
    ) -> None:
        """Walk through the dossier, and through the constants that are printed beside it.

        ``shown`` is how a stored text is shown, if not as it is printed.
        """
        self._writer = writer
        self._shown = shown or writer.fonts.printable
        self._zone = zone_of(dossier.prepared)
        self._texts: set[str] = set()
        self._words: set[str] = set()
        self._whole: set[str] = set()
        self._first: set[str] = set()
        self._numbers: set[int] = set()
        self._sums: set[tuple[int, str]] = set()
        self._most = max(LEAST, pages, dossier.checkpoint.size)
        self.clocks: set[str] = set()
        self.moments: set[tuple[Day, str]] = set()
        self.days_of: defaultdict[tuple[int, int], set[Day]] = defaultdict(set)
        self._walk((dossier, *PROGRAM, *beside))
        self._add_derived(dossier)
        self._endings: set[str] = set()
        for sentence in writer.sentences():
            self._add_words(FIELD.sub(" ", sentence).split())
            self._endings.update(ENDING.findall(sentence.replace("**", "")))
        self._sorted = sorted(self._whole | self._words)
        self.names_of = _names(dossier.accounts, writer)
        self.all_names = tuple(sorted(set().union(*self.names_of.values())))

    def has(self, word: str) -> bool:
        """Whether a word stands in something stored, or is one of the program's own."""
        return word in self._words

    def stem_of(self, word: str) -> str:
        """Return a word without what a sentence wrote onto its end."""
        return next((word.removesuffix(end) for end in self._endings if word.endswith(end)), word)

    def begins_sentence(self, word: str) -> bool:
        """Whether a stored text begins with this word, once it has a capital."""
        return word in self._first

    def is_whole(self, joined: str) -> bool:
        """Whether words that were printed apart are one stored value, or the start of one."""
        core = core_of(joined)
        start, dots, end = joined.partition("…")
        return (
            not self._whole.isdisjoint((joined, core))
            or not self._words.isdisjoint((joined, core))
            or (bool(dots) and self.begins(core_of(start), core_of(end)))
        )

    def begins_whole(self, joined: str) -> bool:
        """Whether a stored value begins like words that were printed apart, or may, since they were cut."""
        return "…" in joined or any(self._begins(start) for start in (joined, core_of(joined)))

    def _begins(self, start: str) -> bool:
        at = bisect_left(self._sorted, start)
        return at < len(self._sorted) and self._sorted[at].startswith(start)

    def has_count(self, n: int) -> bool:
        """Whether a bare number may count pages, pictures or records, or is stored."""
        return n <= self._most or n in self._numbers

    def has_sum(self, number: str, currency: str) -> bool:
        """Whether so much was paid or asked for, or was paid in all, in this currency."""
        digits = digits_of(currency)
        units, _, rest = number.replace(",", "").partition(".")
        if len(rest) > digits:
            return False
        return (int(units) * 10**digits + int(rest.ljust(digits, "0") or "0"), currency) in self._sums

    def has_part(self, text: str) -> bool:
        """Whether something stands in a stored text just so."""
        wanted = re.compile(rf"(?<!\w){re.escape(' '.join(text.split()))}(?!\w)")
        return any(wanted.search(stored) for stored in self._texts)

    def begins(self, start: str, end: str) -> bool:
        """Whether a stored word or text begins and ends like this: it was cut short."""
        return any(
            one.startswith(start) and one.endswith(end)
            for words in (self._words, self._whole)
            for one in words
        )

    # --- taking in ---

    def _walk(self, roots: Iterable[object]) -> None:
        """Take in every value that can be reached, each object once."""
        waiting = list(roots)
        seen = set[int]()
        while waiting:
            value = waiting.pop()
            if isinstance(value, str | int | date | time):
                self._take(value)
            elif value is not None and id(value) not in seen:
                seen.add(id(value))
                waiting += _parts(value)
                self._add_sum(getattr(value, "amount_minor", None), getattr(value, "currency", None))

    def _take(self, value: str | int | date | time) -> None:
        """Take in one plain value."""
        if isinstance(value, str):
            self._add_text(value)
        elif isinstance(value, datetime):
            self._add_moment(value)
        elif isinstance(value, date):
            self.days_of[value.month, value.day].add((value.year, value.month, value.day))
        elif isinstance(value, time):
            self.clocks.add(f"{value:%H:%M}")
        else:
            self._numbers.add(value)

    def _add_text(self, text: str) -> None:
        """Take in a stored text as it is printed."""
        for shape in dict.fromkeys((text, " ".join(text.split()))):
            shown = self._shown(shape)
            if shown not in self._texts:
                self._texts.add(shown)
                self._add_words(shown.split())
                self._first.update(core_of(as_sentence(word)) for word in shown.split()[:1])
                self._whole.add(squeezed(shown))
        if HASH.fullmatch(text):
            self._whole.update(text[:n] for n in SHORT)

    def _add_words(self, words: list[str]) -> None:
        """Take in words, with and without what stands around them."""
        self._words.update(words)
        self._words.update(map(core_of, words))

    def _add_moment(self, at: datetime) -> None:
        """Take in a time, in the zone of the report and in UTC."""
        self._words.add(self._writer.offset(at))
        for local in (at.astimezone(self._zone), at.astimezone(UTC)):
            day = (local.year, local.month, local.day)
            self.days_of[day[1:]].add(day)
            clocks = (f"{local:%H:%M}", f"{local:%H:%M:%S}")
            self.clocks.update(clocks)
            self.moments.update((day, clock) for clock in clocks)

    def _add_sum(self, minor: int | None, currency: str | None) -> None:
        """Take in a sum of money."""
        if minor is not None:
            self._sums.add((abs(minor), (currency or "").upper()))

    def _add_derived(self, dossier: Dossier) -> None:
        """Take in what is worked out from stored values: totals, ends of calls, names of files, masks."""
        totals = Counter[str]()
        for payment in (entry.payment for entry in dossier.payments):
            totals[payment.currency or ""] += payment.amount_minor or 0
            self._add_text(masked(payment.reference or ""))
        for currency, minor in totals.items():
            self._add_sum(minor, currency)
        for call in (entry.call for entry in dossier.calls):
            if call.started_at and call.duration_s:
                self._add_moment(call.started_at + timedelta(seconds=call.duration_s))
        for text in (*_spellings(dossier), *_files(dossier)):
            self._add_text(text)
        for account in (entry.account for entry in (*dossier.accounts, *dossier.own_accounts)):
            for name in (account.stable_id or "", *(name.name for name in account.display_names)):
                self._whole.add("".join(map(point_of, name)))
                self._words.update(map(point_of, name if len(name) == 1 else ""))  # nothing to join
                self._words.update(f"U+{point_of(c)}" for c in name)


def _spellings(dossier: Dossier) -> Iterator[str]:
    """Give other spellings of stored values."""
    yield f"v{dossier.version}"
    if HASH.fullmatch(dossier.checkpoint.root):
        yield base64.b64encode(bytes.fromhex(dossier.checkpoint.root)).decode()
    for entry in (*dossier.accounts, *dossier.own_accounts):
        yield _shown(entry)


def _shown(entry: NumberedAccount) -> str:
    """Return an identifier as its platform writes it."""
    return entry.platform.shown_as.replace("{id}", entry.account.stable_id or "")


def _files(dossier: Dossier) -> Iterator[str]:
    """Give the names of files in the package."""
    for exhibit in dossier.all_exhibits:
        yield from (exhibit_file_name(original.record) for original in exhibit.originals)
        yield from (derivative_file_name(record, n) for n, record in numbered(exhibit))


def _names(accounts: Iterable[NumberedAccount], writer: Writer) -> dict[str, frozenset[str]]:
    """Return how names stand below an identifier, by the identifier."""
    found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for entry in accounts:
        if entry.account.stable_id:
            found[squeezed(writer.fonts.printable(_shown(entry)))] |= {
                squeezed(said)
                for name in entry.account.display_names
                for said in (
                    writer.plain("first.shown_as", name=name.name),
                    writer.fonts.printable(name.name)
                    + writer.plain("accounts.name_at", at=writer.short(name.seen_at)),
                )
            }
    return dict(found)


@cache
def _fields(kind: Any) -> tuple[str, ...]:
    """Return the names of the fields of a frozen value."""
    return tuple(one.name for one in dataclasses.fields(kind)) if dataclasses.is_dataclass(kind) else ()


def _parts(value: Any) -> Iterator[object]:
    """Give what a value is made of."""
    kind: Any = type(value)
    if isinstance(value, dict):
        yield from (*value, *value.values())
    elif isinstance(value, tuple | list | frozenset | set):
        yield from value
    else:
        yield from (getattr(value, name) for name in _fields(kind))
