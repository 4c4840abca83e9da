# SPDX-License-Identifier: MIT
"""A case of which parts are covered: pictures and conversations, some covered again, one uncovered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model import Rect
from app.package.names import derivative_file, exhibit_file, exhibit_stem
from app.redaction import cover
from app.report.file_names import numbered
from tests.fakes.covered import finished, kept_picture, kept_run, pictured
from tests.fakes.runs import frame as taken
from tests.fakes.scrolls import frame, page, window

if TYPE_CHECKING:
    from app.model import Acquisition
    from app.vault import Vault

BOX, MORE = Rect(10, 100, 60, 14), Rect(40, 180, 90, 30)
IN_FRAME = Rect(30, 300, 120, 34)


def fill_with_copies(vault: Vault) -> None:
    """Four pictures and two runs.

    TJH/1: as it was taken. TJH/2: covered, and then more of it. TJH/3: covered and uncovered. TJH/4: covered,
    then withdrawn. TJH/5: a finished run of three frames, a box in the first that travels, then one more.
    TJH/6: two frames, broken off, one of them covered.
    """
    one, two, three, four = (kept_picture(vault, seed=seed) for seed in range(1, 5))
    cover(vault, two.id, {two.id: [BOX]})
    cover(vault, two.id, {two.id: [BOX, MORE]})
    cover(vault, three.id, {three.id: [BOX]})
    cover(vault, three.id, {})
    cover(vault, four.id, {four.id: [MORE]})
    vault.withdraw_exhibit(four.id, "not theirs")
    assert one.is_redacted is False
    run = finished(vault, kept_run(vault, [frame(window(page(seed=5), top)) for top in (0, 120, 240)]))
    cover(vault, run.id, {run.id: [IN_FRAME]})
    cover(vault, run.id, {run.id: [IN_FRAME, MORE]})
    broken_off = vault.add_frame(again(1))
    vault.add_frame(again(2))
    cover(vault, broken_off.id, {broken_off.id: [BOX]})


def withheld(vault: Vault) -> dict[str, bytes]:
    """Return what shows something that is covered, by the name it would have in a package."""
    found: dict[str, bytes] = {}
    for exhibit in vault.exhibits():
        if exhibit.withdrawn_at is not None:
            continue
        for original in exhibit.originals:
            if original.redacted is not None:
                found[exhibit_file(original.record)] = vault.original(original.id)
                found[f"{exhibit_stem(original.record)}.json"] = vault.acquisition_line(original.id)
        for n, made in numbered(exhibit):
            if not exhibit.may_be_shown(made):
                found[derivative_file(made, n)] = b"".join(vault.derivative_parts(made.derivative_id))
    return found


def again(n: int) -> Acquisition:
    """Return a frame of another run."""
    return pictured(taken(n, "run 6"), frame(window(page(seed=6), 800 * n - 800)))
