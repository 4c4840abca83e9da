# SPDX-License-Identifier: MIT
"""Where the person is, as far as the window needs it: which numbers to show.

The case says so once it is open. Before, it is guessed from the zone and the language of the system, and the
person can say something else; nothing of that is written anywhere. After a lock the last answer stays: the
numbers on the locked window are the right ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal

from app.guide.here import CrisisLines, country_here, crisis_lines
from app.paths import resources

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.guide.contacts import Contacts
    from ui.session import Session


class Here(QObject):
    """One place.

    Signals:
        changed: another country, or another part of it.
    """

    changed = Signal()

    def __init__(self, session: Session, zone: str, contacts: Callable[[], Contacts]) -> None:
        """Guess; ``contacts`` is asked for when a place is known, not before."""
        super().__init__(session)
        self._session = session
        self._contacts = contacts
        self._place = ""
        self._fields: dict[str, str | None] = {}
        self._country = country_here(resources() / "territories.toml", zone, QLocale.system().name())
        self._lines: CrisisLines | None = None
        session.opened.connect(self._read)
        session.case_changed.connect(self._read)

    @property
    def lines(self) -> CrisisLines:
        """Whom to call in a crisis."""
        if self._lines is None:
            self._lines = crisis_lines(resources() / "contacts", self._country)
        return self._lines

    @property
    def place(self) -> str:
        """The part of the country that was answered, or the first part of the one that was guessed."""
        return self._place or self._contacts().country_of(self._country).parts[0]

    @property
    def fields(self) -> dict[str, str | None]:
        """What sentences take from the contacts here."""
        if not self._fields:
            self._fields = self._contacts().fields(self.place)
        return self._fields

    def set_place(self, place: str) -> None:
        """Show the numbers of this place from now on."""
        if place == self._place:
            return
        self._place = place
        self._country = self._contacts().country_of(place).id
        self._fields, self._lines = {}, None
        self.changed.emit()

    def _read(self) -> None:
        if self._session.is_open:
            self._session.run(lambda vault: vault.case().fact.country, owner=self, then=self.set_place)
