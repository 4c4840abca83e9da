# SPDX-License-Identifier: MIT
"""The acquisition record: everything recorded about one act of taking a copy.

Source: evidence.md, section 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.model.answers import Role


class Mode(StrEnum):
    """What was taken from the screen."""

    SCREEN = "screen"
    WINDOW = "window"
    AREA = "area"
    CONVERSATION = "conversation"


class Method(StrEnum):
    """How the copy came to be."""

    SCREEN_CAPTURE = "screen_capture"
    IMPORTED_FILE = "imported_file"
    PHOTO_OF_SCREEN = "photo_of_screen"
    PLATFORM_EXPORT = "platform_export"


class Sensitivity(StrEnum):
    """What the person says a picture shows; the program cannot see it."""

    NONE = "none"
    INTIMATE = "intimate"
    THIRD_PARTY = "third_party"
    MAY_SHOW_UNDER_18 = "may_show_under_18"
    WORDS_ONLY = "words_only"


class Notice(StrEnum):
    """What the program noticed about a picture. It is kept all the same; the person is told what may help."""

    BLACK = "black"
    ONE_COLOUR = "one colour"
    ALMOST_EMPTY = "almost empty"
    PROTECTED = "protected window"
    OWN_INSIDE = "own window inside"
    CUT_OFF = "part of the window off the screen"
    COVERED = "part of the window covered"
    MENU_OVER = "menu over it"
    POINTER_OVER = "pointer over it"
    NO_CLOCK = "no clock of the screen in sight"


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in whole pixels; ``x`` and ``y`` may be negative on a desktop of several monitors."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class MonitorRecord:
    """One monitor as it stood at the time of the capture; scale in thousandths (100 % is 1000)."""

    name: str
    rect: Rect
    scale_permille: int
    is_primary: bool


@dataclass(frozen=True, slots=True)
class TimeRecord:
    """When the copy was taken, by which clocks, and what was known of them.

    ``offset_ms``: this clock minus the one named by ``offset_by``, as measured at ``offset_at``, give or
    take ``offset_uncertain_ms``; ``None`` with a reason where nobody allowed it.
    """

    started_at: datetime
    ended_at: datetime
    local: str
    zone: str
    mono_ns: str
    boot: str
    clock: str
    sync: str
    clock_jump: bool
    offset_ms: int | None = None
    offset_reason: str | None = "not measured"
    offset_by: str | None = None
    offset_uncertain_ms: int | None = None
    offset_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SystemRecord:
    """The computer and the programs; ``machine_alias`` is random, not the host name."""

    os: str
    app_version: str
    app_commit: str
    python: str
    qt: str | None
    mss: str | None
    machine_alias: str


@dataclass(frozen=True, slots=True)
class ScreenRecord:
    """What was taken from the screen. Physical is pixels, logical what Qt counts.

    ``cut_off``: a part of what was asked for lay off the screen. ``covered``: something stood over the window
    (``None`` where no window was asked for, or the system does not say).
    """

    backend: str
    mode: Mode
    monitors: tuple[MonitorRecord, ...]
    rect_physical: Rect
    rect_logical: Rect
    cursor_included: bool
    own_windows_hidden: bool
    cut_off: bool = False
    covered: bool | None = None


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """Which program and account the picture is of, as far as known."""

    window_title: str | None
    program: str | None
    url: str | None
    url_from: str
    platform: str | None
    account_shown: str | None


@dataclass(frozen=True, slots=True)
class ContentRecord:
    """The bytes as stored."""

    mime: str
    size_bytes: int
    width_px: int
    height_px: int
    sha256: str
    sha256_pixels: str | None = None


@dataclass(frozen=True, slots=True)
class PeopleRecord:
    """Who took the copy, and whose account was being looked at."""

    taken_by: str
    role: Role
    viewed_account: str


@dataclass(frozen=True, slots=True)
class MethodRecord:
    """How, and what the person did to get there ("none stated" is printed where it is ``None``).

    ``words_only_at``: when the person said, of an area that was held in memory, that only words are in it.
    """

    method: Method
    steps_taken: str | None = None
    sensitivity: Sensitivity = Sensitivity.NONE
    words_only_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class AcquisitionRecord:
    """Everything recorded about one act of taking a copy; stored and exported as JCS JSON.

    ``seq`` (place in the custody log), ``exhibit_ref``, ``run_index`` and ``salt`` are given by the vault, in
    the same transaction. The salt, 32 random bytes in hexadecimal, is why the log's hash value of this record
    tells nobody who lacks the record what it says; a purge removes both together.
    """

    acquisition_id: str
    time: TimeRecord
    system: SystemRecord
    screen: ScreenRecord | None
    source: SourceRecord
    content: ContentRecord
    people: PeopleRecord
    method: MethodRecord
    parent: str | None = None
    run_id: str | None = None
    run_index: int | None = None
    seq: int | None = None
    exhibit_ref: str | None = None
    salt: str = ""
    noticed: tuple[Notice, ...] = ()
    v: int = 1


@dataclass(frozen=True, slots=True)
class Acquisition:
    """A record together with the bytes it names; the only thing the vault takes in as evidence."""

    record: AcquisitionRecord
    data: bytes
