# SPDX-License-Identifier: MIT
"""Which page belongs to which name, and where its signals lead.

A page is imported when first shown: the first paint waits for none of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from ui.widgets.page import Page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.context import Context

ROUTES: Mapping[str, tuple[str, str]] = {
    "welcome": ("ui.pages.welcome", "WelcomePage"),
    "questions": ("ui.pages.questions", "QuestionsPage"),
    "more": ("ui.pages.more", "MorePage"),
    "law": ("ui.pages.advice", "LawPage"),
    "mail": ("ui.pages.advice", "MailPage"),
    "fake": ("ui.pages.advice", "FakePage"),
    "before": ("ui.pages.before", "BeforePage"),
    "shared": ("ui.pages.shared", "SharedPage"),
    "under18": ("ui.pages.under18", "Under18Page"),
    "passphrase": ("ui.pages.passphrase", "PassphrasePage"),
    "new_passphrase": ("ui.pages.passphrase", "NewPassphrasePage"),
    "new_key": ("ui.pages.passphrase", "NewKeyPage"),
    "restore": ("ui.pages.restore", "RestorePage"),
    "recovery": ("ui.pages.recovery", "RecoveryPage"),
    "lock": ("ui.pages.lock", "LockPage"),
    "steps": ("ui.pages.steps", "StepsPage"),
    "identify": ("ui.pages.identify", "IdentifyPage"),
    "facts": ("ui.pages.facts", "FactsPage"),
    "words_only": ("ui.pages.words_only", "WordsOnlyPage"),
    "words_area": ("ui.pages.words_area", "WordsAreaPage"),
    "review": ("ui.pages.review", "ReviewPage"),
    "evidence": ("ui.pages.evidence", "EvidencePage"),
    "exhibit": ("ui.pages.exhibit", "ExhibitPage"),
    "people": ("ui.pages.people", "PeoplePage"),
    "payments": ("ui.pages.payments", "PaymentsPage"),
    "said": ("ui.pages.said", "SaidPage"),
    "timeline": ("ui.pages.timeline", "TimelinePage"),
    "watch": ("ui.pages.watch", "WatchPage"),
    "clock": ("ui.pages.clock", "ClockPage"),
    "happened": ("ui.pages.happened", "HappenedPage"),
    "safe": ("ui.pages.safe", "SafePage"),
    "redact": ("ui.pages.redact", "RedactPage"),
    "wording": ("ui.pages.wording", "WordingPage"),
    "remove": ("ui.pages.remove", "RemovePage"),
    "outside_time": ("ui.pages.outside_time", "OutsideTimePage"),
    "report": ("ui.pages.report", "ReportPage"),
    "settings": ("ui.pages.settings", "SettingsPage"),
    "look": ("ui.pages.settings", "LookPage"),
    "delete": ("ui.pages.delete", "DeletePage"),
    "help": ("ui.pages.help", "HelpPage"),
    "first_help": ("ui.pages.help", "FirstHelpPage"),
}

# page, signal of it, page to go to; what the signal carries goes along
WAYS: tuple[tuple[str, str, str], ...] = (
    ("review", "kept", "steps"),
    ("review", "more_wanted", "capture_more"),
    ("evidence", "exhibit_opened", "exhibit"),
    ("exhibit", "went_back", "evidence"),
    ("report", "facts_wanted", "facts"),
)


def name_of(page: Page) -> str:
    """Return the name under which this page is shown."""
    return next(name for name, (_, kind) in ROUTES.items() if kind == type(page).__name__)


def make_page(name: str, context: Context) -> Page:
    """Return a new page."""
    module, kind = ROUTES[name]
    page = getattr(import_module(module), kind)(context)
    if not isinstance(page, Page):
        raise TypeError(f"{module}.{kind} is no page")
    return page
