# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from PySide6.QtTest import QSignalSpy

from app.errors import DiskFull
from tests.ui.filling import ask
from tests.ui.report.hosting import hosted
from tests.ui.report.test_handing_over import copies_of
from ui.report.to_file import ToFile


@pytest.fixture
def way(opened, shown, qtbot):
    yield hosted(ToFile(opened), opened, shown, qtbot)
    opened.background.close()


def test_it_takes_no_room_until_it_is_asked_for(way: ToFile, qtbot) -> None:
    way.make_room()
    assert not way.isVisible()
    with qtbot.waitSignal(way.came_out) as came_out:
        way.ask()
    assert came_out.args == [way.before]
    assert way.isVisible()
    with qtbot.waitSignal(way.left):
        way.before.back_button.click()
    assert not way.isVisible()


def test_a_copy_that_cannot_be_recorded_does_not_stay(way: ToFile, opened, qtbot, tmp_path) -> None:
    place, saved = tmp_path / "document.pdf", QSignalSpy(way.saved)

    def refuse(*_: object, **__: object) -> None:
        raise DiskFull("no room for the record")

    ask(opened, qtbot, lambda vault: setattr(vault, "note_copy", refuse))
    with qtbot.waitSignal(way.failed, timeout=10_000) as failed:
        way.save(place)
    assert isinstance(failed.args[0], DiskFull)
    assert not place.exists()
    assert saved.count() == 0
    assert copies_of(opened, qtbot) == ()


def test_its_card_is_found_by_its_key(way: ToFile) -> None:
    assert way.before.objectName() == f"before_{way.key}"
