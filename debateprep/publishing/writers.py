"""The same documents in other formats, from the structure that the layouts build: HTML, Markdown, plain text."""

import re
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from html import escape

from debateprep.domain.terms import Side
from debateprep.publishing.export import about, layout_of
from debateprep.publishing.layout import all_pages
from debateprep.publishing.lines import Run, Style
from debateprep.publishing.options import PageOptions
from debateprep.publishing.registry import Kind, Pages
from debateprep.publishing.scripts import tongues
from debateprep.publishing.structure import Element
from debateprep.publishing.surface import TextItem
from debateprep.publishing.text import clean, encodable

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")
_OPENING = re.compile(r"^(\s*)([-+]|\d+[.)])(\s)")
_AFTER_LABEL = "\u00a0 "
_LINES = re.compile("\n+")


class Format(StrEnum):
    """What a document can be written as, besides PDF."""

    HTML = "html"
    MARKDOWN = "md"
    TEXT = "txt"


def write_text(
    pages: Pages, options: PageOptions, to: Format, *, kind: Kind | None = None, side: Side | None = None
) -> bytes:
    """Return the document in a format other than PDF, UTF-8; the same words in the same order as on the pages."""
    flat = replace(options, contents=False, cover=False, two_up=False)
    layout = layout_of(pages, flat, kind, side, keeps_words=True)
    for surface in all_pages(layout):
        for item in surface.items:
            if isinstance(item, TextItem) and item.element is not None:
                item.element.place(0, 0)
    root = layout.setter.tree.root
    if to is Format.TEXT:
        text = "\n".join(_text(root)).strip("\n") + "\n"
    elif to is Format.MARKDOWN:
        text = re.sub("\n{3,}", "\n\n", "\n".join(_markdown(root))).strip("\n") + "\n"
    else:
        title = about(pages, flat, kind, side).title
        text = "\n".join(_html(root, title)) + "\n"
    return encodable(text).encode("utf-8")


def _kids(element: Element) -> Iterator[Element]:
    return (kid for kid in element.kids or () if kid.is_drawn())


def _level(element: Element) -> int:
    return int(element.role[1:]) if element.role[0] == "H" and element.role[1:].isdigit() else 0


def _words(element: Element) -> str:
    parts = [text for text, _ in element.runs]
    if len(parts) > 1 and parts[0].endswith(_AFTER_LABEL) and parts[0].strip().replace(" ", "").isalpha():
        # On the page a label is told by its type.
        parts[0] = parts[0].removesuffix(_AFTER_LABEL) + ": "
    return clean("".join(parts).replace(_AFTER_LABEL, " ")).strip()


# Plain text


def _text(element: Element, lead: str = "") -> Iterator[str]:
    words = _words(element)
    if words:
        if _level(element):
            yield from ("", "") if _level(element) < 3 else ("",)
        yield lead + words
    for kid in _kids(element):
        yield from _text(kid, "- " if element.role == "LI" and not words else "")
    if element.role in ("TR", "L"):
        yield ""


# Markdown


def _markdown(element: Element) -> Iterator[str]:
    level = _level(element)
    if level:
        yield from ("", "#" * level + " " + _LINES.sub(" ", _styled(element.runs, headed=True)), "")
    elif element.role == "Table":
        yield from ("", *_markdown_table(element), "")
    elif element.role == "L":
        yield ""
        for item in _kids(element):
            yield "- " + " ".join(_LINES.sub(" ", _styled(leaf.runs)) for leaf in _leaves(item))
        yield ""
    elif element.runs:
        yield from (_LINES.sub("  \n", _OPENING.sub(r"\1\\\2\3", _styled(element.runs))), "")
    if element.role not in ("Table", "L"):
        for kid in _kids(element):
            yield from _markdown(kid)


def _markdown_table(element: Element) -> Iterator[str]:
    rows = [list(_kids(row)) for row in _kids(element)]
    width = max((len(row) for row in rows), default=0)
    headed = bool(rows) and all(cell.scope == "Column" for cell in rows[0])
    lines = [_row([_cell(cell) for cell in row], width) for row in rows]
    if not headed:
        lines.insert(0, _row([], width))
    lines.insert(1, "|" + " --- |" * width)
    yield from lines


def _row(cells: list[str], width: int) -> str:
    return "| " + " | ".join([*cells, *[""] * (width - len(cells))]) + " |"


def _cell(cell: Element) -> str:
    return "<br>".join(_LINES.sub(" ", _styled(leaf.runs)) for leaf in _leaves(cell))


def _leaves(element: Element) -> Iterator[Element]:
    if element.runs:
        yield element
    for kid in _kids(element):
        yield from _leaves(kid)


def _styled(runs: tuple[Run, ...], *, headed: bool = False) -> str:
    parts: list[str] = []
    for text, style in runs:
        printed = _SPECIAL.sub(r"\\\1", clean(text))
        core = printed.strip()
        if not core:
            parts.append(printed)
            continue
        before, after = printed[: len(printed) - len(printed.lstrip())], printed[len(printed.rstrip()) :]
        sign = "" if headed else "**" if style.bold else "*" if style.italic else ""
        if style.underline and not headed:
            core = f"<u>{core}</u>"
        if style.highlight:
            core = f"<mark>{core}</mark>"
        parts.append(f"{before}{sign}{core}{sign}{after}")
    return "".join(parts).replace("****", "").strip()


