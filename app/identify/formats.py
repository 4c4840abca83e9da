# SPDX-License-Identifier: MIT
"""What a typed or pasted text looks like: an identifier, a name anyone can change, a chat, a slip in copying.

A verdict advises. It never stops anyone from keeping what they typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

from app.identify import phones, snowflake
from app.identify.platform_file import Number, VerdictKind
from app.model import Strength

if TYPE_CHECKING:
    from datetime import datetime

    from app.identify.platform_file import Platform, Replacement, Rule

LONGEST = 500  # no identifier of any platform comes near; longer text is a paste of something else
# Characters without width and marks of direction, as chats and web pages put them round names.
# Source: Unicode 16, General_Category Cf: 00AD, 061C, 180E, 200B-200F, 202A-202E, 2060-2069, FEFF.
_UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_QUOTES = "\"'`\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was typed, as far as its form tells.

    Attributes:
        kind: the verdict.
        normalised: what would be kept, without quotes, unseen characters and prefix; ``None`` if nothing is.
        id_kind: how the report calls this kind of identifier; ``None`` if it is none we know.
        strength: how well a provider can find the account by it.
        catch_key: words to show (``platform.catch``); ``None`` if there is nothing to say.
        made_at: when the account was made, where the identifier holds that.
    """

    kind: VerdictKind
    normalised: str | None
    id_kind: str | None
    strength: Strength
    catch_key: str | None
    made_at: datetime | None = None

    @property
    def is_good(self) -> bool:
        """Whether there is nothing to look at twice."""
        return self.kind is VerdictKind.ACCEPTED


def normalise(platform: Platform, typed: str) -> str:
    """Return the text without what copying put round it; doing it twice changes nothing more."""
    text = _bare(typed)
    while len(shorter := _stripped_once(platform, text)) < len(text):
        text = shorter
    if platform.number is Number.PHONE:
        text = phones.international(text) or text
    is_name = not any(sign.isspace() or sign == "/" for sign in text)
    return text.lower() if platform.is_lower_case and is_name else text


def check(platform: Platform, typed: str) -> Verdict:
    """Return what the text looks like on this platform. Source: domain.md, sections 1.1 and 2.1."""
    if len(typed) > LONGEST:
        return Verdict(VerdictKind.UNUSUAL, typed.strip(), None, Strength.WEAK, "long")
    text = normalise(platform, typed)
    if not text:
        return Verdict(VerdictKind.EMPTY, None, None, Strength.WEAK, None)
    for rule in platform.rules:
        if _compiled(rule.expression).fullmatch(text) and _is_sound(rule, text):
            made_at = snowflake.made_at(text) if rule.number is Number.SNOWFLAKE else None
            strength = rule.strength or Strength.WEAK
            return Verdict(rule.verdict, text, rule.id_kind, strength, rule.catch, made_at)
    return Verdict(VerdictKind.UNUSUAL, text, None, Strength.WEAK, "odd")


def _is_sound(rule: Rule, text: str) -> bool:
    """Whether a number is one that is given out; what is no number need not be."""
    if rule.number is Number.PHONE:
        return phones.is_in_use(text)
    return rule.number is None or snowflake.made_at(text) is not None


def _bare(text: str) -> str:
    """Return the text without unseen characters, and without spaces and quotes at its ends."""
    seen = _UNSEEN.sub("", text).replace("\u00a0", " ")
    while (shorter := seen.strip().strip(_QUOTES)) != seen:
        seen = shorter
    return seen


def _stripped_once(platform: Platform, text: str) -> str:
    """Return the text after each replacement of the platform has been made once."""
    for part in platform.strip:
        text = _without(part, text)
    return _bare(text)


def _without(part: Replacement, text: str) -> str:
    """Return the text after one replacement; what stands encoded inside an address is decoded."""
    changed = _compiled(part.find).sub(part.put, text)
    return unquote(changed) if part.is_encoded and changed != text else changed


@lru_cache(maxsize=512)
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.DOTALL)
