# SPDX-License-Identifier: MIT
"""Whom to call in a crisis before anything was answered: guessed from where the computer says it is.

It reads one file with the standard library alone: these lines are in the first paint, which cannot wait for
the model and for all countries.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FIRST = "uk"  # what we say where the computer names no place at all
OTHER = "other"
# Where Linux and macOS keep the table; Windows has names of its own. zoneinfo takes 8 ms (G7).
ZONE_TABLES = ("/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo")


@dataclass(frozen=True, slots=True)
class CrisisLines:
    """The lines that stand on every page.

    Attributes:
        country: what the country is called.
        emergency: the number if a life is at risk, or words where no one number holds.
        talk: the number of somebody to talk to; empty where none is confirmed.
        talk_name: who that is.
        is_free: whether that call costs nothing.
    """

    country: str
    emergency: str
    talk: str = ""
    talk_name: str = ""
    is_free: bool = True


def crisis_lines(folder: Path, country: str) -> CrisisLines:
    """Return the confirmed crisis lines of one country file.

    Raises:
        OSError, KeyError: there is no such file, or it has no emergency line; the tests read every one.
    """
    table: dict[str, Any] = tomllib.loads(_short((folder / f"{country}.toml").read_text(encoding="utf-8")))
    lines = {
        row["field"]: row for row in table["contacts"] if row.get("is_crisis") and row.get("verified", True)
    }
    talk = lines.get("talk", {})
    return CrisisLines(
        country=table["name"],
        emergency=lines["emergency"]["reach"],
        talk=talk.get("reach", ""),
        talk_name=talk.get("name", ""),
        is_free=talk.get("is_free", True),
    )


def _short(text: str) -> str:
    """Return the file without the rows that are no crisis line: most of it, and reading it takes 2 ms."""
    head, *rows = text.split("\n[[contacts]]\n")
    return "\n[[contacts]]\n".join((head, *(row for row in rows if "\nis_crisis = true\n" in row)))


def country_here(
    territories: Path, zone: str, locale: str, zone_tables: tuple[str, ...] = ZONE_TABLES
) -> str:
    """Return which country file fits where the computer is, or seems to be.

    Args:
        territories: the table of files by country code.
        zone: IANA name of the local zone, as far as the system names one.
        locale: such as ``en_GB``; it counts where the zone says nothing.
        zone_tables: folders that may hold ``zone.tab``.
    """
    code = _territory_of(zone, zone_tables) or locale.partition(".")[0].partition("_")[2]
    if not code:
        return FIRST
    files: dict[str, str] = tomllib.loads(territories.read_text(encoding="utf-8"))
    return files.get(code.upper(), OTHER)


def _territory_of(zone: str, folders: tuple[str, ...]) -> str:
    """Return the code of the country a zone lies in, by the table beside the zones; empty if not known."""
    if "/" not in zone:  # UTC, or the name Windows gives
        return ""
    for folder in folders:
        table = Path(folder, "zone.tab")
        if table.is_file():
            for line in table.read_text(encoding="utf-8").splitlines():
                columns = line.split("\t")
                if len(columns) > 2 and columns[2] == zone:
                    return columns[0]
    return ""
