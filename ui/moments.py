# SPDX-License-Identifier: MIT
"""Dates and times as the window says them, in the language of the window."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QTime

if TYPE_CHECKING:
    from datetime import date

    from app.model import Exhibit


def taken_at(exhibit: Exhibit) -> datetime:
    """Return when an exhibit was taken, by the clock on the wall there and then."""
    return datetime.fromisoformat(exhibit.record.time.local)


def long_day(day: date, language: str) -> str:
    """Return such as ``Tuesday 24 November 2026``."""
    return _locale(language).toString(_qt_day(day), "dddd d MMMM yyyy")


def heading_day(day: date, language: str) -> str:
    """Return such as ``Sunday 22 November``."""
    return _locale(language).toString(_qt_day(day), "dddd d MMMM")


def short_day(day: date, language: str) -> str:
    """Return such as ``24 Nov 2026``."""
    return _locale(language).toString(_qt_day(day), "d MMM yyyy")


def day_month(day: date, language: str) -> str:
    """Return such as ``24 Nov``, for a list where the year goes without saying."""
    return _locale(language).toString(_qt_day(day), "d MMM")


def hour(at: datetime, language: str) -> str:
    """Return such as ``02:16``."""
    return _locale(language).toString(QTime(at.hour, at.minute), "HH:mm")


def second(at: datetime, language: str) -> str:
    """Return such as ``02:16:05``."""
    return _locale(language).toString(QTime(at.hour, at.minute, at.second), "HH:mm:ss")


def offset(at: datetime) -> str:
    """Return such as ``UTC +0`` or ``UTC +5:30``."""
    gap = at.utcoffset()
    minutes = 0 if gap is None else round(gap.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else "+"
    return f"UTC {sign}{hours}" + (f":{rest:02}" if rest else "")


def _locale(language: str) -> QLocale:
    """Return the locale of a language; English is that of the United Kingdom."""
    return QLocale("en_GB" if language == "en" else language)


def _qt_day(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
