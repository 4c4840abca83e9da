# SPDX-License-Identifier: MIT
"""The proof: what was read against what was pasted, in each way in which they can stand to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage

from tests.fakes.acquisitions import acquisition
from tests.fakes.reader import proposal
from tests.ui.pages.test_identify import ask, picture
from ui.looking import Sighting
from ui.widgets.found_id import FoundId, Standing

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

CID = "live:.cid.8f3a1b2c4d5e6f70"
NAME = "Amélie Laurent"


@pytest.fixture
def found(opened: Context, qtbot: QtBot) -> FoundId:
    exhibit = ask(opened, qtbot, lambda vault: vault.add_exhibit(acquisition(picture())))
    image = QImage(640, 360, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    found = FoundId(opened)
    qtbot.addWidget(found)
    found.show_sighting(Sighting(exhibit, image, proposal(CID, name=NAME)), opened.catalogue["skype"])
    return found


def paste(found: FoundId, qtbot: QtBot, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    found.paste_found.show()
    qtbot.mouseClick(found.paste_found, Qt.MouseButton.LeftButton)


def test_nothing_is_filled_in(found: FoundId) -> None:
    assert found.standing is Standing.ALONE
    assert found.compare.text == ""
    assert found.strip.text == CID
    assert not found.use_name.isChecked()
    proof = found.proof()
    assert proof is not None
    assert (proof.settled, proof.compared, proof.name) == (CID, "", None)


@pytest.mark.parametrize("text", [CID, f" 8:{CID} "])
def test_the_same_agrees_however_it_was_copied(found: FoundId, qtbot: QtBot, text: str) -> None:
    paste(found, qtbot, text)
    assert found.standing is Standing.AGREES
    verdict = found.compare.verdict
    assert (verdict.kind, verdict.title.words) == ("good", "Both agree")
    assert verdict.note.words == "All 26 characters are the same."
    assert found.paste_found.text() == "Paste again"
    proof = found.proof()
    assert proof is not None
    assert (proof.compared, proof.has_pasted) == (CID, True)


def test_one_other_character_is_shown_in_both(found: FoundId, qtbot: QtBot) -> None:
    paste(found, qtbot, CID.replace("a1b", "alb"))
    assert found.standing is Standing.DIFFERS
    assert not found.differs.isHidden()
    assert found.compare.verdict.isHidden()
    assert found.paste_found.isHidden()
    assert found.use_name.isHidden()
    paste(found, qtbot, CID)
    assert found.differs.isHidden()
    assert not found.use_name.isHidden()


def test_settling_the_character_makes_them_agree(found: FoundId, qtbot: QtBot) -> None:
    paste(found, qtbot, "I" + CID[1:])
    assert found.standing is Standing.DIFFERS
    with qtbot.waitSignal(found.changed):
        qtbot.mouseClick(found.alternatives.buttons["I"], Qt.MouseButton.LeftButton)
    assert found.standing is Standing.AGREES
    assert found.strip.text == "I" + CID[1:]
    proof = found.proof()
    assert proof is not None
    assert (proof.proposal.value, proof.settled) == (CID, "I" + CID[1:])


@pytest.mark.parametrize("text", [NAME, "19:abc@thread.skype"])
def test_a_name_or_a_chat_is_caught_kindly_and_proves_nothing(
    found: FoundId, qtbot: QtBot, text: str
) -> None:
    paste(found, qtbot, text)
    assert found.standing is Standing.NO_ID
    assert found.compare.verdict.kind == "hint"
    assert found.differs.isHidden()
    proof = found.proof()
    assert proof is not None
    assert (proof.compared, proof.has_pasted) == ("", False)


def test_what_is_typed_is_compared_and_no_paste(found: FoundId, qtbot: QtBot) -> None:
    qtbot.keyClicks(found.compare.edit, CID)
    assert found.standing is Standing.AGREES
    proof = found.proof()
    assert proof is not None
    assert not proof.has_pasted


def test_the_name_is_taken_up_only_by_a_press(found: FoundId, qtbot: QtBot) -> None:
    assert NAME in found.name_label.words
    qtbot.mouseClick(found.use_name, Qt.MouseButton.LeftButton)
    proof = found.proof()
    assert proof is not None
    assert proof.name == NAME
    qtbot.mouseClick(found.use_name, Qt.MouseButton.LeftButton)
    proof = found.proof()
    assert proof is not None
    assert proof.name is None


def test_another_sighting_begins_anew(found: FoundId, opened: Context, qtbot: QtBot) -> None:
    paste(found, qtbot, CID)
    before = found.sighting
    assert before is not None
    other = Sighting(before.exhibit, before.picture, proposal("live:other"))
    found.show_sighting(other, opened.catalogue["skype"])
    assert found.standing is Standing.ALONE
    assert (found.strip.text, found.compare.text) == ("live:other", "")
    assert found.name_label.isHidden()
    found.forget()
    assert found.sighting is None
    assert found.proof() is None
