# SPDX-License-Identifier: MIT
"""Short phrases that several pages share: names of methods, identifiers, exhibit refs, pronouns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.guide.plan import can_be_stopped
from app.identify.extract import masked
from app.model import Answer
from app.report.fonts import NO_BREAK, REGULAR
from app.report.text import BODY, IDENTIFIER, Span, Style, leading_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.model import CaseFacts, Exhibit, Payment
    from app.report.dossier import Dossier, NumberedAccount, NumberedPayment
    from app.report.writer import Writer

COINS = frozenset({"bitcoin", "crypto"})
SECRET = frozenset({"gift_card"})  # whoever reads the number can spend it
PHONE_KINDS = ("phone", "number")
_NEGATIONS = frozenset({"no", "none", "not", "nothing", "nowhere", "nobody", "never"})
_GROUPED_REFERENCE = 10  # digits of a Western Union MTCN, read as 3, 3 and 4


def pronoun(case: CaseFacts) -> str:
    """Return ``him``, ``her`` or ``them``: the ending of the keys that need one."""
    return case.pronoun if case.pronoun in {"him", "her"} else "them"


def name_to_use(writer: Writer, case: CaseFacts, most: int = 30) -> str:
    """Return what to call the person."""
    known = case.call_me or case.name
    return writer.clipped(known, most, words=4) if known else writer.plain("footer.person")


def method_name(writer: Writer, payment: Payment) -> str:
    """Return how the money went; a method without words is printed as it is stored, cut short."""
    return method_named(writer, payment.method)


def method_named(writer: Writer, method: str) -> str:
    """Return what a way to pay is called; one without words as it is stored, cut short."""
    key = f"method.{method}"
    return writer.plain(key) if writer.knows(key) else writer.clipped(method, 24, words=4)


def reference_label(writer: Writer, payment: Payment) -> str:
    """Return what the service calls its number."""
    key = f"reference.{payment.method}"
    return writer.plain(key if writer.knows(key) else "reference.other")


def reference_spans(writer: Writer, payment: Payment, style: Style, most: int = 40) -> list[Span]:
    """Return the number of a payment; an MTCN in its groups, kept on one line."""
    stored = payment.reference or ""
    text = writer.clipped(masked(stored) if payment.method in SECRET else stored, most, words=4)
    if payment.method == "western_union" and len(text) == _GROUPED_REFERENCE and text.isdecimal():
        text = f"{text[:3]} {text[3:6]} {text[6:]}"
    return in_groups(text, style)


def in_groups(text: str, style: Style) -> list[Span]:
    """Return fixed-width groups on one line, the gaps as narrow as in the body font."""
    gap = Span(NO_BREAK, replace(style, face=REGULAR))
    spans = [Span(text_part, style) for text_part in text.split(" ")]
    return [spans[0], *(span for group in spans[1:] for span in (gap, group))]


def identifier_spans(
    writer: Writer, numbered: NumberedAccount, most: int, style: Style = IDENTIFIER
) -> list[Span]:
    """Return the identifier as the platform writes it, or "not known" in body type."""
    stored = numbered.account.stable_id
    if not stored:
        return writer.say("not_known")
    shown = numbered.platform.shown_as.replace("{id}", stored)
    return in_groups(writer.clipped(_phone(shown), most, words=6), style)


def account_words(writer: Writer, account: NumberedAccount) -> list[Span]:
    """Return ``Skype 1``, which leads to the account."""
    platform = writer.clipped(account.platform.name, 40)
    said = writer.say("payments.account_value", platform=platform, number=account.number)
    return leading_to(f"account {account.number}", said)


def _phone(text: str) -> str:
    """Return a UK mobile number in groups, anything else as it is. Source: Ofcom numbering plan, 07."""
    digits = text.removeprefix("+44")
    if text.startswith("+447") and len(digits) == 10 and digits.isascii() and digits.isdecimal():
        return f"+44 {digits[:4]} {digits[4:]}"
    return text


def exhibit_title(writer: Writer, exhibit: Exhibit, most: int) -> str:
    """Return what the person calls it, or what kind of picture it is."""
    if exhibit.facts.title:
        return writer.clipped(exhibit.facts.title, most)
    return writer.plain(f"mode.{exhibit.record.screen.mode.value if exhibit.record.screen else 'other'}")


def exhibit_of(ref: str) -> str:
    """Return the exhibit that a ref names, or of which it names a frame: ``TJH/2`` for ``TJH/2.7``."""
    initials, slash, number = ref.rpartition("/")
    return f"{initials}{slash}{number.partition('.')[0]}"


def refs_said(writer: Writer, dossier: Dossier, refs: Iterable[str], most: int = 0) -> list[Span]:
    """Return ``TJH/1, TJH/4 (removed 24 Nov)``, each leading to its page, so that nobody looks in vain.

    Of more than ``most`` characters, if that is given, the rest is an ellipsis.
    """
    spans: list[Span] = []
    used = 0
    for ref in refs:
        if spans:
            spans.append(Span(", ", BODY))
        used += len(ref) + 2
        if most and used > most:
            return [*spans, Span("…", BODY)]
        at = dossier.removed_at(ref)
        said = writer.say("index.ref_removed", ref=ref, day=writer.day(at)) if at else writer.own(ref)
        spans += leading_to(exhibit_place(ref), said)
    return spans


def exhibit_place(ref: str) -> str:
    """Return what links to an exhibit or frame name; ``payment 1``, where that is said, is a place itself."""
    return f"exhibit {ref}" if "/" in ref else ref


def short_refs(refs: Sequence[str], most: int = 4) -> str:
    """Return ``TJH/1, 2``: the initials once, then numbers."""
    first = refs[:1]
    initials = first[0].rpartition("/")[0] if first else ""
    others = [ref.removeprefix(f"{initials}/") for ref in refs[1:most]]
    more = ["…"] if len(refs) > most else []
    return ", ".join([*first, *others, *more])


def linked_refs(said: str, refs: Sequence[str]) -> list[Span]:
    """Return refs as ``short_refs`` says them, cut or not, each that is whole leading to its exhibit."""
    spans: list[Span] = []
    for n, part in enumerate(said.split(", ")):
        ref = refs[n] if n < len(refs) else ""
        is_whole = part and ref.endswith(part) and ref.removesuffix(part)[-1:] in {"", "/"}
        spans += [
            *([Span(", ", BODY)] if n else []),
            Span(part, BODY, exhibit_place(ref) if is_whole else ""),
        ]
    return spans


def says_no(text: str) -> bool:
    """Whether a stored sentence begins by denying."""
    words = text.casefold().split()
    return bool(words) and words[0].strip(".,;:") in _NEGATIONS


def as_sentence(text: str) -> str:
    """Return the text with a capital at the start and a stop at the end."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", "…")) else ".")


def is_waiting(payment: Payment) -> bool:
    """Whether a call may still stop the money; coins cannot be called back, unless somebody said so."""
    can_be_called_back = payment.can_be_stopped or payment.method not in COINS
    return can_be_stopped(payment) and can_be_called_back


def waiting_first(dossier: Dossier) -> list[NumberedPayment]:
    """Return the payments, those that may still be stopped first, then the latest first."""

    def urgency(entry: NumberedPayment) -> tuple[bool, bool, int]:
        is_known = entry.payment.collected is Answer.NO
        return not is_waiting(entry.payment), not is_known, -entry.number

    return sorted(dossier.payments, key=urgency)


def joined_accounts(writer: Writer, dossier: Dossier) -> str:
    """Return which accounts the person joined, such as ``1 and 3; 2 and 4``; empty if none."""
    groups = dict.fromkeys(entry.joined for entry in dossier.accounts if entry.joined)
    return "; ".join(writer.listed([str(number) for number in group]) for group in groups)
