# SPDX-License-Identifier: MIT
"""The conversation is scrolled once its first frame is stored, and the run ends at the first message."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from app.capture.models import Window, WindowTarget
from app.demo.scrolled import keep_conversation
from app.errors import CaptureDenied, CaptureUnsupported
from app.intake.acquire import Setting
from app.intake.progress import Source
from app.model import DerivativeKind, Rect, Role
from app.vault import KdfParameters, Vault
from tests.fakes.acquisitions import ADULT
from tests.fakes.backend import FakeBackend
from tests.fakes.clock import FakeClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NEWEST, FIRST = datetime(2026, 11, 23, tzinfo=UTC), datetime(2026, 11, 19, tzinfo=UTC)
CHAT = Window(7, "chat", "chat", 5, Rect(0, 0, 320, 240))
SETTING = Setting(
    machine_alias="heron-41",
    app_version="0.1.0",
    app_commit="0123abc",
    taken_by="Tom Hale",
    role=Role.VICTIM,
    viewed_account="his own",
)


@dataclass
class FakeStage:
    """A window that says at once that it has scrolled, or has gone."""

    is_gone: bool = False
    shown_from: datetime | None = NEWEST
    scrolled: list[bool] = field(default_factory=list)

    def scroll(self) -> None:
        self.scrolled.append(True)

    def wait_scrolled(self) -> datetime | None:
        if self.is_gone:
            raise CaptureUnsupported("the sample window did not open")
        return FIRST


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    made = Vault.create(
        tmp_path / "case.safehold",
        "violet kettle march otter",
        clock=FakeClock(),
        facts=ADULT,
        tool="test",
        machine_alias="heron-41",
        kdf=KdfParameters.floor(),
    )
    yield made
    made.close()


def source() -> Source:
    return Source(FakeBackend(standing=(CHAT,)), WindowTarget(CHAT.id), SETTING, FakeClock())


def test_it_scrolls_once_and_the_run_is_finished_with_its_picture(vault: Vault) -> None:
    stage = FakeStage()
    exhibit, shown_from = keep_conversation(vault, source(), stage)
    assert stage.scrolled == [True]
    assert shown_from == FIRST
    assert exhibit.run is not None
    assert len(exhibit.frames) == 1
    assert DerivativeKind.JOINED_PICTURE in {made.kind for made in exhibit.derivatives}
    assert vault.unfinished_runs() == ()


def test_a_window_that_goes_away_is_said(vault: Vault) -> None:
    with pytest.raises(CaptureDenied, match="shows no message"):
        keep_conversation(vault, source(), FakeStage(is_gone=True))
    assert len(vault.unfinished_runs()) == 1, "what was taken is kept"
