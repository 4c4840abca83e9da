# SPDX-License-Identifier: MIT
"""Whatever is pasted into whatever field: nothing breaks, grows out of the window, or is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget

from tests.ui.conftest import PASSPHRASE
from tests.ui.filling import ask
from ui.routes import make_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.context import Context
    from ui.widgets.page import Page

PAGES = ("facts", "identify", "people", "payments", "said", "timeline", "watch", "words_only", "evidence")
PASTED = {
    "ten kilobytes of words": "send 500 or i post it to your mum " * 300,
    "ten kilobytes without a space": "x" * 10_000,
    "control characters": "a\x00b\x07c\x1b[31md\x7f",
    "marks of direction": "\u202egnp.exe\u2066 live:\u200f.cid.8f3a1b2c4d5e6f70\u2069",
    "markup and fields": "<img src=x onerror=1><b>no</b> **no** {amount} %s %(x)s &amp; \\n",
    "half a character": "send \ud83d",
    "many scripts": "Амелия عائلة 莉莉 ไทย \U0001f48b\U0001f3fd e\u0301\u0323",
    "negative and far away": "-200 GBP 31/02/2099 25:61",
    "digits of another script": "\u0660\u0661\u0662\u0663 \uff11\uff12\uff13 583 204 9176",
}
FORMS = ("people", "payments", "said", "timeline", "watch")  # are opened by a button
WIDTH_PX = 1280


@pytest.fixture
def show_page(opened: Context, qtbot: QtBot, shown: Callable[[QWidget], QWidget]) -> Callable[[str], Page]:
    """Shows a page beside the sidebar, with what the vault holds on it."""

    def show(name: str) -> Page:
        page = make_page(name, opened)
        page.resize(WIDTH_PX - 220, 800)
        shown(page)
        ask(opened, qtbot, lambda vault: vault.case())
        return page

    return show


@pytest.mark.parametrize("name", PAGES)
def test_any_text_in_any_field_is_borne(
    show_page: Callable[[str], Page], opened: Context, qtbot: QtBot, name: str
) -> None:
    page = show_page(name)
    assert open_forms(page, opened, qtbot) or name not in FORMS
    for kind, text in PASTED.items():
        fill(page, text)
        assert not page.grab().isNull(), kind
        assert page.content_view.minimumSizeHint().width() <= WIDTH_PX - 220, kind


@pytest.mark.parametrize("name", PAGES)
def test_what_was_typed_is_there_again_after_a_lock(
    show_page: Callable[[str], Page], opened: Context, qtbot: QtBot, name: str
) -> None:
    """Every field that the person saw comes back as it was typed."""
    page = show_page(name)
    open_forms(page, opened, qtbot)
    typed = fill(page, PASTED["marks of direction"])
    with qtbot.waitSignal(opened.session.locked):
        opened.session.lock("idle")
    with qtbot.waitSignal(opened.session.opened):
        opened.session.open(opened.folder, PASSPHRASE)
    again = show_page(name)
    open_forms(again, opened, qtbot)
    qtbot.waitUntil(lambda: typed - texts(again) == set(), timeout=5_000)


def open_forms(page: Page, opened: Context, qtbot: QtBot) -> list[str]:
    """Press every button that opens a form; return their names."""
    buttons = [one for one in page.findChildren(QAbstractButton) if is_opener(one)]
    for button in buttons:
        if button.isVisible():
            button.click()
            ask(opened, qtbot, lambda vault: vault.case())
    return [button.objectName() for button in buttons]


def is_opener(button: QAbstractButton) -> bool:
    return button.isVisible() and button.objectName().startswith(("add", "begin", "write"))


def fields(page: Page) -> list[QLineEdit | QPlainTextEdit]:
    """Return what the person can see and type in; what is searched for is no fact."""
    found = [*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit)]
    return [one for one in found if one.isVisible() and not one.isReadOnly() and not is_search(one)]


def is_search(field: QWidget) -> bool:
    parent = field.parentWidget()
    while parent is not None:
        if "search" in parent.objectName().lower() or "search" in type(parent).__name__.lower():
            return True
        parent = parent.parentWidget()
    return False


def fill(page: Page, text: str) -> set[tuple[str, str]]:
    """Put a text in every field; return which field holds what."""
    for field in fields(page):
        field.setText(text) if isinstance(field, QLineEdit) else field.setPlainText(text)
    return texts(page)


def texts(page: Page) -> set[tuple[str, str]]:
    """Return the texts of the fields, by where they are."""
    return {
        (place(field), field.text() if isinstance(field, QLineEdit) else field.toPlainText())
        for field in fields(page)
    }


def place(widget: QWidget) -> str:
    """Return the names of a field and of what it stands in."""
    names, one = [], widget
    while one is not None and one.objectName() != type(one).__name__:
        names.append(one.objectName())
        one = one.parentWidget()
    return "/".join(name for name in reversed(names) if name and not name.startswith("qt_"))
