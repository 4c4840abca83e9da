# SPDX-License-Identifier: MIT
"""Colours, faces and sizes of the window: tokens.toml to a palette and one style sheet.

The only caller of ``setStyleSheet``.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import fontpkg_atkinson_hyperlegible
import fontpkg_roboto_mono
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from app.errors import GuideInvalid

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

SCHEMES = ("light", "dark", "contrast", "contrast_dark")
SETTINGS = SCHEMES[:3]  # what can be chosen; the last one a system asks for
NARROW_BELOW_PX = 900  # of window width over text scale. Source: mock/README.md, Frame
FONT_FILES = (
    (fontpkg_atkinson_hyperlegible, ("AtkinsonHyperlegible-Regular.ttf", "AtkinsonHyperlegible-Bold.ttf")),
    (fontpkg_roboto_mono, ("RobotoMono[wght].ttf",)),
)
BODY_LINE, MONO_LINE = 1.26, 1.32  # natural line over size, from the faces' own tables
PALETTE_ROLES = {
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.Highlight: "primary",
    QPalette.ColorRole.HighlightedText: "on_primary",
    QPalette.ColorRole.Link: "primary",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.PlaceholderText: "muted",
}


@dataclass(frozen=True, slots=True)
class TypeRole:
    """One row of the type scale, in pixels at the present text size."""

    size_px: int
    line_px: int
    weight: int
    is_mono: bool
    colour: str

    @property
    def lift_px(self) -> int:
        """Half of what the line is higher than the face by itself."""
        natural = MONO_LINE if self.is_mono else BODY_LINE
        return max(0, round((self.line_px - natural * self.size_px) / 2))


class Theme:
    """What everything looks like: one scheme at one text size."""

    def __init__(self, tokens: dict[str, Any], sheet: str, scheme: str, text_percent: int = 100) -> None:
        """Keep tokens and sheet; ``load`` reads them from files."""
        self._tokens = tokens
        self._sheet = sheet
        self._fonts: dict[str, QFont] = {}
        self.scheme = scheme
        self.text_percent = max(100, min(200, text_percent))

    @classmethod
    def load(cls, folder: Path, scheme: str, text_percent: int = 100) -> Theme:
        """Read ``tokens.toml`` and ``app.qss`` of a folder.

        Args:
            folder: ``resources/theme``.
            scheme: one of ``SCHEMES``.
            text_percent: 100 to 200.

        Raises:
            GuideInvalid: the files do not hold together.
        """
        if scheme not in SCHEMES:
            raise GuideInvalid(f"theme: no scheme {scheme}")
        try:
            tokens = tomllib.loads((folder / "tokens.toml").read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as error:
            raise GuideInvalid(f"tokens.toml: {error}") from error
        return cls(tokens, (folder / "app.qss").read_text(encoding="utf-8"), scheme, text_percent)

    @property
    def scale(self) -> float:
        """How many times larger than drawn the text is, 1.0 to 2.0."""
        return self.text_percent / 100

    def text_px(self, drawn_px: float) -> int:
        """Return a size that grows with the text: fonts, icons."""
        return round(drawn_px * self.scale)

    def gap_px(self, drawn_px: float) -> int:
        """Return a gap, which grows by a third of what the text does. Source: mock/README.md, Frame."""
        return round(drawn_px * (1 + (self.scale - 1) / 3))

    def control_px(self, drawn_px: float) -> int:
        """Return a height of a control, which grows by six tenths. Source: mock/04-steps-200-percent."""
        return round(drawn_px * (1 + (self.scale - 1) * 0.6))

    def is_narrow(self, width_px: int) -> bool:
        """Whether a window of this width puts its sidebar behind the Menu button."""
        return width_px / self.scale < NARROW_BELOW_PX

    def colour(self, token: str) -> QColor:
        """Return a colour of the present scheme by its token."""
        return QColor(self.hex(token))

    def hex(self, token: str) -> str:
        """Return a colour as ``#RRGGBB``.

        Raises:
            GuideInvalid: there is no such token.
        """
        try:
            return str(self._tokens[self.scheme][token])
        except KeyError as error:
            raise GuideInvalid(f"tokens.toml: no colour {token}") from error

    def swapped(self, drawing: str) -> str:
        """Return an SVG drawn in the light scheme with every colour of ours in the present scheme."""
        drawing = drawing.replace("Atkinson Hyperlegible Mono", self.mono_face)
        return re.sub(r"#[0-9A-F]{6}\b", lambda found: self._swap(found[0]), drawing)

    @property
    def mono_face(self) -> str:
        """Family name of the monospace."""
        return str(self._tokens["faces"]["mono"])

    def role(self, name: str) -> TypeRole:
        """Return a row of the type scale at the present text size.

        Raises:
            GuideInvalid: there is no such role.
        """
        if name not in self._tokens["type"]:
            raise GuideInvalid(f"tokens.toml: no type role {name}")
        size, line, weight = self._tokens["type"][name]
        colour = self._tokens["type_colour"].get(name, "ink")
        is_mono = name in self._tokens["faces"]["mono_roles"]
        return TypeRole(self.text_px(size), self.text_px(line), weight, is_mono, colour)

    def font(self, name: str) -> QFont:
        """Return the font of a type role, for what is painted by hand; made once."""
        if name not in self._fonts:
            self._fonts[name] = self._made(name)
        return self._fonts[name]

    def _made(self, name: str) -> QFont:
        role = self.role(name)
        font = QFont(self.mono_face if role.is_mono else str(self._tokens["faces"]["body"]))
        font.setPixelSize(role.size_px)
        font.setWeight(QFont.Weight(role.weight))
        if role.is_mono:
            font.setVariableAxis(QFont.Tag("wght"), role.weight)
        return font

    def apply(self, app: QApplication, *, with_fonts: bool = True) -> None:
        """Give the application its fonts, palette and sheet; fonts stay when another theme is applied."""
        for package, names in FONT_FILES:
            for name in names if with_fonts else ():
                QFontDatabase.addApplicationFont(str(package.ROOT / "files" / name))
        app.setFont(self.font("body"))
        palette = QPalette()
        for palette_role, token in PALETTE_ROLES.items():
            palette.setColor(palette_role, self.colour(token))
        app.setPalette(palette)
        app.setStyleSheet(self.sheet())

    def sheet(self) -> str:
        """Return the style sheet with everything filled in."""
        filled = re.sub(r"/\*.*?\*/", "", self._sheet, flags=re.DOTALL)
        filled = filled.replace("@type", self._type_rules())
        filled = re.sub(r"\b(\d+)tx\b", lambda found: f"{self.text_px(int(found[1]))}px", filled)
        filled = re.sub(r"\b(\d+)hx\b", lambda found: f"{self.control_px(int(found[1]))}px", filled)
        filled = re.sub(r"\b(\d+)gx\b", lambda found: f"{self.gap_px(int(found[1]))}px", filled)
        return re.sub(r"\$([a-z_]+)", lambda found: self._filled(found[1]), filled)

    def _filled(self, name: str) -> str:
        """Return what stands for ``$name`` in the sheet."""
        if name.startswith("face_"):
            return str(self._tokens["faces"][name.removeprefix("face_")])
        return self.hex(name)

    def _type_rules(self) -> str:
        """Return one rule for each row of the type scale; the label reads its line height from it too."""
        return "\n".join(self._type_rule(name) for name in self._tokens["type"])

    def _type_rule(self, name: str) -> str:
        role = self.role(name)
        face = f' font-family: "$face_mono"; qproperty-axis: {role.weight};' if role.is_mono else ""
        return (
            f'QLabel[role="{name}"] {{ font-size: {role.size_px}px; font-weight: {role.weight};'
            f" color: ${role.colour};{face} background: transparent; border: none;"
            f" qproperty-line_px: {role.line_px}; qproperty-lift_px: {role.lift_px}; }}"
        )

    def _swap(self, value: str) -> str:
        """Return the colour of the present scheme for one of the light scheme; others stay as drawn."""
        if value == "#FFFFFE":  # stands for on_primary. Source: mock/README.md, Icons and figures
            return self.hex("on_primary")
        for token, light in self._tokens["light"].items():
            if light == value and token != "on_primary":  # noqa: S105 - a colour, not a secret
                return self.hex(token)
        return value


def scheme_of(
    setting: str,
    system: Qt.ColorScheme,
    contrast: Qt.ContrastPreference = Qt.ContrastPreference.NoPreference,
) -> str:
    """Return the scheme for what the person chose and what the system says."""
    if setting in SETTINGS:
        return setting
    is_dark = system == Qt.ColorScheme.Dark
    if contrast == Qt.ContrastPreference.HighContrast:
        return "contrast_dark" if is_dark else "contrast"
    return "dark" if is_dark else "light"
