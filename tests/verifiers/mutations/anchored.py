# SPDX-License-Identifier: MIT
"""Outside times removed, exchanged, changed by a byte, or got from an authority of the forger's own."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from app.package.names import ANCHORS
from tests.fakes.time_authority import make_authority
from tests.verifiers.mutations.change import Change
from tests.verifiers.mutations.content import flip
from tests.verifiers.mutations.expected import Expected, found
from tests.verifiers.mutations.sealing import covered

if TYPE_CHECKING:
    from random import Random

    from tests.fakes.time_authority import TimeAuthority
    from tests.verifiers.mutations.change import Maker, Original


def removed(original: Original, rng: Random) -> Change:
    """One file of an outside time that the log has, or all of them, is gone."""
    first = sorted(name for name in original.files if name.startswith(f"{ANCHORS}0001"))
    gone = [rng.choice(first)] if rng.random() < 0.6 else _all(original)
    files = {name: data for name, data in original.files.items() if name not in gone}
    how, files, _ = covered(original, files, gone[0], rng)
    expected = Expected(one_of=tuple((None, name) for name in (*gone, *first, ANCHORS)))
    return Change(f"{len(gone)} files of outside times gone, {how}", expected, files=files)


def exchanged(original: Original, rng: Random) -> Change:
    """Two outside times have changed places, in one file or in all."""
    ending = rng.choice(["tsr", "tsq", "txt", "json"])
    one, other = f"{ANCHORS}0001.{ending}", f"{ANCHORS}0002.{ending}"
    files = {**original.files, one: original.files[other], other: original.files[one]}
    how, files, more = covered(original, files, one, rng)
    expected = Expected(all_of=more, one_of=tuple((None, name) for name in _all(original)))
    return Change(f"outside times exchanged, {how}", expected, files=files)


def byte_changed(original: Original, rng: Random) -> Change:
    """One byte of an answer, a question, a note or a description is another."""
    name = rng.choice(_all(original))
    how, files, more = covered(original, {**original.files, name: flip(original.files[name], rng)}, name, rng)
    expected = Expected(all_of=more, one_of=tuple((None, one) for one in _all(original)))
    return Change(f"{name} flipped, {how}", expected, files=files)


def by_a_forger(original: Original, rng: Random) -> Change:
    """The answer is of an authority that nobody knows, which goes by the same name."""
    name = rng.choice([f"{ANCHORS}0001", f"{ANCHORS}0002"])
    answer = _forger().answer(original.files[f"{name}.tsq"])
    how, files, more = covered(original, {**original.files, f"{name}.tsr": answer}, f"{name}.tsr", rng)
    expected = Expected(all_of=more, one_of=tuple((None, one) for one in _all(original)))
    return Change(f"answer of a forger's authority, {how}", expected, files=files)


def more_files(original: Original, rng: Random) -> Change:
    """A third outside time that no log and no head knows."""
    made = {
        f"{ANCHORS}0003.{end}": original.files[f"{ANCHORS}0001.{end}"]
        for end in ("tsr", "tsq", "txt", "json")
    }
    how, files, more = covered(original, {**original.files, **made}, f"{ANCHORS}0003.tsr", rng)
    wanted = tuple(("extra", name) for _, name in more) if how == "nothing else" else more
    return Change(f"a third outside time, {how}", found(*wanted), files=files)


def _all(original: Original) -> list[str]:
    """Return every file of outside times but the roots, which are shown and never believed."""
    return sorted(name for name in original.files if name.startswith(f"{ANCHORS}000"))


@cache
def _forger() -> TimeAuthority:
    """Return an authority of the forger's own."""
    return make_authority(Path(tempfile.mkdtemp()) / "forger", kind="p256")


ANCHORED: dict[str, tuple[Maker, ...]] = {
    "outside times removed or exchanged": (removed, exchanged, more_files),
    "outside times changed or forged": (byte_changed, by_a_forger),
}
