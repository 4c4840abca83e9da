# SPDX-License-Identifier: MIT
"""The file of the portal is read once and is gone, whatever is wrong with it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from app.capture import portal_picture
from app.capture.portal_picture import decoded, take_away, throw_away
from app.errors import CaptureDenied, PictureLeft
from tests.app.capture.conftest import png_of

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the portal is of Linux")


@pytest.fixture
def data(desktop) -> bytes:
    return png_of(desktop)


@pytest.fixture
def file(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "Bildschirm Foto % é.png"
    path.write_bytes(data)
    return path


def test_any_name_is_understood(file: Path, data: bytes) -> None:
    assert take_away(file.as_uri()) == data
    assert not file.exists()


def test_a_host_that_is_this_computer_is_understood(file: Path, data: bytes) -> None:
    assert take_away(file.as_uri().replace("file://", "file://localhost")) == data
    assert not file.exists()


@pytest.mark.parametrize(
    "uri",
    [
        "", "picture.png", "/picture.png", "http://x/y.png", "file://elsewhere/a.png", "file:///a%00b.png",
        "file:///a.png?b", "file:///a.png#b", "file://[::1", "file:a.png", "file:///",
    ],
)  # fmt: skip
def test_what_names_no_file_of_this_computer_is_refused(uri: str) -> None:
    with pytest.raises(CaptureDenied):
        take_away(uri)


def test_a_folder_on_the_way_may_be_a_link(file: Path, data: bytes, tmp_path: Path) -> None:
    (tmp_path / "Pictures").symlink_to(tmp_path, target_is_directory=True)
    assert take_away((tmp_path / "Pictures" / file.name).as_uri()) == data
    assert not file.exists()


def test_a_link_is_not_followed_and_is_said(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.png"
    link.symlink_to(file)
    with pytest.raises(PictureLeft) as left:
        take_away(link.as_uri())
    assert left.value.name == str(link)
    assert file.exists()


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.png"
    os.mkfifo(pipe)
    with pytest.raises(CaptureDenied, match="something else"):
        take_away(pipe.as_uri())


def test_a_picture_of_somebody_else_is_said(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: own + 1)
    with pytest.raises(PictureLeft):
        take_away(file.as_uri())


def test_a_picture_that_is_too_large_is_deleted_unread(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portal_picture, "MOST_BYTES", 100)
    with pytest.raises(CaptureDenied, match="larger"):
        take_away(file.as_uri())
    assert not file.exists()


def test_a_picture_that_cannot_be_deleted_is_emptied(
    file: Path, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "unlink", _refused)
    assert take_away(file.as_uri()) == data
    assert file.read_bytes() == b""


def test_a_picture_that_can_be_neither_deleted_nor_emptied_is_said(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "unlink", _refused)
    monkeypatch.setattr(portal_picture, "EMPTYING", os.O_WRONLY | os.O_EXCL | os.O_CREAT)
    with pytest.raises(PictureLeft) as left:
        take_away(file.as_uri())
    assert left.value.name == str(file)


def test_a_name_that_means_another_file_by_then_is_not_deleted(
    file: Path, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Someone puts another file in its place while it is read."""
    status = os.fstat
    swapped = []

    def swap(opened: int) -> os.stat_result:
        if not swapped:
            swapped.append(file.rename(file.with_name("moved.png")))
            file.write_bytes(b"of somebody")
        return status(opened)

    monkeypatch.setattr(os, "fstat", swap)
    with pytest.raises(PictureLeft):
        take_away(file.as_uri())
    monkeypatch.undo()
    assert swapped[0].read_bytes() == data


def test_thrown_away_is_gone(file: Path, tmp_path: Path) -> None:
    throw_away(file.as_uri())
    assert list(tmp_path.iterdir()) == []
    throw_away(file.as_uri())


def test_the_pixels_are_those_of_the_file(data: bytes, desktop) -> None:
    assert np.array_equal(np.asarray(decoded(data)), desktop)


def test_see_through_pixels_keep_their_colour(desktop) -> None:
    clear = np.dstack([desktop, np.zeros(desktop.shape[:2], dtype=np.uint8)])
    assert np.array_equal(np.asarray(decoded(png_of(clear))), desktop)


@pytest.mark.parametrize("cut", [0, 8, 20, 100, -1])
def test_half_a_picture_is_none(data: bytes, cut: int) -> None:
    broken = data[:cut] if cut >= 0 else data[:60] + b"\0" * 40 + data[100:]
    with pytest.raises(CaptureDenied):
        decoded(broken)


def test_more_pixels_than_any_desktop_are_refused_unread(
    data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(portal_picture, "MOST_PX", 1000)
    with pytest.raises(CaptureDenied, match="larger"):
        decoded(data)


def test_the_limit_is_below_the_one_of_the_library() -> None:
    assert Image.MAX_IMAGE_PIXELS is not None
    assert portal_picture.MOST_PX < Image.MAX_IMAGE_PIXELS


def _refused(*_: object, **__: object) -> None:
    raise PermissionError
