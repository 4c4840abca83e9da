# SPDX-License-Identifier: MIT
"""From a seed and untouched packages to one changed package on disk, and what must be found in it."""

from __future__ import annotations

import io
import shutil
import zipfile
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from app.errors import PackageUnreadable
from app.package.names import CONSISTENCY
from app.package.verify import verify
from tests.fakes.packages import unpacked, zipped
from tests.verifiers.mutations.anchored import ANCHORED
from tests.verifiers.mutations.change import FOLDER, ZIP_NAME
from tests.verifiers.mutations.content import CONTENT
from tests.verifiers.mutations.copies import COPIES
from tests.verifiers.mutations.custody import CUSTODY
from tests.verifiers.mutations.expected import Seen, missed, seen
from tests.verifiers.mutations.forger import FORGER
from tests.verifiers.mutations.harmless import HARMLESS_KINDS
from tests.verifiers.mutations.heads import HEADS
from tests.verifiers.mutations.lists import LIST_KINDS
from tests.verifiers.mutations.proofs import HEADS_BEFORE, PARTS
from tests.verifiers.mutations.zip_layouts import ZIP_LAYOUTS
from tests.verifiers.mutations.zip_names import ZIP_NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.custody.authorities import Authority
    from tests.verifiers.mutations.change import Change, Maker, Original

ANY: dict[str, tuple[Maker, ...]] = {**CONTENT, **LIST_KINDS, **ZIP_NAMES, **ZIP_LAYOUTS, **HARMLESS_KINDS}
CLASSES: dict[str, tuple[Maker, ...]] = {
    **ANY, **CUSTODY, **HEADS, **FORGER, **HEADS_BEFORE, **PARTS, **ANCHORED, **COPIES
}  # fmt: skip


@dataclass(frozen=True)
class Mutated:
    """One changed package, and where it lies."""

    seed: int
    kind: str
    change: Change
    original: Original
    path: Path

    def __str__(self) -> str:
        """Enough to make it again."""
        return f"seed {self.seed}: {self.original.kind}; {self.kind}; {self.change.name}"


def mutate(seed: int, originals: Sequence[Original], folder: Path) -> Mutated:
    """Return the changed package of this seed, written into the folder; what lay there before is gone."""
    rng = Random(seed)
    kinds = sorted(kind for kind in CLASSES if any(_fits(one, kind) for one in originals))
    kind = kinds[seed % len(kinds)]
    original = rng.choice([one for one in originals if _fits(one, kind)])
    change = rng.choice(CLASSES[kind])(original, rng)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return Mutated(seed, kind, change, original, _written(change, rng, folder))


def _fits(original: Original, kind: str) -> bool:
    """Whether changes of this class can be made to this package."""
    return (
        kind in ANY
        or (kind in CUSTODY | HEADS and original.has_whole_log)
        or (kind in FORGER and original.is_free)
        or (kind in HEADS_BEFORE and CONSISTENCY in original.files)
        or (kind in PARTS and not original.has_whole_log)
        or (kind in ANCHORED and bool(original.authorities))
        or (kind in COPIES and bool(original.withheld))
    )


def of_browsers(originals: Sequence[Original]) -> tuple[Original, ...]:
    """Return those without outside times: the page in a browser pins the authorities of a release."""
    return tuple(original for original in originals if not original.authorities)


def pinned(originals: Sequence[Original]) -> list[Authority]:
    """Return every time authority that counts."""
    return [authority for original in originals for authority in original.authorities]


def _written(change: Change, rng: Random, folder: Path) -> Path:
    """Return where the package now stands, in one of the forms in which it can be handed over."""
    if change.zipped is not None:
        (folder / ZIP_NAME).write_bytes(change.zipped)
        return folder / ZIP_NAME
    assert change.files is not None
    if (change.form or rng.choice(["zip", "zip", "folder"])) == "zip":
        return zipped(change.files, folder / ZIP_NAME, folder=FOLDER)
    place = unpacked(change.files, folder / "handed over" / FOLDER)
    for name in change.links:
        (folder / "elsewhere").write_bytes(change.files[name])
        (place / name).unlink()
        (place / name).symlink_to(folder / "elsewhere")
    return place if rng.random() < 0.7 else folder / "handed over"


def by_python(
    path: Path, *, root: str | None = None, key: str | None = None, authorities: Sequence[Authority] = ()
) -> Seen:
    """Return what Python's verifier says."""
    try:
        return seen(verify(path, root=root, key=key, authorities=authorities))
    except PackageUnreadable:
        return Seen(None)


def fault(mutated: Mutated, said: Seen) -> str | None:
    """Return what is wrong with the answer to a changed package, or None."""
    expected = mutated.change.expected
    short = missed(expected, said)
    if short is None and expected.is_same and said.verdict == "agrees with itself":
        return None if shows_the_same(mutated) else "passed, and shows other files"
    return short


def fault_on_paper(mutated: Mutated, said: Seen) -> str | None:
    """Return what is wrong with the answer once the paper of the untouched package was typed, or None."""
    wanted = set(mutated.change.expected.on_paper)
    lacking = wanted - said.findings
    if lacking or said.verdict != ("differs" if wanted else "matches the paper"):
        return f"on paper {said.verdict}, not found: {sorted(lacking)}"
    return None


def shows_the_same(mutated: Mutated) -> bool:
    """Whether a reader that believes the directory sees the untouched files."""
    assert mutated.change.zipped is not None
    with zipfile.ZipFile(io.BytesIO(mutated.change.zipped)) as opened:
        names = opened.namelist()
        base = names[0].partition("/")[0] + "/"
        return {name.removeprefix(base): opened.read(name) for name in names} == mutated.original.files
