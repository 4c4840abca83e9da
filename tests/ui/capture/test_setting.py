# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import qVersion

from app.model import CaseFacts, Role, Under18
from app.version import app_version
from ui.capture.setting import NOT_STATED, Subject, setting_of

ADULT = CaseFacts(under_18=Under18.NO, country="GB-ENG", name="T. J. Harper", initials="TJH")


def test_it_says_who_and_with_what(context) -> None:
    setting = setting_of(context, ADULT, Subject(platform="skype", account_shown="Alina"))
    assert (setting.taken_by, setting.role) == ("T. J. Harper", Role.VICTIM)
    assert (setting.platform, setting.account_shown) == ("skype", "Alina")
    assert (setting.app_version, setting.qt_version) == (app_version(), qVersion())
    assert setting.machine_alias == "heron-41"
    assert setting.own_windows_hidden


def test_a_helper_is_named_as_one(context) -> None:
    setting = setting_of(context, replace(ADULT, helper="Sam"), Subject())
    assert (setting.taken_by, setting.role) == ("Sam", Role.HELPER)


def test_what_nobody_said_is_not_guessed(context) -> None:
    setting = setting_of(context, replace(ADULT, name=None, initials=None), Subject())
    assert setting.taken_by == setting.viewed_account == NOT_STATED
    assert setting.steps_taken is None
