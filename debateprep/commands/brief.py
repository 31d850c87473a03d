"""`brief`: show a side's brief, with the names by which its parts can be changed."""

import argparse
from typing import Any

from debateprep.commands import build, outlining
from debateprep.commands.opening import brief_of, reading, topic_of
from debateprep.commands.shared import shared_options
from debateprep.commands.shell import Outcome, add_brief, add_side, add_topic, ref
from debateprep.commands.table import paragraph
from debateprep.domain import clash, outline, reading_time
from debateprep.domain.dossier import Dossier
from debateprep.domain.model import Answer, Argument, Item, Support
from debateprep.domain.outline import Node
from debateprep.domain.pages import BriefPages, Evidence
from debateprep.domain.terms import ItemKind, Part, Side, SupportKind
from debateprep.services import briefs
from debateprep.services.pages import PageMaker

_STEP = "  "


def brief(parser: argparse.ArgumentParser) -> None:
    """Declare `brief` with its actions."""
    # Only showing goes by a brief; the other actions name rows, which stand in one.
    parser.set_defaults(run=_show, brief="")
    add_topic(parser)
    add_side(parser)
    actions = parser.add_subparsers(metavar="ACTION", title="actions (show, if nothing is said)")
    # What is not given after the action must not wipe out what was given before it.
    about = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    add_topic(about, default=argparse.SUPPRESS)
    add_side(about, default=argparse.SUPPRESS)
    parents = [about, shared_options()]
    show = actions.add_parser("show", help="show the brief of --side, or of both", parents=parents)
    show.set_defaults(run=_show)
    add_brief(show)
    build.declare(actions, parents)
    outlining.declare(actions, parents)


def _show(args: argparse.Namespace) -> Outcome:
    with reading(args) as library:
        topic = topic_of(library, args.topic)
        side, number = brief_of(library, topic.id, args)
        with library.read() as reader:
            dossier = briefs.dossier(reader, topic.id)
    shown = [_Shown(dossier.showing({each: number}), each) for each in ((side,) if side else (Side.PRO, Side.CON))]
    lines: list[str] = []
    for each in shown:
        lines += [*([""] if lines else []), *each.lines()]
    data = {"topic": topic.id, "resolution": topic.resolution, "briefs": [each.facts() for each in shown]}
    return Outcome(data, lines)


