# SPDX-License-Identifier: MIT
"""A case as large as nobody should have: thousands of pictures, each a real PNG with its small picture."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

from app.capture import png
from app.capture.models import Frame
from app.capture.thumbnails import thumbnail
from app.model import CaseFacts, Certainty, Event, Payment, Rect, Under18
from app.search.values import ReadText
from app.vault import KdfParameters, Vault
from tests.bench.scenes import chat
from tests.fakes.acquisitions import acquisition
from tests.fakes.captures import word
from tests.fakes.chats.page import WORDS
from tests.fakes.clock import FakeClock

if TYPE_CHECKING:
    from pathlib import Path

WIDTH, HEIGHT = 1920, 1080
PICTURES = 40  # different ones, in turn; the number behind the end of each makes its bytes its own
A_DAY = 200  # pictures
FIRST = datetime(2026, 9, 1, 8, 0, tzinfo=UTC)
SECRET = "a passphrase for measuring"  # noqa: S105
FACTS = CaseFacts(under_18=Under18.NO, country="England", initials="TJH")
A_FACT_EVERY = 20  # pictures
LINES = 12  # of text in a picture


def fill(folder: Path, count: int) -> int:
    """Make a case with so many pictures in the folder; return the bytes of all of them."""
    vault = Vault.create(
        folder, SECRET, clock=FakeClock(), facts=FACTS, tool="bench", machine_alias="bench",
        kdf=KdfParameters.floor(),
    )  # fmt: skip
    frames = [Frame(WIDTH, HEIGHT, chat(WIDTH, HEIGHT, n).tobytes()) for n in range(PICTURES)]
    files = [png.encode(frame) for frame in frames]
    small = [thumbnail(frame) for frame in frames]
    size = 0
    for n in range(count):
        data = files[n % PICTURES] + n.to_bytes(4, "big")
        size += len(data)
        at = FIRST + timedelta(days=n // A_DAY, minutes=n % A_DAY)
        made = acquisition(data, title=f"Skype {n}")
        local = at.isoformat(timespec="milliseconds")
        time = replace(made.record.time, started_at=at, ended_at=at, local=local)
        exhibit = vault.add_exhibit(replace(made, record=replace(made.record, time=time)))
        vault.put_thumbnail(exhibit.id, small[n % PICTURES])
        vault.keep_texts(exhibit.id, _lines(n), reader="bench")
        if n % A_FACT_EVERY == 0:
            _add_facts(vault, n, at)
    vault.close()
    return size


def own_word(n: int) -> str:
    """Return the word that only this picture has."""
    return f"{word(Random(n))}{word(Random(-n))}"  # noqa: S311 - no secret


def _lines(n: int) -> tuple[ReadText, ...]:
    """Return what might stand in a picture: some words that all have, and one of its own."""
    pairs = ((WORDS[(n + at) % len(WORDS)], WORDS[(3 * n + at) % len(WORDS)]) for at in range(LINES))
    said = [*map(" ".join, pairs), own_word(n)]
    return tuple(ReadText(Rect(40, 30 * at, 400, 20), text, 980) for at, text in enumerate(said))


def _add_facts(vault: Vault, n: int, at: datetime) -> None:
    """Note what the timeline shows beside the pictures."""
    vault.add(Event(at, f"They wrote again, {n}", Certainty.REMEMBERED))
    vault.add(Payment("western_union", 20_000, "GBP", at))
