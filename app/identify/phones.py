# SPDX-License-Identifier: MIT
"""Telephone numbers in their full form: plus, country, number, without spaces."""

from __future__ import annotations

import re

# Places as the first questions name them. Source: ISO 3166-1.
_REGIONS = dict.fromkeys(("England", "Scotland", "Wales", "Northern Ireland"), "GB") | {
    "Ireland": "IE",
    "United States": "US",
    "Canada": "CA",
    "Australia": "AU",
}
_BARE = re.compile(r"(?=(?:\D*\d){7})[\d\s().\-/]{5,30}")
_WRITTEN = re.compile(r"(?:\+|00)[\d\s().\-/]{5,30}")


def international(text: str) -> str | None:
    """Return the number in its full form if ``text`` is one with its country; None for anything else.

    A number without its country could be anywhere, so it is left as it is. Source: ITU-T E.164; numbering
    plans as the phonenumbers library holds them.
    """
    if not _WRITTEN.fullmatch(text):
        return None
    import phonenumbers  # noqa: PLC0415 - 24 ms, and only where a number is typed

    try:
        number = phonenumbers.parse(re.sub(r"^00", "+", text), None)
    except phonenumbers.NumberParseException:
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def in_country(text: str, country: str) -> str | None:
    """Return the number in its full form; one that names no country is one of the person's own.

    Only for numbers of the person and of those they know: who threatens them may be anywhere. Which part of
    a country a number belongs to is not looked at: ``07911`` counts as Guernsey's. None for anything else.
    """
    bare, region = text.strip(), _REGIONS.get(country)
    if _WRITTEN.fullmatch(bare) or region is None:
        return international(bare)
    if not _BARE.fullmatch(bare):
        return None
    import phonenumbers  # noqa: PLC0415 - 24 ms, and only where a number is typed

    try:
        number = phonenumbers.parse(bare, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def shown(number: str) -> str:
    """Return a number in its full form as people read it (``+44 7911 123456``); other text as it is."""
    if not _WRITTEN.fullmatch(number):
        return number
    import phonenumbers  # noqa: PLC0415 - 24 ms, and only where a number is typed

    try:
        parsed = phonenumbers.parse(number, None)
    except phonenumbers.NumberParseException:
        return number
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def is_in_use(number: str) -> bool:
    """Whether a number in its full form is one that its country gives out."""
    import phonenumbers  # noqa: PLC0415 - 24 ms, and only where a number is typed

    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(number, None))
    except phonenumbers.NumberParseException:
        return False
