# SPDX-License-Identifier: MIT
from __future__ import annotations

import os
from dataclasses import replace

import pytest

from app.capture.models import AreaTarget, DesktopTarget, Screen, Target, Window, WindowTarget
from app.errors import CaptureDenied
from app.intake.acquire import Taken
from app.intake.looking import Looking
from app.intake.progress import Advice, Source
from app.model import Rect
from tests.fakes.backend import FakeBackend, drawn, plain
from tests.fakes.clock import FakeClock
from tests.fakes.conversation import SETTING

CHAT = Window(7, "Chat", "Skype", 4711, Rect(100, 50, 200, 100))


class Counted(FakeBackend):
    """Counts how often it is asked for its windows."""

    stacks = 0
    failure: Exception | None = None

    def stack(self) -> tuple[Window, ...]:
        self.stacks += 1
        return super().stack()

    def grab(self, rect: Rect):
        if self.failure:
            raise self.failure
        return super().grab(rect)


def looking_at(target: Target, backend: FakeBackend, scale_of: dict[str, int] | None = None) -> Looking:
    return Looking(Source(backend, target, SETTING, FakeClock(), scale_of or {}))


def taken(looked: Taken | Advice) -> Taken:
    assert isinstance(looked, Taken)
    return looked


def test_where_a_window_is_and_what_covers_it_is_asked_once_a_second() -> None:
    backend, clock = Counted(standing=(CHAT,)), FakeClock()
    looking = Looking(Source(backend, WindowTarget(7), SETTING, clock))
    taken(looking.look())
    asked = backend.stacks
    for _ in range(9):
        clock.advance(0.1)
        assert taken(looking.look()).grab.rect == CHAT.rect
    assert backend.stacks == asked
    clock.advance(0.1)
    backend.standing = (Window(7, "Chat", "Skype", 4711, Rect(0, 0, 50, 60)),)
    assert taken(looking.look()).grab.rect == Rect(0, 0, 50, 60)


def test_the_moments_of_each_look_are_its_own() -> None:
    looking = looking_at(DesktopTarget(), FakeBackend())
    first, second = taken(looking.look()), taken(looking.look())
    third = taken(looking.look_round())
    assert first.before.monotonic_ns < first.after.monotonic_ns < second.before.monotonic_ns
    assert second.after.monotonic_ns < third.before.monotonic_ns < third.after.monotonic_ns


@pytest.mark.parametrize(
    "standing", [(), (Window(7, "Chat", "Skype", 1, Rect(0, 0, 9, 9), is_minimised=True),)]
)
def test_a_window_that_is_gone_is_said(standing: tuple[Window, ...]) -> None:
    looking = looking_at(WindowTarget(7), FakeBackend(standing=standing))
    assert looking.look() is looking.look_round() is Advice.WINDOW_GONE


@pytest.mark.parametrize(
    ("over", "said"),
    [
        (Rect(100, 50, 60, 60), None),
        (Rect(100, 50, 100, 100), Advice.COVERED),
        (Rect(0, 0, 640, 480), Advice.COVERED),
    ],
)
def test_a_window_may_be_covered_a_little(over: Rect, said: Advice | None) -> None:
    other = Window(8, "Other", "Editor", 4712, over)
    looked = looking_at(WindowTarget(7), FakeBackend(standing=(CHAT, other))).look()
    if said is None:
        assert taken(looked).grab.is_covered
    else:
        assert looked is said


def test_nothing_is_kept_with_our_own_panel_in_it() -> None:
    panel = Window(9, "Conversation", "Safehold", os.getpid(), Rect(280, 60, 200, 90))
    backend = FakeBackend(standing=(CHAT, panel))
    for target in (WindowTarget(7), AreaTarget(CHAT.rect)):
        assert looking_at(target, backend).look() is Advice.COVERED
    backend.standing = (CHAT, replace(panel, rect=Rect(300, 50, 200, 90)))
    taken(looking_at(WindowTarget(7), backend).look())


def test_an_area_is_never_covered() -> None:
    other = Window(8, "Other", "Editor", 4712, Rect(0, 0, 640, 480))
    taken(looking_at(AreaTarget(Rect(0, 0, 50, 50)), FakeBackend(standing=(other,))).look())


def test_a_screen_of_one_colour_is_nothing_to_look_at() -> None:
    assert looking_at(DesktopTarget(), FakeBackend(shown=plain(640, 480))).look() is Advice.WINDOW_GONE


def test_a_refusal_that_lasts_is_a_failure() -> None:
    backend, clock = Counted(), FakeClock()
    looking = Looking(Source(backend, DesktopTarget(), SETTING, clock))
    taken(looking.look())
    backend.failure = CaptureDenied("no picture")
    assert looking.look() is Advice.WINDOW_GONE
    clock.advance(9)
    assert looking.look() is Advice.WINDOW_GONE
    backend.failure = None
    taken(looking.look())
    backend.failure = CaptureDenied("no picture")
    assert looking.look() is Advice.WINDOW_GONE  # the ten seconds begin anew
    clock.advance(11)
    with pytest.raises(CaptureDenied):
        looking.look()


def test_the_pointer_is_told_in_pixels_of_the_frame() -> None:
    backend = FakeBackend(standing=(CHAT,), pointer=(130, 70))
    looking = looking_at(WindowTarget(7), backend)
    assert looking.pointer(taken(looking.look())) == (30, 20)
    backend.pointer = (99, 70)
    assert looking.pointer(taken(looking.look_round())) is None
    backend.pointer = None
    assert looking.pointer(taken(looking.look_round())) is None


def test_the_pointer_is_told_where_the_system_gives_more_pixels_than_it_counts() -> None:
    looking = looking_at(
        WindowTarget(7), FakeBackend(shown=drawn(400, 200), standing=(CHAT,), pointer=(130, 70))
    )
    assert looking.pointer(taken(looking.look())) == (60, 40)


def test_the_density_is_that_of_the_screen_that_shows_most_of_it() -> None:
    left, right = Rect(0, 0, 320, 480), Rect(320, 0, 320, 480)
    screens = (Screen("LEFT", left, 1000, is_primary=True), Screen("RIGHT", right, 1500, is_primary=False))
    for rect, density in ((Rect(0, 0, 400, 90), 2000), (Rect(300, 0, 90, 90), 1500)):
        looking = looking_at(AreaTarget(rect), FakeBackend(monitors=screens), {"LEFT": 2000})
        assert looking.density_permille(taken(looking.look())) == density
