# SPDX-License-Identifier: MIT
"""What the window says of accounts and of people: when, where, and what they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.identify.phones import shown
from app.model import Answer, Strength
from app.typed import zone_of
from ui.moments import hour, short_day

if TYPE_CHECKING:
    from datetime import datetime

    from app.model import Account, Contact
    from ui.context import Context

# What people can see there is not the best there is: the headers tell more.
OPEN_ENDED = frozenset({"email", "gmail"})
STRENGTHS = {Strength.STRONG: "id.page.strong", Strength.MEDIUM: "id.page.medium"}


def moment(context: Context, at: datetime) -> str:
    """Return such as ``24 Nov 2026, 02:16``, by the clock here."""
    local, language = at.astimezone(zone_of(context.clock.now())), context.settings.language
    return context.words(
        "people.page.moment", day=short_day(local.date(), language), time=hour(local, language)
    )


def platform_of(context: Context, account: Account) -> str:
    """Return the platform, and the company that holds its records where that has another name."""
    name, provider = (
        context.catalogue.name_of(account.platform),
        context.catalogue.provider_of(account.platform),
    )
    if provider is None or provider == name:
        return name
    return context.words("people.account.by", platform=name, provider=provider)


def called(context: Context, account: Account) -> str:
    """Return the identifier as its platform writes it; without one, the newest name."""
    if account.stable_id:
        return context.catalogue.shown_id(account.platform, account.stable_id)
    return account.display_names[-1].name if account.display_names else ""


def strength_of(context: Context, account: Account) -> str:
    """Return in a sentence how well a company can find the account."""
    if not account.stable_id:
        return context.words("people.account.name_only")
    key = STRENGTHS.get(account.strength)
    return context.words(key) if key else context.words("people.account.odd")


def better(context: Context, account: Account) -> str:
    """Return in one sentence how to get a better identifier; empty where none is better."""
    from app.content import shown as confirmed  # noqa: PLC0415 - TOML and its values, only for weak accounts

    platform = context.catalogue.find(account.platform)
    if platform is None or account.headers:
        return ""
    is_best = account.strength is Strength.STRONG or account.strength is platform.strength
    if account.stable_id and is_best and platform.id not in OPEN_ENDED:
        return ""
    ways = confirmed(platform.better)
    return ways[0] if ways else ""


def times(context: Context, account: Account) -> str:
    """Return when it was seen first and last; empty if nobody knows."""
    first, last = account.first_seen_at, account.last_seen_at
    if first and last:
        return context.words(
            "people.account.times.both", first=moment(context, first), last=moment(context, last)
        )
    if first:
        return context.words("people.account.times.first", first=moment(context, first))
    return context.words("people.account.times.last", last=moment(context, last)) if last else ""


def reach(context: Context, contact: Contact) -> tuple[str, ...]:
    """Return how somebody can be reached, as typed; a phone number with spaces."""
    named = context.catalogue.name_of(contact.platform) if contact.platform else ""
    on = ": ".join(part for part in (named, contact.stable_id or "") if part)
    return tuple(part for part in (on, shown(contact.phone) if contact.phone else "") if part)


def standing(context: Context, contact: Contact) -> tuple[str, ...]:
    """Return what is known of somebody: what was threatened, sent and told, and whether they may be asked."""
    words = context.words
    said = [words("people.known.is.threatened")] if contact.is_threatened else []
    said += _received(context, contact)
    if contact.told_at is not None:
        said.append(_at(context, "people.known.is.told", contact.told_at))
    if contact.may_be_contacted is not None:
        said.append(words(f"people.known.is.{'may' if contact.may_be_contacted else 'may_not'}"))
    return tuple(said)


def _received(context: Context, contact: Contact) -> list[str]:
    if contact.received is Answer.NOT_KNOWN:
        return []
    if contact.received is Answer.NO:
        return [context.words("people.known.is.not_received")]
    if contact.received_at is None:
        return [context.words("people.known.is.received")]
    return [_at(context, "people.known.is.received_at", contact.received_at)]


def _at(context: Context, key: str, at: datetime) -> str:
    local, language = at.astimezone(zone_of(context.clock.now())), context.settings.language
    return context.words(key, day=short_day(local.date(), language), time=hour(local, language))
