# SPDX-License-Identifier: MIT
from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from app.errors import ReadingFailed
from app.identify import recogniser as module
from app.identify.recogniser import Recogniser, _Letter, merged
from tests.fakes.panels.ink import font_of


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    return Recogniser()


def line(text: str, size_px: int = 14, face: str = "open") -> np.ndarray:
    font = font_of(face, size_px, is_bold=False)
    image = Image.new("L", (round(font.getlength(text)) + 8, round(size_px * 1.5)), 255)
    ImageDraw.Draw(image).text((4, 1), text, fill=0, font=font)
    return np.asarray(image)


def letters(text: str, sure: float = 0.99, second: str = "x", second_sure: float = 0.0) -> list[_Letter]:
    return [_Letter(sign, sure, second, second_sure, at / len(text)) for at, sign in enumerate(text)]


@pytest.mark.parametrize("size_px", [12, 14, 18, 26])
@pytest.mark.parametrize("face", ["open", "roboto", "dejavu"])
def test_small_text_of_windows_is_read(recogniser: Recogniser, size_px: int, face: str) -> None:
    text = "live:.cid.8f3a1b2c4d5e6f70"
    (reading,) = recogniser.read([line(text, size_px, face)])
    assert reading.text == text
    assert reading.confidence > 0.5


def test_every_twin_is_in_doubt(recogniser: Recogniser) -> None:
    (reading,) = recogniser.read([line("live:.cid.8f3a1b2c4d5e6f70")])
    assert {reading.text[doubt.index] for doubt in reading.doubts} >= {"l", "1", "0"}
    assert all(doubt.options[0] == reading.text[doubt.index] for doubt in reading.doubts)


def test_each_letter_begins_where_it_stands(recogniser: Recogniser) -> None:
    (reading,) = recogniser.read([line("gen.beringer")])
    assert len(reading.edges) == len(reading.text)
    assert list(reading.edges) == sorted(reading.edges)
    assert reading.edges[0] < 0.15
    assert reading.edges[-1] > 0.8


def test_an_empty_line_is_no_text(recogniser: Recogniser) -> None:
    blank, nothing = recogniser.read([np.full((20, 200), 255, np.uint8), np.zeros((0, 4), np.uint8)])
    assert (blank.text, nothing.text) == ("", "")


def test_where_the_readings_differ_both_are_offered() -> None:
    reading = merged(letters("gen.b3"), letters("gen.bB"))
    assert not reading.has_agreed
    assert [(doubt.index, doubt.options) for doubt in reading.doubts] == [(5, ("3", "B"))]
    assert reading.confidence <= module.WEAK


def test_a_letter_that_one_reading_missed_may_be_none() -> None:
    reading = merged(letters("genn"), letters("gen"))
    assert any("" in doubt.options for doubt in reading.doubts)


def test_a_letter_that_only_the_second_saw_is_offered() -> None:
    reading = merged(letters("gen.x"), letters("gen..x"))
    assert [doubt.options for doubt in reading.doubts] == [("x", ".x")]
    ended = merged(letters("gen"), letters("gen7"))
    assert [doubt.options for doubt in ended.doubts] == [("n", "n7")]


def test_a_weak_letter_names_what_came_second() -> None:
    reading = merged(letters("s", 0.6, "5", 0.3), letters("s"))
    assert reading.doubts[0].options == ("s", "5")


def test_readings_that_agree_on_plain_letters_have_no_doubt() -> None:
    reading = merged(letters("beringer"), letters("beringer"))
    assert reading.has_agreed
    assert reading.doubts == ()


def test_another_model_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "rapidocr" / "models").mkdir(parents=True)
    (tmp_path / "rapidocr" / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "rapidocr", raising=False)
    with pytest.raises(ReadingFailed, match="not there"):
        Recogniser()
    (tmp_path / "rapidocr" / module.MODEL).write_bytes(b"another")
    with pytest.raises(ReadingFailed, match="not the expected one"):
        Recogniser()


def test_the_program_beside_the_model_is_not_imported(recogniser: Recogniser) -> None:
    assert recogniser.read([line("Skype")])[0].text == "Skype"
    assert "rapidocr" not in sys.modules


def test_what_only_the_second_reading_saw_is_no_text() -> None:
    assert merged([], letters("x")).text == ""


def test_the_library_that_runs_the_model_holds_no_address_to_send_to() -> None:
    spec = find_spec("onnxruntime")
    assert spec is not None
    assert spec.origin is not None
    files = (Path(spec.origin).parent / "capi").iterdir()
    libraries = [each for each in files if each.stat().st_size > 1_000_000]
    assert libraries
    assert not [each.name for each in libraries if b"events.data.microsoft.com" in each.read_bytes()]


def test_a_line_is_skimmed_as_it_is_read_first(recogniser: Recogniser) -> None:
    lines = [line("live:.cid.8f3a1b2c4d5e6f70"), np.zeros((0, 4), np.uint8)]
    assert [one.text for one in recogniser.skim(lines)] == [one.text for one in recogniser.read(lines)]
