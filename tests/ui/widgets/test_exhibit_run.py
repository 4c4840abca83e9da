# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from app.model import DerivativeRecord
from tests.fakes.redacted import BOX, covered
from tests.fakes.sample_run import add_run
from tests.ui.filling import add_exhibit, ask, picture, png
from ui.run_words import gap_line
from ui.widgets.exhibit_run import ExhibitRun, read_part
from ui.widgets.label import Label


@pytest.fixture
def run(opened, qtbot) -> ExhibitRun:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = ExhibitRun(opened, parent)
    made.parent_widget = parent
    return made


@pytest.fixture
def kept(opened, qtbot):
    return ask(opened, qtbot, lambda vault: add_run(vault, 4, gap_after=2))


def lines(run: ExhibitRun) -> list[str]:
    return [one.words for one in run.run_card.findChildren(Label) if not one.isHidden()]


def test_a_single_picture_has_neither_row_nor_card(run: ExhibitRun, opened, qtbot) -> None:
    run.show_exhibit(add_exhibit(opened, qtbot))
    assert run.frames.isHidden()
    assert run.run_card.isHidden()
    assert run.part is None


def test_the_first_picture_is_chosen_and_the_run_told_in_words(run: ExhibitRun, kept, words) -> None:
    run.show_exhibit(kept)
    assert run.part == kept.frames[0]
    said = lines(run)
    assert words("conversation.end.gap", n=1, pictures="4 pictures") in said
    assert words("conversation.run.gap", a=2, b=3) in said
    assert words("conversation.run.first") in said


def test_what_is_missing_stands_before_what_was_closed(run: ExhibitRun, kept, words) -> None:
    gap = kept.run.gaps[0]
    closed = replace(gap, first=1, second=2, closed_by=(1, 3))
    run.show_exhibit(replace(kept, run=replace(kept.run, gaps=(closed, gap))))
    said = [line for line in lines(run) if line in {gap_line(words, gap), gap_line(words, closed)}]
    assert said == [gap_line(words, gap), gap_line(words, closed)]


def test_choosing_another_says_how_it_meets(run: ExhibitRun, kept, qtbot, words) -> None:
    run.show_exhibit(kept)
    with qtbot.waitSignal(run.part_chosen) as chosen:
        run.frames.choose(run.model.index(2))
    assert chosen.args == [kept.frames[1]]
    assert run.run_card.seam.words == words("conversation.run.exact", rows=400)
    run.frames.choose(run.model.index(0))
    assert isinstance(run.part, DerivativeRecord)
    assert run.run_card.seam.words == words("conversation.run.joined.is")


def test_shown_again_it_stays_at_the_picture_and_lines_are_not_doubled(run: ExhibitRun, kept) -> None:
    run.show_exhibit(kept)
    run.frames.choose(run.model.index(3))
    before = lines(run)
    run.show_exhibit(kept)
    assert run.part == kept.frames[2]
    assert [line for line in lines(run) if line not in before] == []


def test_a_run_that_is_not_finished_says_so(run: ExhibitRun, opened, qtbot, words) -> None:
    broken = ask(opened, qtbot, lambda vault: add_run(vault, 2, is_finished=False))
    run.show_exhibit(broken)
    assert run.run_card.whole.words == words("conversation.run.open")
    assert run.part == broken.frames[0]


def test_small_pictures_are_read(run: ExhibitRun, kept, qtbot) -> None:
    run.show_exhibit(kept)
    run.parent_widget.resize(800, 400)
    run.frames.resize(800, 120)
    run.parent_widget.show()
    qtbot.waitUntil(lambda: sum(one is not None for one in run.model._pixmaps.values()) == 4)


def test_every_part_can_be_read(opened, kept, qtbot) -> None:
    read = lambda part: ask(opened, qtbot, lambda vault: read_part(kept, part, vault))  # noqa: E731
    assert read(None).height() == read(kept.frames[0]).height() == 640
    [joined] = [one for one in kept.derivatives if one.width_px]

    assert read(joined).height() == joined.height_px


def test_a_picture_is_chosen_by_its_id(run: ExhibitRun, kept, qtbot) -> None:
    run.show_exhibit(kept)
    with qtbot.waitSignal(run.part_chosen) as chosen:
        run.choose(kept.frames[2].id)
    assert chosen.args == [kept.frames[2]]
    with qtbot.assertNotEmitted(run.part_chosen):
        run.choose("of another run")


def test_of_a_covered_picture_the_copy_is_read_unless_the_original_is_asked_for(kept) -> None:
    whole, blackened = png(picture(64, 48)), png(picture(32, 24))

    class Case:
        def original(self, _original_id: str) -> bytes:
            return whole

        def derivative_parts(self, _derivative_id: str):
            return iter((blackened,))

    made = covered(kept, {2: (BOX,)})
    assert read_part(made, made.frames[1], Case()).width() == 32
    assert read_part(made, made.frames[1], Case(), is_original=True).width() == 64
    assert read_part(made, made.frames[2], Case()).width() == 64
