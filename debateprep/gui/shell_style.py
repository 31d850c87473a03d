"""The style of the bars, the start page and the dialogs, written from the roles of a theme.

Pages are drawn by Fusion with the theme's palette; this sheet is set on the shell's own widgets alone.
"""

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractSpinBox, QDialog, QDialogButtonBox

from debateprep import assets
from debateprep.gui.theme import Theme, look

_SHEET = """
QFrame#topBar, QFrame#rail, QFrame#statusLine {{ background: {panel}; border: 0 solid {line}; }}
QFrame#topBar {{ border-bottom-width: 1px; }}
QFrame#rail {{ border-right-width: 1px; }}
QFrame#statusLine {{ border-top-width: 1px; }}
QFrame#statusLine QLabel {{ color: {mute}; }}
QLabel[look="quiet"] {{ color: {mute}; }}
QPushButton, QToolButton {{
    background: {panel}; color: {ink}; border: 1px solid {line}; border-radius: 6px; padding: 5px 12px;
}}
QToolButton {{ padding: 5px; }}
QPushButton:hover, QToolButton:hover {{ background: {field}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {selected}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {accent}; padding: 4px 11px; }}
QToolButton:focus {{ padding: 4px; }}
QPushButton:disabled, QToolButton:disabled {{ color: {mute}; }}
QPushButton[look="primary"] {{ background: {accent}; color: {accent_ink}; border-color: {accent}; }}
QPushButton[look="primary"]:hover {{ border-color: {ink}; }}
QPushButton[look="primary"]:focus {{ border: 2px solid {ink}; }}
QPushButton[look="primary"]:disabled {{ background: {field}; color: {mute}; border-color: {line}; }}
QPushButton[look="flat"], QToolButton[look="flat"] {{ background: transparent; border-color: transparent; }}
QPushButton[look="flat"]:hover, QToolButton[look="flat"]:hover {{ background: {field}; }}
QPushButton[look="flat"]:focus, QToolButton[look="flat"]:focus {{ border-color: {accent}; }}
QPushButton[look="link"] {{
    background: transparent; border: 1px solid transparent; color: {accent}; padding: 3px 5px; text-align: left;
}}
QPushButton[look="link"]:hover {{ text-decoration: underline; }}
QPushButton[look="link"]:focus {{ border: 1px solid {accent}; }}
QPushButton[look="card"] {{ text-align: left; padding: 12px 14px; border-radius: 8px; }}
QPushButton[look="card"]:focus {{ padding: 11px 13px; }}
QPushButton[look="card"] QLabel {{ color: {ink}; background: transparent; }}
QPushButton[look="card"] QLabel[look="quiet"] {{ color: {mute}; }}
QToolButton[look="rail"] {{ border: 2px solid transparent; border-radius: 8px; padding: 5px 2px; color: {mute}; }}
QToolButton[look="rail"]:hover {{ background: {field}; }}
QToolButton[look="rail"]:checked {{ background: {selected}; color: {ink}; font-weight: bold; }}
QToolButton[look="rail"]:focus {{ border-color: {accent}; padding: 5px 2px; }}
QToolButton::menu-indicator {{ image: none; width: 0; }}
QLineEdit#search {{
    background: {field}; color: {ink}; border: 1px solid {line}; border-radius: 6px; padding: 5px 8px;
    selection-background-color: {accent}; selection-color: {accent_ink}; placeholder-text-color: {mute};
}}
QLineEdit#search:focus {{ border: 2px solid {accent}; padding: 4px 7px; }}
QFrame#notice {{ background: {selected}; border: 0 solid {line}; border-top-width: 1px; }}
QFrame#notice[kind="failure"] {{ background: {con_soft}; }}
QFrame#notice QLabel {{ color: {ink}; }}
QFrame#results {{ background: {panel}; border: 1px solid {line}; border-radius: 8px; }}
QFrame#dropHere {{ border: 1px dashed {gap}; border-radius: 8px; }}
"""

_SWITCHES = """
QFrame#switches {{ border: 0 solid {line}; border-top-width: 1px; }}
QToolButton {{
    background: transparent; color: {mute}; border: 1px solid transparent; border-radius: 6px; padding: 3px 9px;
}}
QToolButton:hover {{ color: {ink}; background: {field}; }}
QToolButton:checked {{ color: {ink}; background: {selected}; }}
QToolButton:focus {{ border-color: {accent}; }}
"""


_FIELD = """
QLineEdit {{
    min-height: 18px; background: {field}; color: {ink}; border: 1px solid {line}; border-radius: 6px; padding: 3px 7px;
    selection-background-color: {accent}; selection-color: {accent_ink}; placeholder-text-color: {mute};
}}
QLineEdit:focus {{ border: 2px solid {accent}; padding: 2px 6px; }}
"""

