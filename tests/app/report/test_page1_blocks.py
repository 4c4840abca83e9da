# SPDX-License-Identifier: MIT
"""The blocks of page 1 below ACT NOW."""

from dataclasses import replace

from app.model import SafeContact
from app.report.page1_blocks import accounts, done_and_contact
from app.report.page1_limits import Limits
from tests.app.report.dossiers import changed

LIMITS = Limits()


def said(sheet_of, dossier, draw):
    sheet = sheet_of(dossier, {"accounts": 3})
    draw(sheet, LIMITS)
    return sheet.pen.said


def test_neither_box_is_crossed_while_consent_is_not_known(sheet_of, sample):
    sheet = sheet_of(changed(sample[0], contact=SafeContact("text", "07700 900456")))
    before = len(sheet.pen.rules)
    done_and_contact(sheet, LIMITS)
    assert len(sheet.pen.rules) == before
    assert sheet.pen.said.count("not known") == 3


def test_no_way_of_contact_is_said(sheet_of, sample):
    text = said(sheet_of, changed(sample[0], contact=SafeContact()), done_and_contact)
    assert "Safe contact not known" in text


def test_a_known_channel_has_its_words_and_another_is_printed_as_typed(sheet_of, sample):
    for how, printed in (("call", "Call 07700"), ("signal message", "signal message 07700")):
        contact = SafeContact(how, "07700 900456", None, True)
        text = said(sheet_of, changed(sample[0], contact=contact), done_and_contact)
        assert printed in text.replace("  ", " ")
        assert "Voicemail is safe." in text


def test_an_unknown_identifier_is_said_and_not_in_fixed_width(sheet_of, sample):
    first = sample[0].accounts[0]
    unknown = replace(first, account=replace(first.account, stable_id=None, display_names=()))
    text = said(sheet_of, replace(sample[0], accounts=(unknown,)), accounts)
    assert "1 Skype not known displayed name not known" in text
