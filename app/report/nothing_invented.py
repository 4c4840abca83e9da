# SPDX-License-Identifier: MIT
"""Nothing invented: what looks like a fact on paper is a stored value, or the export stops.

The drawn text is searched for what looks like an identifier, address, reference, sum, date, time or web
address. Each must be one that the dossier holds, in a shape that the writer gives it. Dates and sums are read
back to values before they are compared, so that a fault of the writer is found like one of a page.

What it does not see: a stored value in the place of another of the same kind, but for an account's identifier
above a name that is another's; a name in plain letters; a bare number small enough to count pages or records.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from datetime import date
from itertools import takewhile
from typing import TYPE_CHECKING

from app.errors import FactInvented
from app.money import MINOR_DIGITS, SIGNS
from app.report.known import Known, core_of, squeezed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from app.report.dossier import Dossier
    from app.report.heard import Heard, Said
    from app.report.writer import Writer

WORD = re.compile(r"\S+")
LOOKS = re.compile(r"[0-9@_\\]|\w[.:/]\w")  # of a word in the body face
CODES = "|".join(sorted(MINOR_DIGITS, key=len, reverse=True))
SIGNED = re.compile(rf"([{''.join(SIGNS.values())}])(\d[\d,]*(?:\.\d+)?)(?!\w)")
CODED = re.compile(rf"(?<![\w.,])(\d[\d,]*(?:\.\d+)?)\s({CODES})\b")
CLOCK = re.compile(r"(?<![\w:.+/-])(\d{2}:\d{2}(?::\d{2})?)(?![\w:])")
COUNT = re.compile(r"\d{1,3}(?:,\d{3})+|\d+%?")
COUNTS = re.compile(r"\d+(?:[-\u2013\u00d7x/]\d+)+")  # as in 3-5, 1600x900, 6/8
FROM_TO = re.compile(r"(.*?[^\d])(\d+)[-\u2013](\d+)")  # TJH/1-7
CURRENCIES = {sign: code for code, sign in SIGNS.items()}
MOST_BEFORE = 3  # words that may belong to the first part of something that is broken
MOST_AFTER = 160  # groups of four of the longest value that is grouped
END = 1 << 62  # behind every place
BESIDE = 6  # lines below an identifier in which its name stands


def check(
    heard: Heard,
    dossier: Dossier,
    writer: Writer,
    *,
    pages: int = 1,
    beside: Iterable[object] = (),
    shown: Callable[[str], str] | None = None,
) -> None:
    """Everything that was drawn and looks like a fact is one.

    Args:
        heard: what was drawn.
        dossier: what is stored.
        writer: the one that wrote it.
        pages: how many pages there are, for their numbers.
        beside: further constants that may be printed, such as a form's own words.
        shown: how a stored text is shown, if not as it is printed.

    Raises:
        FactInvented: something is not stored; the message says of what kind it is, never what it says.
    """
    Reading(Known(dossier, writer, pages=pages, beside=beside, shown=shown), writer).compare(heard)


def _fixed(lines: Sequence[Said]) -> Iterator[tuple[int, int]]:
    """Give where identifiers stand in the lines laid end to end."""
    at = 0
    for line in lines:
        yield from ((at + start, at + end) for start, end in line.fixed)
        at += len(line.text) + 1


class Reading:
    """Reads texts against what is known."""

    def __init__(self, known: Known, writer: Writer) -> None:
        """Learn how dates are written."""
        self._known = known
        self._not_known = writer.plain("not_known")
        named = [(writer.plain(f"{key}.{n}"), n) for key in ("month", "long_month") for n in range(1, 13)]
        self._months = dict(named)
        either = "|".join(sorted(map(re.escape, self._months), key=len, reverse=True))
        at = re.escape(writer.plain("at"))
        self._weekdays = {writer.plain(f"weekday.{n}"): n for n in range(1, 8)}
        self._date = re.compile(
            rf"(?<![\w.])(?:(?P<weekday>{'|'.join(self._weekdays)}),?\s)?"
            rf"(?P<day>\d{{1,2}})\s(?P<month>{either})\b(?:\s(?P<year>\d{{4}})\b)?"
            rf"(?:,?\s(?:{at}\s)?(?P<clock>\d{{2}}:\d{{2}}(?::\d{{2}})?)(?![\w:]))?"
        )

    def compare(self, heard: Heard) -> None:
        """Compare everything that was heard.

        Raises:
            FactInvented: something is not stored.
        """
        for lines in heard.columns.values():
            self.read("\n".join(line.text for line in lines), list(_fixed(lines)))
            self.read_names(lines)
        for line in dict.fromkeys(heard.apart):  # headers and footers come again on every page
            self.read(line.text, list(line.fixed))

    # --- one text ---

    def read(self, text: str, fixed: Sequence[tuple[int, int]]) -> None:
        """Compare everything in a text that looks like a fact.

        Raises:
            FactInvented: something is not stored.
        """
        settled = sorted(self._units(text))
        words = list(WORD.finditer(text))
        identifiers = _touched(words, fixed)
        done = -1
        for n, word in enumerate(words):
            is_fixed = n in identifiers
            if n > done and (is_fixed or LOOKS.search(word[0])) and not _inside(settled, word):
                done = max(done, self._settle(words, n, is_fixed=is_fixed))

    def _settle(self, words: Sequence[re.Match[str]], n: int, *, is_fixed: bool) -> int:
        """Return the place of the last word that belongs to the fact of which this word is a part.

        Raises:
            FactInvented: it belongs to none.
        """
        word = words[n][0]
        core = core_of(word)
        if self._is_known(word, core) or (
            not is_fixed and (self._known.begins_sentence(core) or self._counts(core))
        ):
            return n
        for first in range(n, max(-1, n - MOST_BEFORE - 1), -1):
            tried = takewhile(lambda one: self._known.begins_whole(one[1]), _joined(words, first))
            ends = [last for last, joined in tried if last >= n and self._known.is_whole(joined)]
            if ends:
                return ends[-1]
        raise FactInvented("an identifier, reference or address is not stored")

    def _is_known(self, word: str, core: str) -> bool:
        """Whether a word is stored, or the program's own, or two such in a range, or the start of one."""
        if not core or self._known.has(word) or self._known.has(core):
            return True
        stem = self._known.stem_of(word)
        if stem != word:
            return self._is_known(stem, core_of(stem))
        ends = FROM_TO.fullmatch(core)
        if ends and all(self._known.has(ends[1] + end) for end in (ends[2], ends[3])):
            return True
        start, dots, end = word.partition("…")
        return bool(dots) and self._known.begins(core_of(start), core_of(end))

    def _counts(self, core: str) -> bool:
        """Whether it is made of bare numbers that may be counts."""
        if COUNT.fullmatch(core):
            return self._known.has_count(int(core.replace(",", "").rstrip("%")))
        return bool(COUNTS.fullmatch(core)) and all(
            map(self._known.has_count, map(int, re.findall(r"\d+", core)))
        )

    # --- dates, times and sums ---

    def _units(self, text: str) -> Iterator[tuple[int, int]]:
        """Give where dates, times and sums stand that are stored.

        Raises:
            FactInvented: one is not.
        """
        for kind, expression, is_stored in (
            ("date", self._date, self._has_date),
            ("time", CLOCK, lambda found: found[1] in self._known.clocks),
            ("sum", SIGNED, lambda found: self._known.has_sum(found[2], CURRENCIES[found[1]])),
            ("sum", CODED, lambda found: self._known.has_sum(found[1], found[2])),
        ):
            for found in expression.finditer(text):
                if is_stored(found) or self._known.has_part(found[0]):
                    yield found.span()
                elif "\n" not in found[0]:  # else it may be the ends of two cells
                    raise FactInvented(f"a {kind} is not stored")

    def _has_date(self, found: re.Match[str]) -> bool:
        """Whether a day is stored; with its time, if one stands beside it."""
        wanted = (self._months[found["month"]], int(found["day"]))
        weekday = self._weekdays.get(found["weekday"] or "")
        days = [
            day
            for day in self._known.days_of.get(wanted, ())
            if found["year"] in {None, f"{day[0]:04}"} and weekday in {None, date(*day).isoweekday()}
        ]
        clock = found["clock"]
        if not clock or not days:
            return bool(days)
        is_parted = "\n" in found[0]  # the time may be that of another cell
        return any((day, clock) in self._known.moments for day in days) or (
            is_parted and clock in self._known.clocks
        )

    # --- names ---

    def read_names(self, lines: Sequence[Said]) -> None:
        """Compare each name that stands below an identifier.

        Raises:
            FactInvented: it is the name of another account.
        """
        current, since = None, 0
        for n, line in enumerate(lines):
            said = squeezed(line.text)
            if line.fixed or line.text.startswith(self._not_known):
                current, since = self._known.names_of.get(said), n
                continue
            is_beside = current is not None and n - since <= BESIDE
            if (
                is_beside
                and said.startswith(self._known.all_names)
                and not said.startswith(tuple(current or ()))
            ):
                raise FactInvented("an identifier stands beside the name of another account")


def _joined(words: Sequence[re.Match[str]], first: int) -> Iterator[tuple[int, str]]:
    """Give two words and more from one on as one, each time with the place of the last."""
    joined = words[first][0]
    for last in range(first + 1, min(len(words), first + MOST_AFTER)):
        joined += words[last][0]
        yield last, joined


def _touched(words: Sequence[re.Match[str]], spans: Iterable[tuple[int, int]]) -> set[int]:
    """Return which words touch one of the places."""
    starts, ends = [word.start() for word in words], [word.end() for word in words]
    return {n for start, end in spans for n in range(bisect_right(ends, start), bisect_left(starts, end))}


def _inside(settled: Sequence[tuple[int, int]], word: re.Match[str]) -> bool:
    """Whether every letter and digit of a word was settled already."""
    core = core_of(word[0])
    start = word.start() + word[0].find(core)
    n = bisect_right(settled, (start, END))
    return n > 0 and settled[n - 1][0] <= start and start + len(core) <= settled[n - 1][1]
