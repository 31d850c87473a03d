"""The painted things of a brief: an argument's card, a section's heading, a note."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QMimeData, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from debateprep.domain.labels import names
from debateprep.domain.model import Label
from debateprep.domain.terms import ItemKind, SectionKind, Side
from debateprep.gui.models.board import AnswerView, ArgumentView, Board, ItemView, SectionView
from debateprep.gui.pages.briefs.desk import Desk
from debateprep.gui.pages.briefs.paint import Pill, Type, Words
from debateprep.gui.pages.briefs.rows import Block, Host, WordRow, number_width, payload
from debateprep.gui.theme import look
from debateprep.gui.widgets.label_marks import paint_labels
from debateprep.gui.words import term


def tr(text: str) -> str:
    """Return a text of the cards in the user's language."""
    return QCoreApplication.translate("BriefCards", text)


def counted(number: int, one: str, many: str) -> str:
    """Return a number with its word."""
    return f"{number} {one if number == 1 else many}"


class ArgumentCard(WordRow):
    """One argument: its claim, what it rests on in words, and how it is met.

    With an answer it shows that answer: its wording, how it meets its target, and what meets it.
    """

    left, top, right, bottom = 15.0, 9.0, 12.0, 10.0

    def __init__(self, key: tuple[str, int], host: Host, parent: QWidget, desk: Desk) -> None:
        super().__init__(key, host, parent, self._keep)
        self._desk = desk
        self.argument = 0
        self.answer = 0
        self.target = 0
        self.is_frozen = False
        self._side = Side.NEITHER
        self._labels: tuple[Label, ...] = ()
        self._values: tuple[object, ...] = ()

    @property
    def shown(self) -> tuple[int, int]:
        """Return the argument and answer that the panel shows for this card."""
        return (self.target, self.answer) if self.answer else (self.argument, -1)

    @property
    def is_chosen(self) -> bool:
        """Tell whether it is the one in view."""
        argument, answer = self.shown
        return argument == self._desk.argument and answer in (-1, self._desk.answer)

    def show_argument(
        self, board: Board, view: ArgumentView, answer: AnswerView | None, *, wide: bool, item: ItemView | None = None
    ) -> None:
        """Show an argument, or one of its answers; `wide` writes the other side's answers out below.

        The entry it stands in says whether that is a frozen copy, and where else the argument is used.
        """
        view = item.frozen if item is not None and item.frozen is not None else view
        remark = item.remark if item is not None else answer.also if answer is not None else ""
        self.is_frozen = item is not None and item.frozen is not None
        self.argument, self._side = view.id, view.side
        self.answer, self.target = (answer.id, answer.target) if answer else (0, 0)
        exchange = _exchange(board, view) if wide else ()
        values = (view, answer, exchange, self.is_chosen, remark, self.is_frozen)
        if values == self._values:
            return
        self._values = values
        claim = board.we_say(answer) if answer else view.claim
        line = _met(answer) + " · " + view.line if answer else view.line
        self.pills = _pills(view)
        self._labels = view.labels
        self.blocks = [Block(Words(claim, "claim"), "" if self.is_frozen else "claim")]
        self.blocks += self._inside(view, line) if self.is_chosen else [Block(Words(line, "line", "mute", 2))]
        if remark:
            self.blocks.append(Block(Words(remark, "line", "mute")))
        self.blocks += [Block(Words(text, "line", role), gap=6) for text, role in exchange]
        if self.is_frozen:
            for block in self.blocks:
                block.name = ""
        if self._editing and not any(block.name == self._editing for block in self.blocks):
            self.blocks.insert(1, Block(Words("", "body"), self._editing, 4))
        what = tr("answer") if answer else tr("argument")
        said = [
            f"{term(view.side.label)} {what} {view.number}".strip() + f": {claim}",
            line,
            remark,
            *_spoken(self.pills),
            tr("Labels: {names}").format(names=names(view.labels)) if view.labels else "",
        ]
        self.setAccessibleName(". ".join(each.rstrip(".") for each in said if each))
        self.height_for(self.width())
        self.update()

    def height_for(self, width: int) -> int:
        """Place words and pills, and return the height, with room for a line of labels."""
        high = super().height_for(width)
        return high + round(self._label_line()) if self._labels else high

    @staticmethod
    def _label_line() -> float:
        return QFontMetricsF(Type.font("small")).height() + 4

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card, and its labels below."""
        super().paintEvent(event)
        if self._labels:
            high = round(self._label_line())
            room = QRect(round(self.left), self.height() - round(self.bottom) - high + 2, 0, high)
            room.setRight(self.width() - round(self.right))
            paint_labels(QPainter(self), room, self._labels, Type.font("small"))

    @staticmethod
    def _inside(view: ArgumentView, line: str) -> list[Block]:
        found = [Block(Words(line, "line", "mute"))]
        if view.name and view.name != view.claim:
            found.insert(0, Block(Words(view.name, "line", "mute"), "name"))
        if view.warrant:
            found.append(Block(Words(view.warrant, "quote", "mute"), "warrant", 5))
        if view.impact:
            found.append(Block(Words(view.impact, "body"), "impact", 5))
        contexts = dict.fromkeys(each.context for each in view.supports if each.context)
        return found + [Block(Words(each, "line", "mute"), gap=5) for each in contexts]

    def edit(self, name: str = "") -> None:
        """Edit a field; an empty one stands open for it. A frozen copy keeps its words."""
        if self.is_frozen:
            self._desk.workspace.notice.emit(tr("This is a frozen copy. Thaw it to change its words."))
            return
        if name and not any(block.name == name for block in self.blocks):
            at = 1 if name != "name" else 0
            self.blocks.insert(at, Block(Words("", "line" if name == "name" else "body"), name, 4))
            self._values = ()
        super().edit(name or "claim")

    def label_of(self, name: str) -> str:
        """Return the accessible name of a field's editor."""
        names = {
            "claim": tr("Claim"),
            "name": tr("Short name"),
            "warrant": tr("Because"),
            "impact": tr("Therefore"),
        }
        return names[name]

    def _keep(self, name: str, text: str, merge: str) -> None:
        if name == "claim" and self.answer:
            self._desk.set_we_say(self.answer, text, merge)
        else:
            self._desk.set_words(self.argument, name, text, merge)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come into view in the panel."""
        super().focusInEvent(event)
        # A click is looked at before the card grows, or it would miss the pill that it was meant for.
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.choose()

    def choose(self) -> None:
        """Come into view in the panel."""
        argument, answer = self.shown
        self._desk.select(argument, None if answer < 0 else answer)

    def drag_payload(self) -> QMimeData | None:
        """Drag the argument's place in its section, or the answer among its fellows."""
        if self.item:
            # An answer stays on its side; an argument may be dragged over to the other.
            crossing = 0 if self.answer else self.argument
            rows = self.host.row_drag(self)
            return payload(kind="item", id=self.item, side=self._side.value, argument=crossing, rows=rows)
        return payload(kind="answer", id=self.answer, target=self.target) if self.answer else None

    def paint_frame(self, painter: QPainter) -> None:
        """Draw the card with its side's edge; the chosen one has a ring."""
        theme = look().theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        outline = QPainterPath()
        outline.addRoundedRect(rect, 7, 7)
        painter.fillPath(outline, theme.colour("field" if self.picked else "panel"))
        painter.save()
        painter.setClipPath(outline)
        painter.fillRect(QRectF(rect.left(), rect.top(), 4, rect.height()), theme.side(self._side))
        painter.restore()
        strong = self.is_chosen or self.hasFocus() or self.picked
        width = 2.0 if self.hasFocus() else 1.5
        painter.setPen(QPen(theme.colour("accent"), width) if strong else QPen(theme.colour("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(outline)


def _met(answer: AnswerView) -> str:
    tier = tr("tier {number}").format(number=answer.tier) if answer.tier > 1 else ""
    group = tr("group “{name}”").format(name=answer.grouped_as) if answer.grouped_as else ""
    return " · ".join(part for part in (term(answer.response.value), tier, group) if part)


def _pills(view: ArgumentView) -> list[Pill]:
    other = view.side.other
    if not view.answers:
        return [Pill("answer", tr("○ no {side} answer yet").format(side=term(other.label)), None)]
    one = tr("{side} answer").format(side=term(other.label))
    many = tr("{side} answers").format(side=term(other.label))
    found = [Pill("show", counted(len(view.answers), one, many), other)]
    if view.frontlines:
        words = counted(view.frontlines, tr("frontline"), tr("frontlines"))
        found.append(Pill("frontline", words, view.side))
    else:
        found.append(Pill("write frontline", tr("○ no frontline yet"), None))
    return found


def _spoken(pills: list[Pill]) -> list[str]:
    return [pill.text.removeprefix("○ ") for pill in pills]


def _exchange(board: Board, view: ArgumentView) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for number in view.answers:
        answer = board.answers[number]
        theirs = tr("They say: {words}").format(words=board.we_say(answer))
        found.append((theirs, view.side.other.value))
        replies = board.arguments[answer.answering].answers
        found += [
            (tr("We reply: {words}").format(words=board.we_say(board.answers[reply])), view.side.value)
            for reply in replies
        ]
        if not replies and view.frontlines:
            # Where nothing is replied at all, the pill says so.
            found.append((tr("○ no frontline yet"), "gap"))
    return tuple(found)


class SectionHeading(WordRow):
    """A section's number and title, and the sign that folds it."""

    left, top, right, bottom = 0.0, 4.0, 26.0, 4.0

    def __init__(self, key: tuple[str, int], host: Host, parent: QWidget, desk: Desk) -> None:
        super().__init__(key, host, parent, self._keep)
        self._desk = desk
        self._number = ""
        self._folded = False
        self.view: SectionView | None = None
        self.side = Side.NEITHER

    def show_section(self, view: SectionView, side: Side, *, folded: bool = False) -> None:
        """Show a section of the outline, whose title can be edited."""
        self.view, self.side, self._folded = view, side, folded
        held = _held(view) if folded else ""
        mark = "" if view.kind in _PLAIN or view.title.casefold() == view.kind.value else term(view.kind.value)
        self._show(view.number, view.title, "title", " · ".join(part for part in (mark, held) if part))
        kind = term(view.kind.value.capitalize())
        name = f"{term(side.label)} {kind} {view.number}".strip() + f": {view.title}"
        self.setAccessibleName(tr("{name}, folded: {held}").format(name=name, held=held) if folded else name)

    def show_target(self, number: str, title: str, side: Side) -> None:
        """Show what the answers below answer."""
        self.view, self.side = None, side
        self._show(number, title, "")
        name = tr("Answers to {side} {number}").format(side=term(side.label), number=number)
        self.setAccessibleName(f"{name}: {title}")

    def _show(self, number: str, title: str, name: str, below: str = "") -> None:
        self._number = number
        self.left = number_width(number)
        self.blocks = [Block(Words(title, "title"), name)]
        if below:
            self.blocks.append(Block(Words(below, "line", "mute"), gap=0))
        self.height_for(self.width())
        self.update()

    def height_for(self, width: int) -> int:
        """Return the height, with room for the number at this text size."""
        self.left = number_width(self._number) + 4
        return super().height_for(width)

    def label_of(self, _name: str) -> str:
        """Return the accessible name of the title's editor."""
        return tr("Title of the section")

    def _keep(self, _name: str, text: str, merge: str) -> None:
        if self.view is not None:
            self._desk.set_title(self.view.id, text, merge)

    def drag_payload(self) -> QMimeData | None:
        """Drag the section, and what is chosen with it."""
        if self.view is None:
            return None
        rows = self.host.row_drag(self)
        return payload(kind="section", id=self.view.id, side=self.side.value, rows=rows)

    def _sign(self) -> QRectF:
        return QRectF(self.width() - 24, 0, 24, self.top * 2 + 20)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fold or unfold where the sign is."""
        if self.view is not None and self._sign().contains(event.position()):
            self.host.row_pill(self, "fold")
        else:
            super().mousePressEvent(event)

    def paint_frame(self, painter: QPainter) -> None:
        """Draw the number and the sign."""
        super().paint_frame(painter)
        if self._number:
            Words(self._number, "title", "mute").draw(painter, 4, self.top, 200)
        if self.view is not None:
            Words("▸" if self._folded else "▾", "line", "mute").draw(painter, self.width() - 18, self.top + 2, 16)


_PLAIN = frozenset({SectionKind.CONTENTION, SectionKind.CUSTOM, SectionKind.NOTE})
"""Kinds of section that a heading need not name."""


def _held(view: SectionView) -> str:
    return counted(len(view.items), tr("row inside"), tr("rows inside"))


class NoteRow(WordRow):
    """A note of the user's, or a card that stands in a section by itself."""

    left, top, right, bottom = 8.0, 4.0, 4.0, 4.0

    def __init__(self, key: tuple[str, int], host: Host, parent: QWidget, desk: Desk) -> None:
        super().__init__(key, host, parent, self._keep)
        self._desk = desk
        self._side = Side.NEITHER
        self._shown: ItemView | None = None

    def show_item(self, item: ItemView, side: Side) -> None:
        """Show a note or a card."""
        self._side = side
        is_note = item.kind is ItemKind.NOTE
        if item == self._shown:
            return
        self._shown = item
        text = item.text if is_note else tr("Card: {tag}").format(tag=item.text)
        self.blocks = [Block(Words(text, "body", "ink"), "text" if is_note else "")]
        if item.remark:
            self.blocks.append(Block(Words(item.remark, "line", "mute")))
        name = (tr("Note: {text}") if is_note else "{text}").format(text=text)
        self.setAccessibleName(f"{name}. {item.remark}" if item.remark else name)
        self.height_for(self.width())
        self.update()

    def label_of(self, _name: str) -> str:
        """Return the accessible name of the note's editor."""
        return tr("Note")

    def _keep(self, _name: str, text: str, merge: str) -> None:
        self._desk.set_note(self.item, text, merge)

    def drag_payload(self) -> QMimeData | None:
        """Drag the entry, and what is chosen with it."""
        return payload(kind="item", id=self.item, side=self._side.value, rows=self.host.row_drag(self))
