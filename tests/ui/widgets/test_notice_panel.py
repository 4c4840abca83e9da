# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from app.model import Notice
from ui.widgets.notice_panel import SENTENCES, NoticePanel


@pytest.fixture
def panel(context, shown) -> NoticePanel:
    return shown(NoticePanel(context))


def test_every_notice_has_its_own_sentence(words) -> None:
    assert set(SENTENCES) == set(Notice)
    assert len({words(key) for key in SENTENCES.values()}) == len(Notice)


def test_nothing_noticed_is_nothing_said(panel: NoticePanel) -> None:
    panel.show_notices(())
    assert panel.isHidden()
    assert not panel.is_grave


def test_each_notice_is_a_paragraph(panel: NoticePanel, words) -> None:
    panel.show_notices((Notice.CUT_OFF, Notice.NO_CLOCK))
    assert panel.isVisible()
    assert panel.text.words.split("\n") == [words("look.checks.cut"), words("look.checks.no_clock")]
    assert panel.is_grave


def test_of_an_empty_picture_only_the_reason_is_said(panel: NoticePanel, words) -> None:
    panel.show_notices((Notice.PROTECTED, Notice.BLACK, Notice.NO_CLOCK))
    assert panel.text.words == words("look.checks.protected")
    assert panel.is_grave


@pytest.mark.parametrize("notice", [Notice.NO_CLOCK, Notice.MENU_OVER])
def test_what_may_be_wanted_is_said_without_alarm(panel: NoticePanel, notice: Notice) -> None:
    panel.show_notices((notice,))
    assert panel.isVisible()
    assert not panel.is_grave
    assert panel.property("kind") == "soft"
    panel.show_notices((Notice.CUT_OFF, notice))
    assert panel.property("kind") == "attention"
