# SPDX-License-Identifier: MIT
from __future__ import annotations

import psutil
import pytest

from app.demo.cast import staged
from app.errors import CaptureUnsupported


def test_the_window_stands_while_it_is_wanted_and_no_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    with staged("profile") as stage:
        assert psutil.pid_exists(stage.pid)
        assert stage.id_area is not None
        assert stage.shown_from is None
    assert not psutil.pid_exists(stage.pid)


def test_it_goes_when_the_job_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    stages = []

    def job() -> None:
        with staged("conversation") as stage:
            stages.append(stage)
            raise ValueError("the job failed")

    with pytest.raises(ValueError, match="the job"):
        job()
    assert stages[0].shown_from is not None
    assert not psutil.pid_exists(stages[0].pid)


def test_no_display_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "no-such-platform")
    with pytest.raises(CaptureUnsupported, match="did not open"), staged("profile"):
        pytest.fail("there is no stage")
