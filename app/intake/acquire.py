# SPDX-License-Identifier: MIT
"""The only way in for a picture of the screen: grab, check, encode, hash, and write down how.

Source: evidence.md, section 1, acquisition record.
"""

from __future__ import annotations

import platform
import unicodedata
import uuid
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from app.capture import grab
from app.capture.checks import notices
from app.capture.geometry import screen_of, to_logical
from app.capture.models import AreaTarget, DesktopTarget, ScreenTarget, WindowTarget
from app.capture.png import encode
from app.clock import has_jumped
from app.hashing import sha256_of
from app.model import (
    Acquisition,
    AcquisitionRecord,
    ContentRecord,
    Method,
    MethodRecord,
    Mode,
    MonitorRecord,
    PeopleRecord,
    Rect,
    Role,
    ScreenRecord,
    Sensitivity,
    SourceRecord,
    SystemRecord,
    TimeRecord,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.capture.models import Backend, Frame, Grab, Screen, Target
    from app.clock import Clock, Moment

MODES = {
    ScreenTarget: Mode.SCREEN,
    DesktopTarget: Mode.SCREEN,
    AreaTarget: Mode.AREA,
    WindowTarget: Mode.WINDOW,
}
PNG_MIME = "image/png"
FULL_SCALE_PERMILLE = 1000


@dataclass(frozen=True, slots=True)
class Setting:
    """What the screen cannot tell: the program, the person, and what they were doing.

    Attributes:
        machine_alias: random, not the host name.
        qt_version: ``None`` where no window is in use.
        taken_by: who pressed the button, such as the initials, or "helper".
        viewed_account: whose account was on the screen, as the person says.
        steps_taken: what the person did to get there; ``None`` is printed "none stated".
        own_windows_hidden: our windows were taken off the screen first. A window of ours that is seen in the
            picture all the same makes the record say no.
        url_from: ``typed``, ``read from picture`` or ``none``.
    """

    machine_alias: str
    app_version: str
    app_commit: str
    taken_by: str
    role: Role
    viewed_account: str
    qt_version: str | None = None
    platform: str | None = None
    account_shown: str | None = None
    steps_taken: str | None = None
    own_windows_hidden: bool = True
    sensitivity: Sensitivity = Sensitivity.NONE
    url: str | None = None
    url_from: str = "none"


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken, and when: just before and just after."""

    grab: Grab
    before: Moment
    after: Moment


@dataclass(frozen=True, slots=True)
class Place:
    """Which frame of which conversation, counted from 1."""

    run_id: str
    index: int


def acquire(
    backend: Backend,
    target: Target,
    setting: Setting,
    clock: Clock,
    *,
    scale_of: Mapping[str, int] | None = None,
) -> tuple[Acquisition, Frame]:
    """Return the PNG of the target with its record, and the frame for a thumbnail made later.

    Args:
        backend: the way to the screen.
        target: what to take.
        setting: what the screen cannot tell.
        clock: read before and after the pixels are taken.
        scale_of: scale of each monitor by name, in thousandths, as the window system's user sets it.

    Raises:
        WindowGone: what was asked for is on no screen.
        CaptureDenied: the system did not give the picture.
        CaptureUnsupported: this cannot be taken here yet.
    """
    taken = take(backend, target, clock)
    made = acquired(taken, MODES[type(target)], backend, setting, scale_of or {})
    return made, taken.grab.frame


def take(backend: Backend, target: Target, clock: Clock) -> Taken:
    """Return the target's pixels and the moments just before and just after.

    Raises:
        WindowGone, CaptureDenied, CaptureUnsupported: as ``acquire``.
    """
    before = clock.now()
    taken = grab(backend, target)
    return Taken(taken, before, clock.now())


def acquired(
    taken: Taken,
    mode: Mode,
    backend: Backend,
    setting: Setting,
    scale_of: Mapping[str, int],
    run: Place | None = None,
) -> Acquisition:
    """Return the PNG of pixels already taken, with its record; ``run``: as a frame of a conversation."""
    frame = taken.grab.frame
    data = encode(frame)
    record = AcquisitionRecord(
        acquisition_id=str(uuid.uuid4()),
        time=_time(taken.before, taken.after),
        system=_system(setting, backend),
        screen=_screen(taken.grab, mode, setting, backend, scale_of),
        source=_source(taken.grab, setting),
        content=_content(frame, data),
        people=PeopleRecord(setting.taken_by, setting.role, setting.viewed_account),
        method=MethodRecord(Method.SCREEN_CAPTURE, setting.steps_taken, setting.sensitivity),
        run_id=run.run_id if run else None,
        run_index=run.index if run else None,
        noticed=notices(taken.grab),
    )
    return Acquisition(record, data)


def _time(before: Moment, after: Moment) -> TimeRecord:
    """Return the moments just before and just after the pixels were taken."""
    return TimeRecord(
        started_at=before.utc,
        ended_at=after.utc,
        local=before.local,
        zone=before.zone,
        mono_ns=str(before.monotonic_ns),
        boot=before.boot_id,
        clock=before.source,
        sync=before.sync,
        clock_jump=has_jumped(before, after),
        **_offset(after),
    )


def _offset(moment: Moment) -> dict[str, Any]:
    """Return what an outside clock said of ours, or that none was asked."""
    told = moment.measured
    if told is None:
        return {}
    return {
        "offset_ms": told.offset_ms,
        "offset_reason": None,
        "offset_by": told.server,
        "offset_uncertain_ms": told.uncertain_by_ms,
        "offset_at": told.at.utc,
    }


def _system(setting: Setting, backend: Backend) -> SystemRecord:
    return SystemRecord(
        os=_os_name(),
        app_version=setting.app_version,
        app_commit=setting.app_commit,
        python=platform.python_version(),
        qt=setting.qt_version,
        mss=backend.version if backend.name.startswith("mss") else None,
        machine_alias=setting.machine_alias,
    )


def _screen(
    taken: Grab, mode: Mode, setting: Setting, backend: Backend, scale_of: Mapping[str, int]
) -> ScreenRecord:
    monitors = tuple(
        replace(screen, scale_permille=scale_of.get(screen.name, screen.scale_permille))
        for screen in taken.monitors
    )
    physical, logical = _rects(taken, monitors)
    return ScreenRecord(
        backend=backend.name,
        mode=mode,
        monitors=tuple(
            MonitorRecord(each.name, each.rect, each.scale_permille, each.is_primary) for each in monitors
        ),
        rect_physical=physical,
        rect_logical=logical,
        cursor_included=backend.cursor_included,
        own_windows_hidden=setting.own_windows_hidden and not taken.is_own_inside,
        cut_off=taken.is_cut_off,
        covered=taken.is_covered,
    )


def _rects(taken: Grab, monitors: tuple[Screen, ...]) -> tuple[Rect, Rect]:
    """Return the rectangle in pixels and as Qt counts it; macOS and Wayland are asked in points."""
    rect, frame = taken.rect, taken.frame
    if taken.pixels is not None:
        return taken.pixels, rect
    if (frame.width_px, frame.height_px) == (rect.width, rect.height):
        return rect, to_logical(rect, screen_of(rect, monitors))
    x, y = rect.x * frame.width_px // rect.width, rect.y * frame.height_px // rect.height
    return Rect(x, y, frame.width_px, frame.height_px), rect


def _source(taken: Grab, setting: Setting) -> SourceRecord:
    window = taken.window
    title = unicodedata.normalize("NFC", window.title) if window else ""
    return SourceRecord(
        window_title=title or None,
        program=window.program if window else None,
        url=setting.url,
        url_from=setting.url_from,
        platform=setting.platform,
        account_shown=setting.account_shown,
    )


def _content(frame: Frame, data: bytes) -> ContentRecord:
    return ContentRecord(PNG_MIME, len(data), frame.width_px, frame.height_px, sha256_of(data))


def _os_name() -> str:
    """Return system and version, without the name of the computer."""
    system, release = platform.system(), platform.release()
    if system == "Darwin":
        return f"macOS {platform.mac_ver()[0]}"
    if system == "Windows":
        return f"Windows {release} ({platform.version()})"
    return f"{_distribution()}, {system} {release}"


def _distribution() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        return "a system without a name"
