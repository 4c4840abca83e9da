# SPDX-License-Identifier: MIT
"""Settings of the window: nothing about the case is kept here."""

from __future__ import annotations

import tomllib
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from app.errors import SettingsInvalid

if TYPE_CHECKING:
    from pathlib import Path

LOOK = ("theme", "language", "text_percent", "motion")  # what a window is made with

# Names of animals that nobody reads anything into; joined with a number they name this computer in records.
ALIASES = ("heron", "otter", "wren", "badger", "plover", "marten", "curlew", "lynx", "tern", "hare")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the person has chosen, and the random name of this computer.

    Attributes:
        theme: ``system``, ``light``, ``dark`` or ``contrast``.
        text_percent: 100 to 200.
        language: of the window; ``report_language`` that of what is handed over.
        motion: ``system``, or ``none``: nothing blinks or slides.
        idle_minutes: after how long without a touch the case locks itself.
        is_unrecorded: windows are left out of recordings of the screen, where the system can.
        wait_seconds: countdown before a picture, 0 to 10.
        machine_alias: stands in records in place of the host name.
        last_area: the area taken last and the screen it was drawn on: x, y, width, height of each, in pixels.
    """

    theme: str = "system"
    language: str = "en"
    report_language: str = "en"
    text_percent: int = 100
    motion: str = "system"
    idle_minutes: int = 5
    is_unrecorded: bool = True
    wait_seconds: int = 0
    machine_alias: str = ""
    last_area: tuple[int, ...] = ()


def load(path: Path) -> Settings:
    """Return the settings in the file; a missing file gives the defaults with a new alias, and is written.

    Raises:
        SettingsInvalid: the file cannot be understood. It has been set aside, so the next start has defaults.
    """
    if not path.exists():
        fresh = Settings(machine_alias=new_alias())
        save(path, fresh)
        return fresh
    try:
        settings = _checked(tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, TypeError, ValueError) as error:
        path.replace(path.with_suffix(".unreadable"))
        raise SettingsInvalid(str(path)) from error
    if settings.machine_alias:
        return settings
    named = replace(settings, machine_alias=new_alias())
    save(path, named)
    return named


def current(path: Path, otherwise: Settings) -> Settings:
    """Return what the file says now, without writing one; ``otherwise`` where there is no good one."""
    try:
        return _checked(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError, TypeError, ValueError):
        return otherwise


def looks_alike(one: Settings, other: Settings) -> bool:
    """Whether the same window would be made with either."""
    return all(getattr(one, name) == getattr(other, name) for name in LOOK)


def save(path: Path, settings: Settings) -> None:
    """Write the settings so that the file is either the old one or the new one, never half of one."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    lines = [f"{name} = {_in_toml(value)}" for name, value in asdict(settings).items()]
    part = path.with_suffix(".part")
    part.write_text("\n".join(lines) + "\n", encoding="utf-8")
    part.replace(path)


def change(path: Path, name: str, value: object) -> None:
    """Write one setting; the others stay as the file has them now.

    Raises:
        SettingsInvalid: the file cannot be understood.
    """
    save(path, replace(load(path), **{name: value}))  # type: ignore[arg-type]


def new_alias() -> str:
    """Return a name for this computer that says nothing about it."""
    import secrets  # noqa: PLC0415 - brings OpenSSL along, 14 ms of the first paint (G7)

    return f"{secrets.choice(ALIASES)}-{secrets.randbelow(90) + 10}"


def _checked(values: dict[str, object]) -> Settings:
    """Return settings of the right kinds; unknown names are passed over, as a later release may know them."""
    defaults = Settings()
    rows = {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
    known = {name: value for name, value in rows.items() if hasattr(defaults, name)}
    for name, value in known.items():
        if not _is_like(value, getattr(defaults, name)):
            raise ValueError(name)
    return replace(defaults, **known)  # type: ignore[arg-type]


def _is_like(value: object, default: object) -> bool:
    """Whether the value is of the kind of the default; a row holds whole numbers."""
    if isinstance(value, tuple) and any(type(one) is not int for one in value):
        return False
    return type(value) is type(default)


def _in_toml(value: object) -> str:
    """Return the value as TOML writes it; its strings are those of JSON, but for one more character."""
    import json  # noqa: PLC0415 - 2 ms of the first paint (G7); the file is there, as a rule

    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
