# SPDX-License-Identifier: MIT
"""Telephone numbers in their full form: plus, country, number, without spaces."""

from __future__ import annotations

import re

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


def is_in_use(number: str) -> bool:
    """Whether a number in its full form is one that its country gives out."""
    import phonenumbers  # noqa: PLC0415 - 24 ms, and only where a number is typed

    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(number, None))
    except phonenumbers.NumberParseException:
        return False
