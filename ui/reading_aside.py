# SPDX-License-Identifier: MIT
"""Reads the open case from a snapshot in a thread of its own, so that what writes never waits for it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from app.errors import VaultLocked

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from app.vault import Reader
    from ui.context import Context

T = TypeVar("T")


def read_aside(
    context: Context, job: Callable[[Reader], T], *, owner: QObject, then: Callable[[T], object]
) -> None:
    """The answer comes to ``then`` in the GUI thread; none comes if the case is locked meanwhile."""
    if not context.session.is_open:
        return
    context.session.run(
        lambda vault: vault.reader(),
        owner=owner,
        then=partial(_begin, context, job, owner, then),
        otherwise=_unless_locked,
    )


def _begin(
    context: Context,
    job: Callable[[Reader], T],
    owner: QObject,
    then: Callable[[T], object],
    reader: Reader,
) -> None:
    context.background.run(partial(_read, job, reader), owner=owner, then=then, otherwise=_unless_locked)


def _read(job: Callable[[Reader], T], reader: Reader) -> T:
    """Return the answer; the snapshot is given up in any case."""
    with reader:
        return job(reader)


def _unless_locked(error: BaseException) -> None:
    """A case that was locked meanwhile has nothing to say.

    Raises:
        BaseException: every other failure.
    """
    if not isinstance(error, VaultLocked):
        raise error
