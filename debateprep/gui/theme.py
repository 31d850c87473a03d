"""Colours by role from theme files, and the palette and type made of them; Fusion draws the rest."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from debateprep import assets

NAMES = ("light", "dark", "contrast")
SERIF = "Noto Serif"
SANS = "Noto Sans"


@dataclass(frozen=True)
class Theme:
    """A set of colours by role."""

    key: str
    name: str
    dark: bool
    colours: dict[str, str]

    def colour(self, role: str) -> QColor:
        """Return the colour of a role; raise KeyError for a role that no theme has."""
        return QColor(self.colours[role])

    def side(self, side: str, *, soft: bool = False) -> QColor:
        """Return a side's colour ("pro", "con"), or ink and panel for neither."""
        if side not in ("pro", "con"):
            return self.colour("selected" if soft else "mute")
        return self.colour(f"{side}_soft" if soft else side)


@cache
def load(key: str) -> Theme:
    """Return a theme by its key, one of NAMES."""
    data = tomllib.loads(assets.path(f"themes/{key}.toml").read_text(encoding="utf-8"))
    return Theme(key, data["name"], data["dark"], data["colours"])


def palette(theme: Theme) -> QPalette:
    """Return the palette Fusion draws with; every text pair of it keeps 4.5:1."""
    found = QPalette()
    role = QPalette.ColorRole
    pairs = {
        role.Window: "paper",
        role.WindowText: "ink",
        role.Base: "panel",
        role.AlternateBase: "field",
        role.Text: "ink",
        role.Button: "panel",
        role.ButtonText: "ink",
        role.BrightText: "danger",
        role.Highlight: "accent",
        role.HighlightedText: "accent_ink",
        role.Link: "accent",
        role.LinkVisited: "accent",
        role.ToolTipBase: "tool",
        role.ToolTipText: "tool_ink",
        role.PlaceholderText: "mute",
        role.Mid: "line",
        role.Midlight: "line",
        role.Light: "panel",
        role.Dark: "line",
        role.Shadow: "line",
        role.Accent: "accent",
    }
    for each, name in pairs.items():
        found.setColor(each, theme.colour(name))
    for each in (role.WindowText, role.Text, role.ButtonText):
        found.setColor(QPalette.ColorGroup.Disabled, each, theme.colour("mute"))
    return found


class Look(QObject):
    """The look of the running program: theme and text size; `changed` tells widgets to repaint and re-measure."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._wanted = "system"
        self._scale = 1.0
        self.theme = load("light")
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_scheme_changed)

    @property
    def scale(self) -> float:
        """Return the text zoom, 1.0 for normal."""
        return self._scale

    def choose(self, wanted: str, scale: float = 1.0) -> None:
        """Use a theme ("system" follows the platform) and a text zoom from 0.8 to 2.0."""
        self._wanted = wanted
        self._scale = max(0.8, min(2.0, scale))
        self._apply()

    def _on_scheme_changed(self) -> None:
        if self._wanted == "system":
            self._apply()

    def _apply(self) -> None:
        key = self._wanted
        if key not in NAMES:
            dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
            key = "dark" if dark else "light"
        self.theme = load(key)
        self._app.setStyle("Fusion")
        self._app.setPalette(palette(self.theme))
        self._app.setFont(sans(10.5 * self._scale))
        self.changed.emit()


def look() -> Look:
    """Return the running program's look; made with the first call."""
    app = cast("QApplication", QApplication.instance())
    found = app.findChild(Look)
    return found if found is not None else Look(app)


@cache
def _families() -> tuple[str, str]:
    # The bundled faces stand in where the platform has none of its own (bare X11, offscreen).
    for face in (
        "NotoSans-Regular",
        "NotoSans-Bold",
        "NotoSans-Italic",
        "NotoSerif-Regular",
        "NotoSerif-Bold",
        "NotoSerif-Italic",
    ):
        QFontDatabase.addApplicationFont(str(assets.path(f"fonts/{face}.ttf")))
    return SANS, SERIF


def sans(points: float, *, bold: bool = False) -> QFont:
    """Return the face of labels and controls."""
    font = QFont(_families()[0])
    font.setPointSizeF(points)
    font.setBold(bold)
    return font


def serif(points: float, *, bold: bool = False, italic: bool = False) -> QFont:
    """Return the face of articles and evidence."""
    font = QFont(_families()[1])
    font.setPointSizeF(points)
    font.setBold(bold)
    font.setItalic(italic)
    return font
