# SPDX-License-Identifier: MIT
"""The saved report as an officer gets it: read back from the file, by its text and by where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pypdf import PdfReader

from app.clock import SystemClock
from app.identify.platforms import Catalogue
from app.paths import resources
from app.report.page1 import MAX_WORDS
from app.report.snapshot import snapshot
from app.vault import Vault
from tests.app.report.page_reader import PageReader
from tests.app.report.test_twelve_facts import FACTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from app.clock import Clock

PASSPHRASE = "plover anvil quartz nine"  # noqa: S105 - of a test


class Paper:
    """One saved PDF."""

    def __init__(self, file: Path) -> None:
        """Read every page."""
        self._file = file
        self.pages = [" ".join(page.extract_text().split()) for page in PdfReader(file).pages]

    @property
    def first(self) -> str:
        """Page 1."""
        return self.pages[0]

    @property
    def whole(self) -> str:
        """Every page after another."""
        return " ".join(self.pages)

    @property
    def pictures(self) -> int:
        """How many pictures are in it."""
        return sum(len(page.images) for page in PdfReader(self._file).pages)

    def says(self, *texts: str, on_first: bool = False) -> None:
        """Each of these stands in it; long numbers are printed in groups."""
        where = bare(self.first if on_first else self.whole)
        missing = [text for text in texts if bare(text) not in where]
        assert not missing, f"{missing} not in {self.first if on_first else self.whole}"

    def says_nothing_of(self, *texts: str) -> None:
        """None of these stands in it, in no case of letters."""
        where = bare(self.whole).casefold()
        found = [text for text in texts if bare(text).casefold() in where]
        assert not found, found

    def has_the_twelve_facts(self, folder: Path, clock: Clock | None = None) -> None:
        """Page 1 has what the vault holds, each of the twelve where an officer looks for it."""
        chosen = clock or SystemClock()
        vault = Vault.open(folder, PASSPHRASE, clock=chosen, tool="test")
        try:
            catalogue = Catalogue.load(resources() / "platforms")
            note = vault.checkpoint()
            dossier, originals = snapshot(
                vault, catalogue=catalogue, moment=chosen.now(), checkpoint_note=note
            )
            originals.close()
        finally:
            vault.close("quit")
        page = PageReader(self._file.read_bytes())
        facts: Iterable[Callable[..., None]] = FACTS
        for fact in facts:
            fact(page, dossier)
        assert len(page.within(0, page.height).split()) <= MAX_WORDS


def bare(text: str) -> str:
    """Return a text without its spaces."""
    return "".join(text.split())
