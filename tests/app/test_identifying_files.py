# SPDX-License-Identifier: MIT
"""``main.py identify`` as it is run: good files among bad ones, a listener that leaves, an interrupt."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import fontpkg_roboto
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from tests.app.test_commands import MAIN, run_main

if TYPE_CHECKING:
    from collections.abc import Iterator

ID = "live:.cid.8f3a1b2c4d5e6f70"


def good(path: Path) -> Path:
    """A panel with a blue ID beside its label."""
    font = ImageFont.truetype(str(body_font()), 20)
    image = Image.new("RGB", (640, 200), "white")
    draw = ImageDraw.Draw(image)
    draw.text((30, 20), "Amelie Laurent", fill="black", font=ImageFont.truetype(str(body_font()), 30))
    draw.text((30, 90), "Skype", fill="#444444", font=font)
    draw.text((150, 90), ID, fill="#0078d4", font=font)
    image.save(path, "PNG")
    return path


def body_font() -> Path:
    """A face that many programs print with."""
    faces = sorted(Path(fontpkg_roboto.__file__).parent.rglob("*.ttf"))
    return next(face for face in faces if "Italic" not in face.name)


def bad_files(folder: Path) -> dict[str, Path]:
    """One file of each kind that is left out, by what is said of it."""
    Image.new("1", (30_000, 30_000)).save(folder / "huge.png")
    Image.new("CMYK", (60, 60)).save(folder / "cmyk.jpg")
    Image.fromarray(np.zeros((60, 60), dtype=np.uint16)).save(folder / "deep.png")
    frames = [Image.new("RGB", (60, 60), colour) for colour in ("red", "blue")]
    frames[0].save(folder / "moves.gif", save_all=True, append_images=frames[1:])
    whole = good(folder / "whole.png").read_bytes()
    (folder / "truncated.png").write_bytes(whole[: len(whole) // 2])
    (folder / "junk.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"junk" * 100)
    (folder / "empty.png").touch()
    (folder / "folder.png").mkdir()
    return {
        "30000 x 30000": folder / "huge.png",
        "CMYK": folder / "cmyk.jpg",
        "16 bits": folder / "deep.png",
        "moves": folder / "moves.gif",
        "damaged": folder / "truncated.png",
        "no picture": folder / "junk.png",
        "empty": folder / "empty.png",
        "no file": folder / "folder.png",
        "no such file": folder / "missing.png",
    }


def test_bad_files_get_a_line_each_and_the_good_ones_are_done(tmp_path: Path) -> None:
    first, last = good(tmp_path / "first.png"), good(tmp_path / os.fsdecode(b"l\xff\nst.png"))
    bad = bad_files(tmp_path)
    done = run_main("identify", "--json", str(first), *map(str, bad.values()), str(last))
    assert done.returncode == 2
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["image"] for one in told] == [str(first), str(last)]
    assert [one["found"][0]["value"] for one in told] == [ID, ID]
    assert {tuple(sorted(one)) for seen in told for one in seen["found"]} == {
        ("ambiguous", "box", "confidence", "kind", "platform", "value")
    }
    lines = done.stderr.splitlines()
    assert len(lines) == len(bad)
    for (said, path), line in zip(bad.items(), lines, strict=True):
        assert line.startswith(f"{path}: ")
        assert said in line


def test_a_wanted_platform_is_looked_for_and_an_unknown_one_is_refused(tmp_path: Path) -> None:
    picture = good(tmp_path / "one.png")
    done = run_main("identify", str(picture), "--platform", "skype")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"{picture}: Skype Name {ID}" in done.stdout
    refused = run_main("identify", str(picture), "--platform", "icq")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert len(refused.stderr.splitlines()) == 1
    assert "icq" in refused.stderr


@pytest.fixture
def interruptible() -> Iterator[None]:
    """What is started hears an interrupt: a shell that runs the tests in the background has it ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
@pytest.mark.skipif(sys.platform == "win32", reason="signals and pipes of POSIX")
@pytest.mark.parametrize(("ends_by", "code", "said"), [("pipe", 0, ""), ("interrupt", 2, "Stopped.")])
def test_whoever_stops_listening_hears_no_fault(tmp_path: Path, ends_by: str, code: int, said: str) -> None:
    pictures = [str(good(tmp_path / f"{number}.png")) for number in range(4)] * 5
    with subprocess.Popen(
        [*MAIN, "identify", *pictures],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    ) as process:  # fmt: skip
        assert process.stdout
        assert process.stderr
        assert ID in process.stdout.readline()  # told at once, long before the last
        if ends_by == "interrupt":
            os.killpg(process.pid, signal.SIGINT)  # one who listens on: a closed pipe would end it as well
            _, heard = process.communicate(timeout=60)
        else:
            process.stdout.close()
            heard = process.stderr.read()
        assert process.wait(timeout=60) == code
    assert len(heard.splitlines()) == bool(said)
    assert heard.startswith(said)
