# SPDX-License-Identifier: MIT
"""The demo's captures: the stage's windows, through the real way to the screen, into the vault."""

from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING

from app.capture import choose_backend
from app.capture.models import WindowTarget
from app.capture.thumbnails import thumbnail
from app.demo.cast import staged
from app.demo.facts import KEY, Taken
from app.demo.scrolled import keep_conversation
from app.errors import CaptureDenied, WindowGone
from app.intake.acquire import Setting, acquire
from app.intake.progress import Source
from app.model import Notice, Rect, Role
from app.version import app_commit, app_version

if TYPE_CHECKING:
    from app.capture.models import Backend, Frame
    from app.clock import Clock
    from app.demo.cast import Stage
    from app.model import Exhibit
    from app.sample import Sample
    from app.vault import Vault

BLUER_BY = 60  # the identifier's letters are bluer than red by more than this; the card is white
BLANK = frozenset({Notice.BLACK, Notice.ONE_COLOUR, Notice.ALMOST_EMPTY})
STEPS = {
    "profile": "The demo opened a staged profile window.",
    "conversation": "The demo opened a staged conversation at its end and scrolled back to its start.",
}


def capture_profile_and_conversation(vault: Vault, clock: Clock, sample: Sample) -> Taken:
    """Return what the two pictures in the vault show.

    Raises:
        CaptureUnsupported: there is no screen to capture, or the stage does not come up on it.
        CaptureDenied: something stood over the stage's window.
    """
    with closing(choose_backend(os.environ)) as backend:
        with staged("profile") as stage:
            profile, frame = keep(vault, clock, sample, backend, stage, "profile")
            id_rect = place_of_id(profile, stage, frame)
        with staged("conversation") as stage:
            setting = setting_of(sample, "conversation")
            target = WindowTarget(window_of(backend, stage))
            conversation, shown_from = keep_conversation(
                vault, Source(backend, target, setting, clock), stage
            )
    return Taken(profile.id, conversation.id, id_rect, profile.acquired_at, shown_from)


def keep(
    vault: Vault, clock: Clock, sample: Sample, backend: Backend, stage: Stage, kind: str
) -> tuple[Exhibit, Frame]:
    """Return the exhibit of the stage's window, and its pixels.

    Raises:
        CaptureDenied: nothing is to be seen in it.
    """
    setting = setting_of(sample, kind)
    acquisition, frame = acquire(backend, WindowTarget(window_of(backend, stage)), setting, clock)
    if not BLANK.isdisjoint(acquisition.record.noticed):
        raise CaptureDenied("The sample window came out blank. Is the screen locked?")
    exhibit = vault.add_exhibit(acquisition)
    vault.put_thumbnail(exhibit.id, thumbnail(frame))
    return exhibit, frame


def setting_of(sample: Sample, kind: str) -> Setting:
    """Return what the screen cannot tell of a picture of this kind."""
    return Setting(
        machine_alias=sample.machine_alias,
        app_version=app_version(),
        app_commit=app_commit(),
        taken_by=sample.case().name or "",
        role=Role.VICTIM,
        viewed_account=sample.own_accounts()[0].stable_id or "",
        platform=KEY,
        account_shown=sample.accounts({})[KEY].stable_id if kind == "profile" else None,
        steps_taken=STEPS[kind],
    )


def window_of(backend: Backend, stage: Stage) -> int:
    """Return the number of the stage's window.

    Raises:
        WindowGone: the desktop does not list it.
    """
    for window in backend.windows(os.getpid()):
        if window.pid == stage.pid and window.title == stage.title:
            return window.id
    raise WindowGone("the desktop does not list the sample window")


def place_of_id(exhibit: Exhibit, stage: Stage, frame: Frame) -> Rect:
    """Return where the identifier stands in the picture; blue letters were seen there and nowhere near by.

    Raises:
        CaptureDenied: they are not in the picture.
    """
    screen, area = exhibit.record.screen, stage.id_area
    if screen is None or area is None:
        raise CaptureDenied("The sample profile does not say where the identifier stands.")
    origin = screen.rect_physical
    place = Rect(area.x - origin.x, area.y - origin.y, area.width, area.height)
    if not has_blue(frame, place):
        raise CaptureDenied("The identifier is not in the picture. Is something over the sample window?")
    return place


def has_blue(frame: Frame, place: Rect) -> bool:
    """Whether blue letters stand in a part of the frame."""
    pixels = memoryview(frame.bgra)
    if place.x < 0 or place.y < 0 or place.x + place.width > frame.width_px:
        return False
    for y in range(place.y, min(place.y + place.height, frame.height_px)):
        start = (y * frame.width_px + place.x) * 4
        row = pixels[start : start + place.width * 4]
        if any(blue - red > BLUER_BY for blue, red in zip(row[0::4], row[2::4], strict=True)):
            return True
    return False
