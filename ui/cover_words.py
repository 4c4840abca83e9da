# SPDX-License-Identifier: MIT
"""What is said on the cover of a picture, whether it can be taken away, and what its button does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.model import Sensitivity

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Cover:
    """Of one exhibit.

    Attributes:
        said: key of the line on the cover; empty where there is none.
        button: key of the words of the button that marks it otherwise; empty where nothing can be changed.
        mark: what that button makes of it.
        may_go: whether it is taken away when asked.
    """

    said: str
    button: str
    mark: Sensitivity
    may_go: bool = True


_INTIMATE = Cover("look.covered.body", "look.body.undo", Sensitivity.NONE)
COVERS: Mapping[Sensitivity, Cover] = {
    Sensitivity.NONE: Cover("", "exhibit.page.body", Sensitivity.INTIMATE),
    Sensitivity.INTIMATE: _INTIMATE,
    Sensitivity.THIRD_PARTY: _INTIMATE,
    Sensitivity.MAY_SHOW_UNDER_18: Cover(
        "path.under18.apart", "", Sensitivity.MAY_SHOW_UNDER_18, may_go=False
    ),
    Sensitivity.WORDS_ONLY: Cover(
        "path.under18.area.stays", "path.under18.area.more", Sensitivity.MAY_SHOW_UNDER_18
    ),
}
