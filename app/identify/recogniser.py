# SPDX-License-Identifier: MIT
"""Lines of text become characters: each line is read twice, and where a reading is not sure it says so.

Only importer of onnxruntime. The model is PP-OCRv6 (small) from the wheel of ``rapidocr``, whose program is
never imported: it would load other models from the network if it were asked to.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import onnxruntime
from PIL import Image

from app.errors import ReadingFailed
from app.hashing import sha256_of
from app.identify.lookalikes import alternatives
from app.identify.values import Doubt, Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

MODEL = "models/PP-OCRv6_rec_small.onnx"
MODEL_SHA256 = "6f327246b50388f3c176ae304bd95767ea6dc0c9ae92153ef8cbe210b3c14884"
HEIGHT_PX = 48  # what the model was trained on. Source: PaddleOCR, PP-OCRv6 recogniser
WIDTHS = (1.0, 1.22)  # of the two readings; the second sees every stroke at other columns
LEAST_WIDTH_PX, MOST_WIDTH_PX = 16, 3200
WEAK = 0.8  # below it the runner-up is named
LEAST_RUNNER_UP = 0.02


@dataclass(frozen=True, slots=True)
class _Letter:
    """One character of one reading: how sure, what came second, and where it stands (share of the width)."""

    text: str
    sure: float
    second: str
    second_sure: float
    edge: float


class Recogniser:
    """The model, loaded once; 30 ms of CPU a line."""

    def __init__(self) -> None:
        """Load the model.

        Raises:
            ReadingFailed: it is not there, or not the one that is expected.
        """
        path = _model()
        onnxruntime.disable_telemetry_events()  # the event log of Windows; there is no other below 1.29
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False  # an arena keeps what the longest line ever needed
        options.log_severity_level = 4
        self._session: Any = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        self._input = self._session.get_inputs()[0].name
        characters = self._session.get_modelmeta().custom_metadata_map["character"].splitlines()
        self._characters = ("", *characters, " ")

    def read(self, crops: Sequence[NDArray[np.uint8]]) -> tuple[Reading, ...]:
        """Return what stands in each line; grey, dark ink on a light ground, of any height."""
        return tuple(self._read(crop) for crop in crops)

    def skim(self, crops: Sequence[NDArray[np.uint8]]) -> tuple[Reading, ...]:
        """Return what stands in each line, read once: half the work, for what only guides a search."""
        return tuple(self._skim(crop) for crop in crops)

    def _skim(self, crop: NDArray[np.uint8]) -> Reading:
        letters = self._letters(_sized(crop, WIDTHS[0])) if crop.size else ()
        return merged(letters, letters)

    def _read(self, crop: NDArray[np.uint8]) -> Reading:
        if not crop.size:
            return Reading("", 0.0)
        first, second = (self._letters(_sized(crop, width)) for width in WIDTHS)
        return merged(first, second)

    def _letters(self, plane: NDArray[np.float32]) -> tuple[_Letter, ...]:
        """Return one reading. Source: CTC, best path: repeats and blanks (class 0) are dropped."""
        batch = np.broadcast_to(plane, (1, 3, *plane.shape))
        (shares,) = self._session.run(None, {self._input: np.ascontiguousarray(batch)})[0]
        best = shares.argmax(axis=1)
        starts = np.flatnonzero(np.diff(best, prepend=0))
        found = []
        for start, end in zip(starts, (*starts, len(best))[1:], strict=True):
            if best[start]:
                found.append(self._letter(shares[start:end], int(best[start]), start / len(best)))
        return tuple(found)

    def _letter(self, shares: NDArray[np.float32], is_class: int, edge: float) -> _Letter:
        peak = shares[int(shares[:, is_class].argmax())]
        sure = float(peak[is_class])
        rest = peak.copy()
        rest[[0, is_class]] = 0
        second = int(rest.argmax())
        return _Letter(self._characters[is_class], sure, self._characters[second], float(rest[second]), edge)


def merged(first: Sequence[_Letter], second: Sequence[_Letter]) -> Reading:
    """Return the first reading with the places where the second differs, or where a letter is weak."""
    text, other = ("".join(letter.text for letter in each) for each in (first, second))
    named = _joined((*_weak(first), *_differing(text, other)))
    sure = min((letter.sure for letter in (*first, *second)), default=0.0)
    return Reading(
        text=text,
        confidence=sure if text == other else min(sure, WEAK),
        doubts=alternatives(text, named),
        has_agreed=text == other,
        edges=tuple(letter.edge for letter in first),
    )


def _weak(letters: Sequence[_Letter]) -> Iterable[Doubt]:
    """Give each letter that is not sure, with the one that came second."""
    for index, letter in enumerate(letters):
        if letter.sure < WEAK and letter.second_sure >= LEAST_RUNNER_UP:
            yield Doubt(index, (letter.text, letter.second))


def _differing(first: str, second: str) -> Iterable[Doubt]:
    """Give each place where the readings differ; a letter that only one of them saw may be none."""
    for step, start, end, from_, to in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if step == "equal" or not first:
            continue
        if end - start == to - from_:
            yield from (Doubt(start + n, (first[start + n], second[from_ + n])) for n in range(end - start))
        elif step == "insert" and first:
            at = min(start, len(first) - 1)
            added = second[from_:to]
            yield Doubt(at, (first[at], added + first[at] if at == start else first[at] + added))
        else:
            yield Doubt(start, (first[start], second[from_ : from_ + 1]))
            yield from (Doubt(at, (first[at], "")) for at in range(start + 1, end))


def _joined(doubts: Iterable[Doubt]) -> list[Doubt]:
    """Return one doubt a place, with every option named for it."""
    options: dict[int, dict[str, None]] = {}
    for doubt in doubts:
        options.setdefault(doubt.index, {}).update(dict.fromkeys(doubt.options))
    return [Doubt(index, tuple(named)) for index, named in sorted(options.items())]


def _sized(crop: NDArray[np.uint8], stretch: float) -> NDArray[np.float32]:
    """Return the line at the height of the model, from -1 to 1."""
    height, width = crop.shape
    wanted = round(width * HEIGHT_PX / height * stretch)
    size = (min(max(wanted, LEAST_WIDTH_PX), MOST_WIDTH_PX), HEIGHT_PX)
    plane = np.asarray(Image.fromarray(crop).resize(size, Image.Resampling.BILINEAR), np.float32)
    return (plane - 127.5) / 127.5


def _model() -> str:
    """Return the file of the model, if it holds the expected one; its bytes would stay in memory."""
    spec = find_spec("rapidocr")
    path = Path(spec.origin).parent / MODEL if spec and spec.origin else Path(MODEL)
    try:
        found = sha256_of(path.read_bytes())
    except OSError as error:
        raise ReadingFailed("the model is not there") from error
    if found != MODEL_SHA256:
        raise ReadingFailed("the model is not the expected one")
    return str(path)
