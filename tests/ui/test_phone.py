# SPDX-License-Identifier: MIT
"""On the phone: an hour, no longer, and no lock outlives it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.fakes.clock import FakeClock
    from ui.context import Context


def test_it_lasts_an_hour(context: Context, clock: FakeClock, qtbot: QtBot) -> None:
    phone = context.phone
    assert not phone.is_on
    with qtbot.waitSignal(phone.changed):
        phone.begin()
    assert phone.until is not None
    assert timedelta(minutes=59) < phone.until - clock.now().utc <= timedelta(hours=1)
    clock.advance(timedelta(minutes=59))
    assert phone.is_on
    clock.advance(timedelta(minutes=2))
    assert not phone.is_on


def test_the_person_or_a_lock_ends_it(opened: Context, qtbot: QtBot) -> None:
    phone = opened.phone
    phone.begin()
    with qtbot.waitSignal(phone.changed):
        phone.end()
    assert not phone.is_on
    phone.begin()
    with qtbot.waitSignals([phone.changed, opened.session.locked]):
        opened.session.lock("suspend")
    assert not phone.is_on