# HTML

_TAGS = {
    "P": "p",
    "Part": "section",
    "Sect": "section",
    "L": "ul",
    "LI": "li",
    "LBody": "p",
    "Lbl": "p",
    "Table": "table",
    "TR": "tr",
    "TH": "th",
    "TD": "td",
    "Document": "main",
}
_STYLE = """
:root{color-scheme:light dark;--ink:#22211e;--mute:#6f6a60;--line:#d9d4c8;--paper:#fffdf9;--mark:#fff0a8}
@media (prefers-color-scheme:dark){:root{--ink:#ecebe7;--mute:#a09c93;--line:#3a3b3f;--paper:#1d1e20;--mark:#5c5220}}
body{margin:0;background:var(--paper);color:var(--ink);font:1.06rem/1.55 "Noto Serif",Georgia,serif}
main,nav,footer{max-width:46rem;margin:0 auto;padding:0 1.2rem}main{padding-bottom:4rem}
h1,h2,h3,h4,h5,h6,th,nav,.s{font-family:"Noto Sans",system-ui,sans-serif}
h1{font-size:1.9rem;line-height:1.2;margin:2rem 0 .4rem}h2{font-size:1.4rem;margin:2.2rem 0 .4rem}
h3{font-size:1.15rem;margin:1.6rem 0 .3rem}h4,h5,h6{font-size:1rem;margin:1.1rem 0 .2rem}
p{margin:.3rem 0}table{border-collapse:collapse;width:100%;margin:.6rem 0}
th,td{border:1px solid var(--line);padding:.4rem .6rem;text-align:left;vertical-align:top;font-weight:inherit}
td p,th p,li p{margin:.1rem 0}.m{color:var(--mute);font-size:.86em}
mark{background:var(--mark);color:inherit}b.x{border:1px solid;padding:0 .12em}nav ol{padding-left:1.2rem}
a{color:inherit}.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem}
@media print{nav,.skip{display:none}}
""".strip().replace("\n", "")


def _html(root: Element, title: str) -> Iterator[str]:
    heads = [leaf for leaf in _leaves(root) if _level(leaf) in (2, 3)]
    named = {id(head): f"h{number}" for number, head in enumerate(heads, 1)}
    yield "<!DOCTYPE html>"
    yield f'<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<meta name="generator" content="DebatePrep"><style>{_STYLE}</style></head><body>'
    yield '<a class="skip" href="#text">Skip to the text</a>'
    if len(heads) > 2:
        yield '<nav aria-label="Contents"><ol>'
        for head in heads:
            yield f'<li><a href="#{named[id(head)]}">{escape(_words(head))}</a></li>'
        yield "</ol></nav>"
    yield from _html_of(root, named)
    yield "</body></html>"


def _html_of(element: Element, named: dict[int, str]) -> Iterator[str]:
    level = _level(element)
    tag = f"h{level}" if level else _TAGS.get(element.role, "div")
    attributes = f' lang="{escape(element.language)}"' if element.language else ""
    if id(element) in named:
        attributes += f' id="{named[id(element)]}"'
    if element.scope:
        attributes += f' scope="{"col" if element.scope == "Column" else "row"}"'
    if element.role == "Document":
        attributes += ' id="text"'
    kids = list(_kids(element))
    if not kids:
        yield f"<{tag}{attributes}>{_html_runs(element, headed=bool(level))}</{tag}>"
        return
    yield f"<{tag}{attributes}>{_html_runs(element, headed=False)}"
    for kid in kids:
        yield from _html_of(kid, named)
    yield f"</{tag}>"


def _html_runs(element: Element, *, headed: bool) -> str:
    largest = max((style.size for _, style in element.runs), default=0.0)
    around = element.language
    runs = (_html_run(clean(text), style, largest, around, headed=headed) for text, style in element.runs)
    return "".join(runs).strip()


def _html_words(text: str, around: str) -> str:
    """Return words as HTML; those in a script of their own name their language, unless it is that around them."""
    return "".join(
        f'<span lang="{language}">{escape(piece)}</span>' if language not in ("", around) else escape(piece)
        for piece, language in tongues(text)
    ).replace("\n", "<br>")


def _html_run(text: str, style: Style, largest: float, around: str, *, headed: bool) -> str:
    out = _html_words(text, around)
    if not text.strip():
        return out
    if style.box == "box":
        out = f'<b class="x">{out}</b>'
    elif style.bold and not headed:
        out = f"<strong>{out}</strong>"
    if style.italic:
        out = f"<em>{out}</em>"
    if style.underline:
        out = f"<u>{out}</u>"
    if style.highlight:
        out = f"<mark>{out}</mark>"
    if style.size < largest - 1 or (not headed and not style.serif and style.size < 9):
        out = f'<span class="m">{out}</span>'
    return out
