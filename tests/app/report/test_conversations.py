# SPDX-License-Identifier: MIT
"""A conversation on paper: every frame with its fingerprint, every gap a bar, nothing papered over."""

import pytest

from app.hashing import grouped
from app.model import GapRecord, Island, PairRecord, Why
from app.report.conversations import draw_conversation
from app.report.layout import BOTTOM, LEFT, RIGHT
from tests.app.report.conftest import NotingPen, flat
from tests.app.report.runs import EXACT, MATCHED, make_run


class Drawing(NotingPen):
    def __init__(self):
        super().__init__()
        self.pictures = []
        self.bars = []

    def picture(self, original, x, y, width, height):
        self.pictures.append((original.ref, self.ended, x, y, width, height))

    def frame(self, x, y, width, height, *, line, colour, is_dashed=False):
        if is_dashed:
            self.bars.append((self.ended, y))


def drawn(sheet_of, frames=8, **given):
    dossier, _ = make_run(frames, **given)
    sheet = sheet_of(dossier)
    sheet.pen = Drawing()
    draw_conversation(sheet, next(entry for entry in dossier.exhibits if entry.exhibit.is_run))
    return sheet.pen


def one_island(frames):
    return {"islands": (Island(tuple(range(1, frames + 1)), tuple(range(frames))),), "gaps": ()}


def test_every_frame_is_drawn_once_with_its_number_and_fingerprint(sheet_of):
    pen = drawn(sheet_of)
    assert [ref for ref, *_ in pen.pictures] == [f"TJH/2.{n}" for n in range(1, 9)]
    dossier, _ = make_run()
    exhibit = next(entry.exhibit for entry in dossier.exhibits if entry.exhibit.is_run)
    for original in exhibit.originals:
        whole = " ".join(grouped(original.record.content.sha256))
        assert whole in pen.said
        assert whole[:9] in pen.said


def test_eight_wide_frames_and_their_gap_fit_on_one_page(sheet_of):
    pen = drawn(sheet_of)
    assert {page for _, page, *_ in pen.pictures} == {1}
    ((page, y),) = pen.bars
    assert page == 1
    before = [top for ref, _, _, top, *_ in pen.pictures if ref in {"TJH/2.5", "TJH/2.6"}]
    after = [top for ref, _, _, top, *_ in pen.pictures if ref in {"TJH/2.7", "TJH/2.8"}]
    assert max(before) < y < min(after)


def test_the_gap_is_said_at_once_and_in_the_bar(sheet_of):
    said = drawn(sheet_of).said
    assert "One gap: see the bar." in said
    assert "GAP between frames 6 and 7. No overlap was found: messages may be missing." in said


def test_without_a_gap_it_says_from_which_to_which(sheet_of):
    pen = drawn(sheet_of, 3, **one_island(3))
    assert "From the first frame to the last, no gap." in pen.said
    assert pen.bars == []


def test_one_frame_is_not_said_to_have_no_gap(sheet_of):
    pen = drawn(sheet_of, 1, **one_island(1))
    assert "One frame; there is nothing to compare." in pen.said
    assert "no gap" not in pen.said


def test_no_gap_is_never_said_without_the_pairs_that_only_match(sheet_of):
    pairs = (PairRecord(1, 2, MATCHED), PairRecord(2, 3, EXACT))
    assert (
        "From the first frame to the last, no gap. 1 pair matches, but not pixel for pixel."
        in drawn(sheet_of, 3, pairs=pairs, **one_island(3)).said
    )


def test_parts_beside_a_gap_are_not_said_to_stand_in_a_proven_order(sheet_of):
    assert "their order is not proven" in drawn(sheet_of).said
    assert "order is not proven" not in drawn(sheet_of, 3, **one_island(3)).said


@pytest.mark.parametrize(
    ("why", "printed"),
    [
        (Why.WIDTH_CHANGED, "BREAK between frames 1 and 2. The window was resized"),
        (Why.TWO_PLACES, "Not certain: the frames may meet in more than one way"),
        (Why.REPEATED_ONLY, "Not certain"),
        (Why.ONE_PICTURE, "Not certain"),
        (Why.RESUMED, "The program was closed in between"),
    ],
)
def test_each_kind_of_break_has_its_words(sheet_of, why, printed):
    islands = (Island((1,), (0,)), Island((2,), (0,)))
    assert printed in drawn(sheet_of, 2, islands=islands, gaps=(GapRecord(1, 2, why),)).said


@pytest.mark.parametrize("size", [(770, 480), (800, 800), (390, 844), (1170, 2532), (3000, 400)])
@pytest.mark.parametrize("frames", [1, 5, 23])
def test_frames_keep_their_shape_and_stay_on_the_page(sheet_of, size, frames):
    pen = drawn(sheet_of, frames, size=size, **one_island(frames))
    assert len(pen.pictures) == frames
    for _, _, x, y, width, height in pen.pictures:
        assert x >= LEFT - 0.01
        assert x + width <= RIGHT + 0.01
        assert y + height <= BOTTOM + 0.01
        assert abs(width / height - size[0] / size[1]) < 0.01 * size[0] / size[1]


def test_numbers_that_run_backwards_are_explained(sheet_of):
    up = drawn(sheet_of, 3, islands=(Island((1, 2, 3), (0, -300, -600)),), gaps=())
    assert "The numbers say in which order they were taken." in up.said
    assert "The numbers say" not in drawn(sheet_of, 3, **one_island(3)).said


def test_a_run_that_was_not_judged_says_so(sheet_of):
    pen = drawn(sheet_of, 3, is_judged=False)
    assert "How the frames meet was not judged" in pen.said
    assert "no gap" not in pen.said


def test_the_pdf_holds_every_frame_and_the_index_says_how_many(build):
    dossier, originals = make_run()
    reader = build(dossier, originals)
    pages = [flat(page.extract_text()) for page in reader.pages]
    sheet = next(n for n, text in enumerate(pages) if "all 8 frames" in text)
    assert len(reader.pages[sheet].images) == 8
    assert "; 8 frames, one gap" in next(text for text in pages if "Exhibit index" in text)


def test_the_files_are_named(sheet_of):
    dossier, _ = make_run(2, **one_island(2))
    pen = drawn(sheet_of, 2, **one_island(2))
    assert "full size in the package" in pen.said
    assert "conversation.png" in pen.said
    assert len(dossier.exhibits) > 1