class _Shown:
    """One side's brief, as facts and as lines."""

    def __init__(self, dossier: Dossier, side: Side) -> None:
        self._all = dossier
        self._side = side
        self._maker = PageMaker(dossier)
        self._pages: BriefPages = self._maker.brief(side)
        self._numbers = outline.section_numbers(dossier.outlines[side][Part.CASE])
        self._sections = {part: [self._section(node) for node in dossier.outlines[side][part]] for part in Part}
        placed = {
            item.argument_id
            for nodes in dossier.outlines[side].values()
            for top in nodes
            for node in top.walk()
            for item in node.items
        }
        own = [each for each in dossier.arguments.values() if each.side is side]
        self._loose = [self._argument(each) for each in own if each.id not in placed]

    def facts(self) -> dict[str, Any]:
        """Return the brief for scripts."""
        return {
            "side": self._side.value,
            "title": self._pages.title,
            "stance": self._pages.stance,
            "notice": self._pages.notice,
            "case": self._sections[Part.CASE],
            "answers": self._sections[Part.ANSWERS],
            "notes": self._sections[Part.NOTES],
            "not_in_the_outline": self._loose,
            "coverage": {each.side.value: each.sentence for each in self._pages.coverage},
            "case_words": self._pages.case_words,
            "case_seconds": self._pages.case_seconds,
        }

    # Facts

    def _section(self, node: Node) -> dict[str, Any]:
        return {
            "id": node.section.id,
            "ref": ref("section", node.section.id),
            "number": self._numbers.get(node.section.id, ""),
            "kind": node.section.kind.value,
            "title": node.section.title,
            "items": [self._item(item) for item in node.items],
            "sections": [self._section(child) for child in node.children],
        }

    def _item(self, item: Item) -> dict[str, Any]:
        facts: dict[str, Any] = {"item": ref("item", item.id), "kind": item.kind.value}
        argument = self._all.arguments.get(item.argument_id or 0)
        card = self._all.cards.get(item.card_id or 0)
        if item.kind is ItemKind.ARGUMENT and argument is not None:
            facts["argument"] = self._argument(argument)
        elif item.kind is ItemKind.CARD and card is not None:
            facts["card"] = {"ref": ref("card", card.id), "tag": card.tag, "quote": card.quote}
        elif item.kind is ItemKind.ANSWER:
            facts["answer"] = ref("answer", item.answer_id or 0)
        else:
            facts["text"] = item.text
        return facts

    def _argument(self, argument: Argument) -> dict[str, Any]:
        entry = self._maker.entry(argument)
        supports = self._all.supports.get(argument.id, [])
        return {
            "id": argument.id,
            "ref": ref("argument", argument.id),
            "number": entry.number,
            "side": argument.side.value,
            "name": argument.name,
            "claim": argument.claim,
            "warrant": argument.warrant,
            "impact": argument.impact,
            "supports": [_support(*pair) for pair in zip(supports, entry.evidence, strict=True)],
            "status": argument.status.value,
            "strength": argument.strength,
            "questions": [
                {"ref": ref("question", each.id), "ask": each.ask, "expect": each.expect, "then": each.follow_up}
                for each in self._all.questions.get(argument.id, ())
            ],
            "lines": [
                {"ref": ref("line", each.id), "kind": each.kind.value, "text": each.text}
                for each in self._all.lines.get(argument.id, ())
            ],
            "answers": [self._answer(each) for each in clash.answers_to(self._all.answers, argument.id)],
        }

    def _answer(self, answer: Answer) -> dict[str, Any]:
        answering = self._all.arguments[answer.answering_id]
        return {
            "id": answer.id,
            "ref": ref("answer", answer.id),
            "argument": ref("argument", answering.id),
            "side": answering.side.value,
            "response": answer.response.value,
            "tier": answer.tier,
            "claim": answer.wording or answering.claim,
            "answers": [self._answer(each) for each in clash.answers_to(self._all.answers, answering.id)],
        }

    # Lines

    def lines(self) -> list[str]:
        """Return the brief for people."""
        pages, topic = self._pages, self._all.topic
        named = f" “{pages.title}”" if pages.title != f"{self._side.label} brief" else ""
        head = f"{self._side.sign} {self._side.label.upper()} BRIEF{named}: {topic.short} ({ref('topic', topic.id)})"
        clock = reading_time.clock(pages.case_seconds)
        lines = paragraph(head) + paragraph(topic.resolution)
        lines += [each.sentence for each in pages.coverage]
        lines.append(f"The case reads in {clock} ({pages.case_words} words at {pages.words_a_minute} a minute).")
        lines += paragraph(pages.notice) if pages.notice else []
        for section in self._sections[Part.CASE]:
            lines += ["", *self._section_lines(section, "")]
        if not self._sections[Part.CASE]:
            side = self._side.value
            lines += ["", f'No contention yet; add one: debateprep brief contention "Title" --side {side}']
        for part in (Part.ANSWERS, Part.NOTES):
            for section in self._sections[part]:
                lines += ["", *self._section_lines(section, "")]
        if self._loose:
            lines += ["", "Not in the outline (answers stand under what they answer):"]
            for argument in self._loose:
                lines += self._argument_lines(argument, _STEP)
        return lines

    def _section_lines(self, section: dict[str, Any], indent: str) -> list[str]:
        number = f"{section['number']}  " if section["number"] else ""
        lines = paragraph(f"{number}{section['title']} ({section['ref']}, {section['kind']})", indent)
        for item in section["items"]:
            if "argument" in item:
                lines += self._argument_lines(item["argument"], indent + _STEP, item["item"])
            elif "card" in item:
                card = item["card"]
                lines += paragraph(f"{card['tag']} ({card['ref']}, {item['item']})", indent + _STEP)
                lines += paragraph(f"“{card['quote']}”", indent + _STEP * 2)
            else:
                words = item.get("text") or f"answer {item.get('answer')}"
                lines += paragraph(f"Note: {words} ({item['item']})", indent + _STEP)
        for child in section["sections"]:
            lines += self._section_lines(child, indent + _STEP)
        if not section["items"] and not section["sections"]:
            lines.append(f"{indent}{_STEP}Nothing here yet.")
        return lines

    def _argument_lines(self, argument: dict[str, Any], indent: str, item: str = "") -> list[str]:
        names = ", ".join(filter(None, [argument["ref"], item]))
        number = f"{argument['number']}  " if argument["number"] else ""
        name = f"{argument['name']}: " if argument["name"] else ""
        inner = indent + _STEP * 2
        lines = paragraph(f"{number}{name}{argument['claim']} ({names})", indent, inner)
        for word, text in (("Because", argument["warrant"]), ("Therefore", argument["impact"])):
            if text:
                lines += paragraph(f"{word}: {text}", inner, inner + _STEP)
        for support in argument["supports"]:
            lines += _support_lines(support, inner)
        lines += _spoken_lines(argument, inner)
        if not argument["supports"]:
            lines.append(f"{inner}An analytic: nothing supports it yet.")
        if not argument["answers"]:
            other = Side(argument["side"]).other
            lines.append(f"{inner}○ no {other.label} answer yet")
        for answer in argument["answers"]:
            lines += _answer_lines(answer, inner)
        return lines


