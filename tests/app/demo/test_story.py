# SPDX-License-Identifier: MIT
"""What needs no screen; the whole demo is played in tests/screen/test_demo.py."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from app import paths
from app.demo.story import confirmed_id, parts_of, play, read_in
from app.errors import CaptureUnsupported, ExportFailed
from app.hashing import sha256_of, sha256_of_parts
from app.identify.platforms import Catalogue
from app.identify.values import Box, Kind, Proposal
from app.identify.wire import Found
from app.sample import Sample
from tests.fakes.backend import FakeBackend

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def sample() -> Sample:
    return Sample.load(paths.resources() / "sample" / "case.toml")


def test_the_identifier_is_kept_and_the_display_name_caught(sample: Sample) -> None:
    catalogue = Catalogue.load(paths.resources() / "platforms")
    assert confirmed_id(catalogue, sample) == "live:.cid.8f3a1b2c4d5e6f70"


def test_rules_that_take_a_display_name_stop_the_demo(sample: Sample) -> None:
    catalogue = Catalogue.load(paths.resources() / "platforms")

    class Confused(dict):
        def __getitem__(self, _: str) -> object:
            return catalogue["instagram"]

    with pytest.raises(ExportFailed, match="identifier"):
        confirmed_id(Confused(), sample)


def test_only_the_same_identifier_counts_as_read() -> None:
    found = Found(
        640, 360, tuple(Proposal("skype", Kind.IDENTIFIER, one, Box(0, 0, 9, 9), 0.9) for one in "ab")
    )
    read = read_in(b"picture", "b", lambda _picture, _wanted: found)
    assert read is not None
    assert read.value == "b"
    assert read_in(b"picture", "c", lambda _picture, _wanted: found) is None


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
def test_without_a_screen_nothing_is_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("XDG_SESSION_TYPE", "x11")
    with pytest.raises(CaptureUnsupported):
        play(tmp_path / "demo")
    assert not (tmp_path / "demo").exists()


def test_where_no_window_can_be_pointed_at_nothing_is_made(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    without = FakeBackend(lists_windows=False)
    monkeypatch.setattr("app.demo.story.choose_backend", lambda _: without)
    with pytest.raises(CaptureUnsupported):
        play(tmp_path / "demo")
    assert not (tmp_path / "demo").exists()
    assert without.is_closed


def test_parts_are_the_file(tmp_path: Path) -> None:
    data = bytes(range(256)) * 9000
    (tmp_path / "f").write_bytes(data)
    assert sha256_of_parts(parts_of(tmp_path / "f")) == sha256_of(data)
