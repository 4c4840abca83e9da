# SPDX-License-Identifier: MIT
"""Parts of pictures covered by solid boxes, on copies; the originals stay as they are, with the witness.

What it is made of, each standing on those before:

    burning     boxes into pixels, and a picture without anything beside its pixels
    strips      what a box covers, as numbers that can be found again in another frame
    places      where a frame stands beside another, as far as it was proven, and how exactly
    travel      which boxes every frame of a run has, from those that were drawn
    work        the copies of one exhibit, one after another
    twins       the same file under another number
    covering    all of it for one exhibit of a vault, in one act
"""

from app.redaction.burning import preview
from app.redaction.covering import cover, cover_twins, drawn, go_on, is_due
from app.redaction.work import Covered

__all__ = ["Covered", "cover", "cover_twins", "drawn", "go_on", "is_due", "preview"]
