# SPDX-License-Identifier: MIT
"""What the record of a picture says beside the pixels, from the answers of the case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion

from app.intake.acquire import Setting
from app.model import Role
from app.version import app_commit, app_version

if TYPE_CHECKING:
    from app.model import CaseFacts, Exhibit
    from ui.context import Context

NOT_STATED = "not stated"


@dataclass(frozen=True, slots=True)
class Subject:
    """What the person said the picture would be of, where a step of the guide asked for it.

    ``resumes``: a conversation that was broken off, which the next one goes on with. ``step``: of the guide,
    which is done once the picture is there. ``is_of_words``: where someone is or may be under 18, one small
    area with only words in it; elsewhere it says nothing.
    """

    platform: str | None = None
    account_shown: str | None = None
    viewed_account: str | None = None
    steps_taken: str | None = None
    resumes: Exhibit | None = None
    step: str | None = None
    is_of_words: bool = False


def setting_of(context: Context, facts: CaseFacts, subject: Subject) -> Setting:
    """Return the setting of a picture that is taken now."""
    is_helper = bool(facts.helper)
    witness = facts.helper if is_helper else facts.name or facts.initials
    return Setting(
        machine_alias=context.settings.machine_alias,
        app_version=app_version(),
        app_commit=app_commit(),
        qt_version=qVersion(),
        taken_by=witness or NOT_STATED,
        role=Role.HELPER if is_helper else Role.VICTIM,
        viewed_account=subject.viewed_account or NOT_STATED,
        platform=subject.platform,
        account_shown=subject.account_shown,
        steps_taken=subject.steps_taken,
        own_windows_hidden=True,
    )
