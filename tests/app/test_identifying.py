# SPDX-License-Identifier: MIT
"""Many pictures are told one by one; one that cannot be read is named and stops nothing."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app import identifying, paths
from app.errors import BadInput, ImportRefused, ReadingFailed
from app.identify.platforms import Catalogue
from app.identify.values import Box, Doubt, Proposal
from app.identifying import Looked, identify, known_platform, look

CATALOGUE = Catalogue.load(paths.resources() / "platforms")
SKYPE = Proposal(
    platform="skype",
    kind="identifier",
    value="live:.cid.8f3a1b2c4d5e6f70",
    box=Box(10, 20, 110, 40),
    confidence=0.98765,
    doubts=(Doubt(14, ("1", "l")),),
)
CARD = Proposal(None, "gift_card_code", "AB12CD34EF5GH67", Box(0, 0, 9, 9), 0.9)
WRONG = Proposal(None, "bitcoin_address", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", Box(0, 0, 9, 9), 0.9)


@dataclass(frozen=True)
class Told:
    proposals: tuple[Proposal, ...]


@dataclass
class Finder:
    """Finds what its table says for the bytes of a file."""

    answers: dict[bytes, tuple[Proposal, ...] | Exception]
    wanted: list[str | None] = field(default_factory=list)

    def find(self, picture: bytes, wanted: str | None = None) -> Told:
        self.wanted.append(wanted)
        answer = self.answers[picture]
        if isinstance(answer, Exception):
            raise answer
        return Told(answer)


@dataclass
class Heard:
    lines: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def told(images: list[Path], finder: Finder, platform: str | None = None, *, as_json: bool = True) -> Heard:
    heard = Heard()
    whole = identify(images, platform, finder, heard.lines.append, heard.problems.append, as_json=as_json)
    assert whole == (not heard.problems)
    return heard


def file_of(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_each_picture_is_one_object_in_the_form_that_is_written_down(tmp_path: Path) -> None:
    images = [file_of(tmp_path, "one.png", b"1"), file_of(tmp_path, "none.png", b"0")]
    heard = told(images, Finder({b"1": (SKYPE,), b"0": ()}))
    assert [json.loads(line) for line in heard.lines] == [
        {
            "image": str(images[0]),
            "found": [
                {
                    "platform": "skype",
                    "kind": "identifier",
                    "value": "live:.cid.8f3a1b2c4d5e6f70",
                    "box": [10, 20, 110, 40],
                    "confidence": 0.988,
                    "ambiguous": [14],
                }
            ],
        },
        {"image": str(images[1]), "found": []},
    ]


def test_without_json_a_person_can_read_it(tmp_path: Path) -> None:
    images = [file_of(tmp_path, "one.png", b"1"), file_of(tmp_path, "none.png", b"0")]
    heard = told(images, Finder({b"1": (SKYPE,), b"0": ()}), as_json=False)
    place = "at 10,20 to 110,40; sure to 99%; look again at place 15 (one or small L)"
    assert heard.lines == [
        f"{images[0]}: Skype Name live:.cid.8f3a1b2c4d5e6f70; {place}",
        f"{images[1]}: nothing found",
    ]


def test_an_address_that_fails_its_check_says_so(tmp_path: Path) -> None:
    heard = told([file_of(tmp_path, "w.png", b"w")], Finder({b"w": (WRONG,)}), as_json=False)
    assert "bitcoin address 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb" in heard.lines[0]
    assert "its own check does not fit: look again" in heard.lines[0]


@pytest.mark.parametrize("as_json", [True, False])
def test_a_code_that_can_be_spent_is_never_printed_whole(tmp_path: Path, *, as_json: bool) -> None:
    heard = told([file_of(tmp_path, "card.png", b"c")], Finder({b"c": (CARD,)}), as_json=as_json)
    assert "AB12" not in heard.lines[0]
    assert "•GH67" in heard.lines[0]


def test_one_that_cannot_be_read_is_named_and_the_others_are_done(tmp_path: Path) -> None:
    images = [
        file_of(tmp_path, "one.png", b"1"),
        file_of(tmp_path, "junk.png", b"junk"),
        file_of(tmp_path, "slow.png", b"slow"),
        tmp_path / "missing.png",
        tmp_path,
        Path(os.devnull),
        file_of(tmp_path, "last.png", b"1"),
    ]
    answers = {
        b"1": (SKYPE,),
        b"junk": ImportRefused("it is\nno picture."),
        b"slow": ReadingFailed("too slow"),
    }
    heard = told(images, Finder(answers))
    assert [json.loads(line)["image"] for line in heard.lines] == [str(images[0]), str(images[-1])]
    assert heard.problems == [
        f"{images[1]}: it is no picture. It was left out.",
        f"{images[2]}: too slow. It was left out.",
        f"{images[3]}: no such file or directory. It was left out.",
        f"{images[4]}: it is no file. It was left out.",
        f"{images[5]}: it is no file. It was left out.",
    ]


def test_a_file_far_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(identifying, "MOST_BYTES", 3)
    (looked,) = look([file_of(tmp_path, "large.png", b"1234")], Finder({}), None)
    assert looked.problem
    assert "larger than any picture" in looked.problem


def test_each_picture_is_told_before_the_next_is_looked_at(tmp_path: Path) -> None:
    finder = Finder({b"1": (SKYPE,), b"2": ()})
    images = [file_of(tmp_path, "1.png", b"1"), file_of(tmp_path, "2.png", b"2")]
    going = look(images, finder, "skype")
    next(going)
    assert finder.wanted == ["skype"]
    next(going)
    assert finder.wanted == ["skype", "skype"]


def test_a_platform_that_is_not_known_is_one_clear_line() -> None:
    with pytest.raises(BadInput, match=r"no platform called icq\. Known are: .*skype") as refused:
        known_platform(CATALOGUE, "icq")
    assert len(str(refused.value).splitlines()) == 1
    assert known_platform(CATALOGUE, "skype") == "skype"
    assert known_platform(CATALOGUE, None) is None


def test_a_name_of_any_bytes_stays_on_one_line_and_comes_back_from_json() -> None:
    path = Path(os.fsdecode(b"a\xff\nb\x1b[31m.png"))
    looked = Looked(path)
    assert looked.name == r"a\udcff\nb\x1b[31m.png"
    assert Path(json.loads(looked.line(CATALOGUE, as_json=True))["image"]) == path
    assert len(looked.line(CATALOGUE, as_json=False).splitlines()) == 1


def test_kinds_are_called_by_their_names() -> None:
    kinds = [
        (Proposal("instagram", "identifier", "amy", SKYPE.box, 1.0), "Instagram username amy;"),
        (Proposal("signal", "identifier", "amy", SKYPE.box, 1.0), "Signal amy;"),
        (Proposal("skype", "display_name", "Amy L", SKYPE.box, 1.0), "display name Amy L;"),
    ]
    for proposal, said in kinds:
        line = Looked(Path("a.png"), (proposal,)).line(CATALOGUE, as_json=False)
        assert line.startswith(f"a.png: {said}")
