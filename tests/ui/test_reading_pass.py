# SPDX-License-Identifier: MIT
"""The reading of every picture, with a reader that is told what to read and a vault that is real."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.errors import (
    DiskFull,
    HashMismatch,
    ImportRefused,
    PicturesNotAllowed,
    ReadingFailed,
    VaultDamaged,
)
from app.identify.reading import Reader
from app.identify.values import Box, Reading
from app.identify.wire import ReadLine
from app.model import CaseFacts, Sensitivity, Under18
from app.vault.reading import Reader as Snapshot
from tests.fakes.reader import FakeReader
from tests.fakes.sample_run import add_run
from tests.ui.filling import add_exhibit, ask
from ui.background import Lane
from ui.reading_pass import MOST_FAILED, ReadingPass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from app.model import Exhibit
    from ui.context import Context

LINES = (ReadLine(Box(10, 20, 210, 40), Reading("Send 200 with Western Union", 0.98)),)


@pytest.fixture
def quiet_reader() -> FakeReader:
    return FakeReader(lines=[LINES])


@pytest.fixture
def reading(opened: Context, monkeypatch: pytest.MonkeyPatch) -> Iterator[ReadingPass]:
    for name in ("FIRST_MS", "REST_MS", "HELD_MS"):
        monkeypatch.setattr(f"ui.reading_pass.{name}", 1)
    return opened.reading_pass


def is_done(reading: ReadingPass, *, read: int, failed: int = 0) -> bool:
    state = reading.state
    return state is not None and (state.waiting, state.read, state.failed) == (0, read, failed)


def found(opened: Context, qtbot: QtBot, query: str) -> int:
    return len(ask(opened, qtbot, lambda vault: vault.search(query)))


def cover(opened: Context, qtbot: QtBot, exhibit: Exhibit) -> None:
    marked = replace(exhibit.facts, sensitivity=Sensitivity.INTIMATE)
    ask(opened, qtbot, lambda vault: vault.revise_exhibit(exhibit.id, marked))


def is_being_read(quiet_reader: FakeReader, qtbot: QtBot, count: int = 1) -> None:
    qtbot.waitUntil(lambda: len(quiet_reader.asked) == count)


def test_every_picture_is_read_frames_too_and_the_process_rests(
    reading: ReadingPass, opened: Context, qtbot: QtBot, quiet_reader: FakeReader
) -> None:
    add_exhibit(opened, qtbot)
    ask(opened, qtbot, lambda vault: add_run(vault, 3))
    reading.begin(lambda: False)
    qtbot.waitUntil(lambda: is_done(reading, read=4))
    assert found(opened, qtbot, "western") == 2
    assert len(quiet_reader.asked) == 4
    qtbot.waitUntil(lambda: quiet_reader.stops == 1 and reading._turn is None)


def test_it_tells_how_far_it_is(reading: ReadingPass, opened: Context, qtbot: QtBot) -> None:
    waiting: list[int] = []
    reading.changed.connect(lambda: waiting.append(reading.state.waiting if reading.state else -1))
    for _ in range(3):
        add_exhibit(opened, qtbot)
    reading.begin(lambda: False)
    qtbot.waitUntil(lambda: is_done(reading, read=3))
    assert sorted(set(waiting), reverse=True) == [3, 2, 1, 0]


def test_a_new_picture_is_read_when_it_comes(reading: ReadingPass, opened: Context, qtbot: QtBot) -> None:
    reading.begin(lambda: False)
    qtbot.waitUntil(lambda: is_done(reading, read=0))
    opened.session.exhibit_added.emit(add_exhibit(opened, qtbot))
    qtbot.waitUntil(lambda: is_done(reading, read=1))


def test_while_a_picture_is_taken_nothing_is_read_and_then_it_goes_on(
    reading: ReadingPass, opened: Context, qtbot: QtBot, quiet_reader: FakeReader
) -> None:
    is_taking = [False]
    quiet_reader.gate = threading.Event()
    add_exhibit(opened, qtbot)
    reading.begin(lambda: is_taking[0])
    is_being_read(quiet_reader, qtbot)
    is_taking[0] = True
    reading.hold()
    qtbot.waitUntil(lambda: quiet_reader.stops > 0)
    quiet_reader.gate = None
    qtbot.wait(60)
    assert len(quiet_reader.asked) == 1
    is_taking[0] = False
    qtbot.waitUntil(lambda: is_done(reading, read=1))
    assert len(quiet_reader.asked) == 2


def test_paused_it_stands_still_until_the_person_says_so(
    reading: ReadingPass, opened: Context, qtbot: QtBot, quiet_reader: FakeReader
) -> None:
    quiet_reader.gate = threading.Event()
    add_exhibit(opened, qtbot)
    reading.begin(lambda: False)
    is_being_read(quiet_reader, qtbot)
    reading.pause()
    assert reading._turn is None
    qtbot.waitUntil(lambda: quiet_reader.stops > 0)
    quiet_reader.gate = None
    opened.session.exhibit_added.emit(add_exhibit(opened, qtbot))
    ask(opened, qtbot, lambda vault: vault.record_count)
    assert len(quiet_reader.asked) == 1
    reading.go_on()
    qtbot.waitUntil(lambda: is_done(reading, read=2))


def test_the_lock_ends_it_at_once_and_after_it_is_opened_it_goes_on(
    reading: ReadingPass, opened: Context, qtbot: QtBot, quiet_reader: FakeReader
) -> None:
    quiet_reader.gate = threading.Event()
    add_exhibit(opened, qtbot)
    reading.begin(lambda: False)
    is_being_read(quiet_reader, qtbot)
    with qtbot.waitSignal(opened.session.locked, timeout=5_000):
        opened.session.lock("hide")
    assert quiet_reader.stops >= 1
    assert reading.state is None
    assert reading._turn is None
    quiet_reader.gate = None
    with qtbot.waitSignal(opened.session.opened, timeout=20_000):
        opened.session.open(opened.folder, "violet kettle march otter")
    qtbot.waitUntil(lambda: is_done(reading, read=1))


def test_marked_intimate_while_it_is_read_it_leaves_nothing(
    reading: ReadingPass, opened: Context, qtbot: QtBot, quiet_reader: FakeReader
) -> None:
    quiet_reader.gate = threading.Event()
    exhibit = add_exhibit(opened, qtbot)
    reading.begin(lambda: False)
    is_being_read(quiet_reader, qtbot)
    cover(opened, qtbot, exhibit)
    quiet_reader.gate.set()
    qtbot.waitUntil(lambda: is_done(reading, read=0))
    assert found(opened, qtbot, "western") == 0
    assert ask(opened, qtbot, lambda vault: vault.texts(exhibit.id)) is None
    assert len(quiet_reader.asked) == 1


def test_a_picture_that_cannot_be_read_is_noted_and_not_tried_again(
    reading: ReadingPass, opened: Context, qtbot: QtBot, quiet_reader: FakeReader
) -> None:
    quiet_reader.fails = ImportRefused("it is no picture")
    add_exhibit(opened, qtbot)
    with qtbot.assertNotEmitted(opened.background.failed):
        reading.begin(lambda: False)
        qtbot.waitUntil(lambda: is_done(reading, read=0, failed=1))
        opened.session.case_changed.emit()
        qtbot.wait(30)
    assert len(quiet_reader.asked) == 1


def test_however_many_files_are_no_pictures_the_others_are_read(
    reading: ReadingPass, opened: Context, qtbot: QtBot, quiet_reader: FakeReader
) -> None:
    quiet_reader.fails = ImportRefused("it is no picture")
    for _ in range(MOST_FAILED + 2):
        add_exhibit(opened, qtbot)
    reading.begin(lambda: False)
    qtbot.waitUntil(lambda: is_done(reading, read=0, failed=MOST_FAILED + 2))
    assert not reading.is_stuck


def test_where_no_picture_can_be_read_the_rest_is_kept_for_later(
    reading: ReadingPass, opened: Context, qtbot: QtBot, quiet_reader: FakeReader
) -> None:
    quiet_reader.fails = ReadingFailed("the process that reads ended")
    for _ in range(MOST_FAILED + 2):
        add_exhibit(opened, qtbot)
    reading.begin(lambda: False)
    qtbot.waitUntil(lambda: reading.is_stuck)
    assert len(quiet_reader.asked) == MOST_FAILED
    quiet_reader.fails = None
    reading.go_on()
    qtbot.waitUntil(lambda: is_done(reading, read=3, failed=MOST_FAILED - 1))


def test_what_cannot_be_kept_stops_it_without_a_word(
    reading: ReadingPass, opened: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise DiskFull("full")

    monkeypatch.setattr("app.vault.Vault.keep_texts", full)
    add_exhibit(opened, qtbot)
    with qtbot.assertNotEmitted(opened.background.failed):
        reading.begin(lambda: False)
        qtbot.waitUntil(lambda: reading.is_stuck)


def test_turned_off_everything_that_was_read_is_gone_and_turned_on_it_is_read_again(
    reading: ReadingPass, opened: Context, qtbot: QtBot, quiet_reader: FakeReader
) -> None:
    add_exhibit(opened, qtbot)
    reading.begin(lambda: False)
    qtbot.waitUntil(lambda: is_done(reading, read=1))
    reading.switch(is_on=False)
    qtbot.waitUntil(lambda: reading.state is not None and not reading.state.is_on)
    assert found(opened, qtbot, "western") == 0
    reading.switch(is_on=True)
    qtbot.waitUntil(lambda: is_done(reading, read=1))
    assert found(opened, qtbot, "western") == 1
    assert len(quiet_reader.asked) == 2


@pytest.mark.parametrize("under_18", [Under18.YES, Under18.NOT_SURE])
def test_on_the_words_only_path_no_picture_is_read(
    reading: ReadingPass, opened: Context, qtbot: QtBot, quiet_reader: FakeReader, under_18: Under18
) -> None:
    add_exhibit(opened, qtbot)
    ask(opened, qtbot, lambda vault: vault.revise_case(CaseFacts(under_18=under_18, country="England")))
    reading.begin(lambda: False)
    qtbot.waitUntil(lambda: is_done(reading, read=0))
    assert quiet_reader.asked == []


def test_it_reads_in_a_lane_of_its_own_so_that_the_vault_is_free(
    reading: ReadingPass, opened: Context, qtbot: QtBot, quiet_reader: FakeReader
) -> None:
    quiet_reader.gate = threading.Event()
    add_exhibit(opened, qtbot)
    reading.begin(lambda: False)
    is_being_read(quiet_reader, qtbot)
    assert ask(opened, qtbot, lambda vault: len(vault.exhibits())) == 1
    names = {one.name.rpartition("_")[0] for one in threading.enumerate()}
    assert Lane.READING.value[0] in names
    reading.pause()


def test_nothing_is_read_before_it_is_begun(
    reading: ReadingPass, opened: Context, qtbot: QtBot, quiet_reader: FakeReader
) -> None:
    opened.session.exhibit_added.emit(add_exhibit(opened, qtbot))
    reading.refresh()
    qtbot.waitUntil(lambda: reading.state is not None)
    assert reading.state is not None
    assert reading.state.waiting == 1
    assert quiet_reader.asked == []


@pytest.mark.parametrize("error", [HashMismatch, VaultDamaged])
def test_a_picture_that_is_not_as_it_was_stops_no_other(
    reading: ReadingPass,
    opened: Context,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    error: type[Exception],
) -> None:
    _, second = (add_exhibit(opened, qtbot) for _ in range(2))
    whole = Snapshot.original

    def broken(snapshot: Snapshot, original: str) -> bytes:
        if original == second.id:
            raise error("")
        return whole(snapshot, original)

    monkeypatch.setattr(Snapshot, "original", broken)
    reading.begin(lambda: False)
    qtbot.waitUntil(lambda: is_done(reading, read=1, failed=1))


def test_what_may_not_be_looked_at_any_more_ends_it_quietly(
    reading: ReadingPass, opened: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def refused(_snapshot: Snapshot, original: str) -> bytes:
        asked.append(original)
        raise PicturesNotAllowed

    monkeypatch.setattr(Snapshot, "original", refused)
    add_exhibit(opened, qtbot)
    reading.begin(lambda: False)
    qtbot.waitUntil(lambda: bool(asked) and reading._turn is None)
    assert not reading.is_stuck


class TestWithARealProcess:
    """What holds the picture in clear is gone with the lock."""

    @pytest.fixture
    def quiet_reader(self) -> Iterator[Reader]:
        with Reader(is_quiet=True) as made:
            yield made

    def test_the_lock_ends_the_process_in_the_middle_of_a_picture(
        self, reading: ReadingPass, opened: Context, qtbot: QtBot, quiet_reader: Reader
    ) -> None:
        add_exhibit(opened, qtbot)
        reading.begin(lambda: False)
        qtbot.waitUntil(lambda: quiet_reader.pid is not None)
        process = quiet_reader._process
        assert process is not None
        with qtbot.waitSignal(opened.session.locked, timeout=20_000):
            opened.session.lock("hide")
        assert process.poll() is not None
        assert quiet_reader.pid is None