_FORM = """
QDialog {{ background: {panel}; }}
QLineEdit, QComboBox, QSpinBox {{
    min-height: 20px; background: {field}; color: {ink}; border: 1px solid {line}; border-radius: 6px; padding: 4px 8px;
    selection-background-color: {accent}; selection-color: {accent_ink}; placeholder-text-color: {mute};
}}
QLineEdit:focus, QComboBox:focus, QSpinBox:focus {{ border: 2px solid {accent}; padding: 3px 7px; }}
.QPlainTextEdit, .QTextEdit {{
    background: {field}; color: {ink}; border: 1px solid {line}; border-radius: 6px; padding: 3px;
    selection-background-color: {accent}; selection-color: {accent_ink};
}}
.QPlainTextEdit:focus, .QTextEdit:focus {{ border: 2px solid {accent}; padding: 2px; }}
QComboBox::drop-down {{ border: 0; width: 24px; }}
QComboBox::down-arrow {{ image: url("{down}"); width: 12px; height: 12px; }}
QComboBox QAbstractItemView {{
    background: {panel}; color: {ink}; border: 1px solid {line}; padding: 3px; outline: 0;
    selection-background-color: {accent}; selection-color: {accent_ink};
}}
QSpinBox::up-button, QSpinBox::down-button {{ border: 0; width: 22px; background: transparent; }}
QSpinBox::up-button:hover, QSpinBox::down-button:hover {{ background: {selected}; }}
QSpinBox::up-arrow {{ image: url("{up}"); width: 10px; height: 10px; }}
QSpinBox::down-arrow {{ image: url("{down}"); width: 10px; height: 10px; }}
QSpinBox QLineEdit {{ background: transparent; border: 0; padding: 0; }}
QCheckBox {{ spacing: 6px; padding: 2px 1px; border: 1px solid transparent; border-radius: 5px; }}
QCheckBox:focus {{ border-color: {accent}; }}
QCheckBox::indicator {{
    width: 14px; height: 14px; border: 1px solid {mute}; border-radius: 4px; background: {field};
}}
QCheckBox::indicator:checked {{ background: {accent}; border-color: {accent}; image: url("{check}"); }}
QCheckBox::indicator:disabled {{ border-color: {line}; }}
QListView[look="contents"] {{ background: {paper}; border: 2px solid transparent; border-radius: 6px; outline: 0; }}
QListView[look="contents"]:focus {{ border-color: {accent}; }}
QListView[look="contents"]::item {{ color: {ink}; border-radius: 5px; padding: 3px 0; }}
QListView[look="contents"]::item:hover {{ background: {field}; }}
QListView[look="contents"]::item:selected {{ background: {selected}; color: {ink}; }}
QToolButton[look="swatch"] {{
    background: transparent; border: 2px solid transparent; border-radius: 6px; padding: 4px;
}}
QToolButton[look="swatch"]:hover {{ background: {field}; }}
QToolButton[look="swatch"]:checked {{ background: {selected}; border-color: {mute}; }}
QToolButton[look="swatch"]:focus {{ border-color: {accent}; }}
QListView[look="lines"] {{ background: {panel}; border: 0; outline: 0; }}
QTextBrowser {{ background: {panel}; border: 0; }}
QTextBrowser:focus {{ border: 2px solid {accent}; }}
QFrame[look="head"] {{ background: {panel}; border: 0 solid {line}; border-bottom-width: 1px; }}
QFrame[look="side"] {{ background: {paper}; border: 0 solid {line}; border-right-width: 1px; }}
"""


def sheet(theme: Theme) -> str:
    """Return the style sheet of the shell in a theme."""
    return _SHEET.format_map(theme.colours)


def switches_sheet(theme: Theme) -> str:
    """Return the style sheet of a line of switches below a page, QFrame#switches, in a theme."""
    return _SWITCHES.format_map(theme.colours)


def field_sheet(theme: Theme) -> str:
    """Return the style sheet of a line to write in that stands outside a dialog, in a theme."""
    return _FIELD.format_map(theme.colours)


def form_sheet(theme: Theme) -> str:
    """Return the style sheet of a dialog in a theme: that of the shell, and that of fields and lists."""
    arrows = {key: assets.path(f"icons/{key}-{theme.key}.svg").as_posix() for key in ("up", "down", "check")}
    return sheet(theme) + _FORM.format_map({**theme.colours, **arrows})


def dress_form(dialog: QDialog, more: str = "") -> None:
    """Dress a dialog in the present theme, with rules of its own; its buttons speak in words alone on any desktop."""
    dialog.setStyleSheet(form_sheet(look().theme) + more)
    for box in dialog.findChildren(QDialogButtonBox):
        for button in box.buttons():
            button.setIcon(QIcon())
    for spin in dialog.findChildren(QAbstractSpinBox):
        # A sheet's padding does not move the words of a spin box.
        spin.lineEdit().setTextMargins(8, 0, 0, 0)
