# SPDX-License-Identifier: MIT
"""What a picture of a page is made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.application import Started
    from ui.widgets.page import Page


@dataclass(frozen=True)
class Look:
    """One way the window may look."""

    name: str
    scheme: str = "light"
    text_percent: int = 100
    is_rtl: bool = False
    size: tuple[int, int] = (1280, 800)


@dataclass(frozen=True)
class Shot:
    """One page in one state.

    Attributes:
        page: its name in ui/routes.py.
        detail: what it is opened with, made when there is a window.
        act: what is done on it before the picture.
        is_open: whether the case is open.
        settle_ms: how long it may still change by itself.
    """

    page: str
    detail: Callable[[Started], object] = lambda _started: None
    act: Callable[[Page], object] = lambda _page: None
    is_open: bool = True
    settle_ms: int = 300
