# SPDX-License-Identifier: MIT
"""A whole session in a process of its own: it does everything once, and waits at each step to be looked at.

    python -m tests.faults.leak_session FOLDER OUT

It writes the name of each step on a line and goes on when it is sent one.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.model import Account, CaseFacts, Demand, ExhibitFacts, Note, Payment, Strength, Under18
from app.package.build import export
from app.settings import Settings
from tests.fakes.acquisitions import acquisition
from tests.fakes.clock import START
from tests.faults.planted import passphrase, picture, planted
from ui.application import Started, make_context, no_core_dumps

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.vault import Vault
    from ui.context import Context


def step(name: str) -> None:
    """Say where and who it is, and wait to be told to go on."""
    os.write(1, f"{name}@{os.getpid()}\n".encode())
    os.read(0, 64)


def until(context: Context, begin: Callable[[], object], signal: Any) -> None:
    """Begin something and let the window live until it is said to be done."""
    loop = QEventLoop()
    signal.connect(loop.quit)
    context.background.failed.connect(lambda error: sys.exit(f"failed: {type(error).__name__}: {error}"))
    begin()
    loop.exec()
    signal.disconnect(loop.quit)


def done(context: Context, job: Callable[[Vault], Any]) -> Any:
    """Return what a job on the open vault gives."""
    loop, given = QEventLoop(), []
    context.session.run(
        job,
        owner=context.session,
        then=lambda value: (given.append(value), loop.quit()),
        otherwise=lambda error: sys.exit(f"failed: {type(error).__name__}: {error}"),
    )
    loop.exec()
    return given[0]


def rest(context: Context, ms: int = 400) -> None:
    """Let the window live for a moment."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def fill(vault: Vault) -> str:
    """One of everything is kept."""
    exhibit = vault.add_exhibit(acquisition(picture(), title=planted("title")))
    vault.revise_exhibit(exhibit.id, ExhibitFacts(title=planted("title"), note=planted("chat")))
    account = vault.add(Account("skype", planted("identifier"), "skype_id", Strength.STRONG))
    vault.add(Note("case", planted("chat")))
    vault.add(Demand("threat", planted("demand"), START, account.id))
    vault.add(Payment("bank", 20000, "GBP", START, reference=planted("reference")))
    return exhibit.id


def look_around(context: Context, started: Started, exhibit: str) -> None:
    """Every page that shows something was shown, and something was typed where words belong."""
    for name in ("steps", "people", "payments", "said", "timeline", "evidence", "facts", "report", "help"):
        started.window.go(name)
        rest(context, 150)
    started.window.go("facts")
    rest(context, 150)
    page = started.window.page
    fields = (
        [one for one in page.findChildren(QLineEdit) if one.isVisible() and not one.isReadOnly()]
        if page
        else []
    )
    if fields:
        QTest.keyClicks(fields[0], planted("draft"))
    rest(context)
    started.window.go("exhibit", exhibit)
    rest(context)


def begun(folder: Path) -> tuple[Context, Started]:
    """Return a window that is shown, as the program makes it."""
    no_core_dumps()
    app = QApplication(["safehold", "-style", "Fusion"])
    context = make_context(app, folder, Settings(machine_alias="heron-42"))
    started = Started(app, context)
    started.window.show()
    started.collect_garbage()
    started.messages.catch_everything()
    return context, started


def main() -> None:
    """Begin, keep, look, report, pack, lock, open again, leave."""
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    context, started = begun(folder)
    step("begun")
    facts = CaseFacts(under_18=Under18.NO, country="GB", name=planted("name"), initials="TJH")
    until(context, lambda: context.session.create(folder, passphrase(), facts), context.session.opened)
    exhibit = done(context, fill)
    look_around(context, started, exhibit)
    done(context, lambda vault: export(vault, out, catalogue=context.catalogue, clock=context.clock))
    assert not any("Quokka" in window.windowTitle() for window in QApplication.topLevelWidgets())
    step("worked")
    until(context, lambda: context.session.lock("lock"), context.session.locked)
    rest(context)
    step("locked")
    rest(context, 2_000)
    step("locked for a while")
    unlock(context, started)
    step("opened again")
    until(context, started.leaving.close, started.leaving.left)
    step("left")
    context.background.close()


def unlock(context: Context, started: Started) -> None:
    """The passphrase was typed on the page that says it is locked, and opened the vault."""
    page: Any = started.window.page
    QTest.keyClicks(page.findChild(QLineEdit), passphrase())
    until(context, page.open.click, context.session.opened)
    rest(context)


if __name__ == "__main__":
    main()