def _support(support: Support, evidence: Evidence) -> dict[str, Any]:
    return {
        "ref": ref("support", support.id),
        "kind": evidence.kind.value,
        "text": evidence.text,
        "tag": evidence.tag,
        "cite": evidence.cite.text if evidence.cite else "",
        "speaker": evidence.speaker,
        "context": evidence.context,
        "card": ref("card", support.card_id) if support.card_id else None,
        "position": ref("position", support.position_id) if support.position_id else None,
    }


def _spoken_lines(argument: dict[str, Any], indent: str) -> list[str]:
    lines: list[str] = []
    for line in argument["lines"]:
        lines += paragraph(f"{line['kind']}: {line['text']} ({line['ref']})", indent, indent + _STEP)
    for question in argument["questions"]:
        then = f" They say: {question['expect']}" if question["expect"] else ""
        then += f" Then: {question['then']}" if question["then"] else ""
        lines += paragraph(f"ask: {question['ask']}{then} ({question['ref']})", indent, indent + _STEP)
    return lines


def _support_lines(support: dict[str, Any], indent: str) -> list[str]:
    names = ", ".join(filter(None, [support["ref"], support["card"], support["position"]]))
    text = f"“{support['text']}”" if support["kind"] == SupportKind.QUOTED.value else support["text"]
    said = f"{support['speaker']}: " if support["speaker"] else ""
    cite = f" [{support['cite']}]" if support["cite"] else ""
    lines = paragraph(f"{support['kind']}: {said}{text}{cite} ({names})", indent, indent + _STEP)
    return lines + (paragraph(support["context"], indent + _STEP) if support["context"] else [])


def _answer_lines(answer: dict[str, Any], indent: str) -> list[str]:
    side = Side(answer["side"])
    names = f"{answer['argument']}, {answer['ref']}"
    lines = paragraph(
        f"{side.sign} {side.label} answers, {answer['response']}: {answer['claim']} ({names})", indent, indent + _STEP
    )
    for reply in answer["answers"]:
        lines += _answer_lines(reply, indent + _STEP * 2)
    return lines
