# SPDX-License-Identifier: MIT
"""Sentences, times and sums as they stand on paper.

Sentences are data (``Words``, keys ``paper.*``); ``**`` in a sentence turns bold on and off. What fills a
field never is markup: stars, tags and braces in a name are printed as they are.
"""

from __future__ import annotations

from itertools import accumulate
from string import Formatter
from typing import TYPE_CHECKING, TypeAlias

from app.errors import GuideInvalid
from app.money import COINS, SIGNS, digits_of
from app.report.letters import cells
from app.report.text import BODY, CODE, Span, Style, whole
from app.report.zones import zone_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from app.clock import Moment
    from app.report.fonts import Fonts
    from app.words import Words

Filling: TypeAlias = "str | int | Span | Sequence[Span]"
Part: TypeAlias = tuple[bool, str, str | None]  # whether it is bold, text, and the field after it, if any


class Writer:
    """Turns keys and stored values into spans, in one language and one time zone."""

    def __init__(
        self, words: Words, fonts: Fonts, prepared: Moment, *, most_words: int | None = None
    ) -> None:
        """Keep what the sentences need; ``prepared`` gives zone and year."""
        self.fonts = fonts
        self.language = words.tag
        self._words = words
        self._prepared = prepared
        self._most_words = most_words
        self._parts: dict[str, tuple[Part, ...]] = {}  # of the sentences said so far
        self._zone = zone_of(prepared)
        self._year = prepared.utc.astimezone(self._zone).year

    def said(self, text: str) -> str:
        """Return a text of a content file, kept as it stands there, in the language of the report."""
        return self._words.said(text)

    def capped(self, most_words: int) -> Writer:
        """Return a writer that clips everything it clips at so many words as well."""
        return Writer(self._words, self.fonts, self._prepared, most_words=most_words)

    # --- sentences ---

    def say(self, key: str, style: Style = BODY, /, **fields: Filling) -> list[Span]:
        """Return the sentence ``paper.<key>`` with its fields filled in; ``n`` is what it counts."""
        spans: list[Span] = []
        sentence = self.template(key, fields.get("n"))
        if sentence not in self._parts:
            self._parts[sentence] = _parts_of(sentence)
        for is_bold, literal, name in self._parts[sentence]:
            now = style.bold if is_bold else style
            if literal:
                spans.append(Span(literal, now))
            if name is None:
                continue
            if name not in fields:
                raise GuideInvalid(f"words for paper.{key}: field {name}")
            spans += self._value(fields[name], now)
        return spans

    def plain(self, key: str, /, **fields: str | int) -> str:
        """Return the sentence as bare text, for a heading or a bookmark."""
        return "".join(span.text for span in self.say(key, BODY, **fields))

    def template(self, key: str, n: object = None) -> str:
        """Return the sentence with its fields still open; of one that counts, the form for ``n``."""
        return self._words.template(f"paper.{key}", n)

    def sentences(self) -> list[str]:
        """Return every sentence that can come on paper, its fields still open."""
        return self._words.texts("paper")

    def knows(self, key: str) -> bool:
        """Whether there is such a sentence."""
        return self._words.has(f"paper.{key}")

    def own(self, text: str, style: Style = BODY) -> list[Span]:
        """Return stored words, inert."""
        return [Span(self.fonts.printable(text), style)]

    def identifier(self, text: str, style: Style = CODE) -> Span:
        """Return an identifier in one piece: never grouped, never broken."""
        return Span(whole(self.fonts.printable(text)), style.mono)

    def or_not_known(self, text: str | None, style: Style = BODY) -> list[Span]:
        """Return stored words, or "not known"."""
        return self.own(text, style) if text else self.say("not_known", style)

    def clipped(self, text: str, most: int, *, words: int | None = None) -> str:
        """Return the printable text, cut at so many characters or words; an ellipsis says that it was cut.

        Letters that stand together and names in brackets stay whole; an ideograph counts as two.
        """
        allowed = words if words is not None else max(1, most // 4)
        allowed = min(allowed, self._most_words or allowed)
        text = " ".join(text.split())
        printed = self.fonts.printable(text)
        if cells(printed) > most:
            return _trimmed(_start(self.fonts.pieces(text), most), allowed)
        return printed if len(printed.split()) <= allowed else _trimmed(printed, allowed)

    def _value(self, value: Filling, style: Style) -> Iterable[Span]:
        """Return what stands in a field."""
        if isinstance(value, Span):
            return [value]
        if isinstance(value, str | int):
            return self.own(str(value), style)
        return value

    # --- times ---

    def local(self, at: datetime) -> datetime:
        """Return the moment in the zone of the report."""
        return at.astimezone(self._zone)

    def clock(self, at: datetime) -> str:
        """Return ``02:31``."""
        return f"{self.local(at):%H:%M}"

    def day(self, at: datetime) -> str:
        """Return ``24 Nov``, with the year if it is another than the report's."""
        local = self.local(at)
        year = "" if local.year == self._year else f" {local.year}"
        return f"{local.day} {self.plain(f'month.{local.month}')}{year}"

    def weekday(self, at: datetime) -> str:
        """Return ``Tue 24 Nov``."""
        return f"{self.plain(f'weekday.{self.local(at).isoweekday()}')} {self.day(at)}"

    def short(self, at: datetime) -> str:
        """Return ``24 Nov 02:50``."""
        return f"{self.day(at)} {self.clock(at)}"

    def full_day(self, at: datetime) -> str:
        """Return ``24 Nov 2026``."""
        local = self.local(at)
        return f"{local.day} {self.plain(f'month.{local.month}')} {local.year}"

    def zone(self, at: datetime) -> str:
        """Return the zone's short name at that moment, such as ``GMT``, or its offset."""
        name = self.local(at).tzname() or ""
        return name if name.isalpha() else self.offset(at)

    def offset(self, at: datetime) -> str:
        """Return ``UTC+01:00``."""
        return f"UTC{self.local(at):%z}"[:6] + ":" + f"{self.local(at):%z}"[3:5]

    def full(self, at: datetime) -> str:
        """Return ``24 Nov 2026 02:50 GMT``."""
        return f"{self.full_day(at)} {self.clock(at)} {self.zone(at)}"

    def is_utc(self, moments: Iterable[datetime]) -> bool:
        """Whether local time and UTC are the same at all these moments."""
        return all(not self.local(at).utcoffset() for at in moments)

    # --- sums and lists ---

    def money(self, minor: int | None, currency: str | None) -> str:
        """Return ``£250.00``, or ``250 XOF`` where there is no sign, or "not known"."""
        if minor is None:
            return self.plain("not_known")
        code = (currency or "").upper()
        digits = digits_of(code)
        sign = "-" if minor < 0 else ""
        units, rest = divmod(abs(minor), 10**digits)
        part = f"{rest:0{digits}d}" if digits else ""
        if code in COINS:
            part = part.rstrip("0")
        number = f"{units:,}" + (f".{part}" if part else "")
        if code in SIGNS:
            return f"{sign}{SIGNS[code]}{number}"
        return f"{sign}{number} {code}".strip()

    def length(self, seconds: int) -> str:
        """Return ``14 min 25 s``, or ``1 h 3 min 5 s``, without parts that are nothing."""
        minutes, rest = divmod(max(0, seconds), 60)
        hours, minutes = divmod(minutes, 60)
        parts = {"hours": hours, "minutes": minutes, "seconds": rest}
        said = [self.plain(f"length.{name}", n=n) for name, n in parts.items() if n]
        return " ".join(said) or self.plain("length.seconds", n=0)

    def number(self, n: int) -> str:
        """Return a small number in words."""
        return self.plain(f"number.{n}") if self.knows(f"number.{n}") else str(n)

    def listed(self, items: Sequence[str]) -> str:
        """Return ``1, 2 and 3``."""
        if len(items) < 2:
            return "".join(items)
        return self.plain("and", first=", ".join(items[:-1]), last=items[-1])


def _parts_of(sentence: str) -> tuple[Part, ...]:
    """Return a sentence in parts."""
    return tuple(
        (bool(n % 2), literal, name)
        for n, part in enumerate(sentence.split("**"))
        for literal, name, _, _ in Formatter().parse(part)
    )


def _start(pieces: Sequence[str], most: int) -> str:
    """Return as many of the first pieces as take no more room than so many letters."""
    used = accumulate(map(cells, pieces))
    return "".join(piece for piece, room in zip(pieces, used, strict=True) if room <= most)


def _trimmed(text: str, words: int) -> str:
    """Return the text with an ellipsis, at most so many words."""
    return " ".join(text.split()[:words]).rstrip(" .,") + "…"
