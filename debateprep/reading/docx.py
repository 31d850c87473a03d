"""Word documents: the body by mammoth, what else is known from the package; headers, notes and comments stay out."""

import io
import re
from typing import Any

from debateprep.domain.terms import BlockKind
from debateprep.reading.blocks import arrange
from debateprep.reading.draft import Chunk, Draft, lay
from debateprep.reading.errors import ReadingError
from debateprep.reading.markup import Run, local, runs, xml_tree
from debateprep.reading.properties import Properties, announce, complete
from debateprep.safe_files import Archive

_WORD = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
# What is no part of the words that stand on the page: notes, marks, pictures, deleted and moved-away text.
_DROPPED = frozenset(
    "del movefrom footnotereference endnotereference commentreference annotationref footnoteref endnoteref "
    "commentrangestart commentrangeend drawing pict object softhyphen sectpr".split()
)
_KEPT = (
    "[Content_Types].xml",
    "_rels/.rels",
    "word/_rels/document.xml.rels",
    "word/document.xml",
    "word/styles.xml",
    "word/numbering.xml",
)
_DEBATE = frozenset("pocket hat block tag".split())
_STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='Subtitle'] => p.subtitle:fresh
p[style-name='caption'] => p.caption:fresh
p[style-name='Caption'] => p.caption:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
r[style-name='Strong'] => strong
"""


def read(data: bytes, name: str) -> Draft:
    """Return the draft of a Word document; raise ReadingError for a debate file or one without sound parts."""
    archive = Archive(data, name)
    named = f"“{name}”"
    if "word/document.xml" not in archive.names:
        raise ReadingError(f"{named} is damaged or no Word document; open it in Word and save it again.")
    parts = {entry: xml_tree(archive.read(entry), named) for entry in _KEPT if entry in archive.names}
    document, styles = parts["word/document.xml"], parts.get("word/styles.xml")
    if _is_debate_file(document, styles):
        raise ReadingError(
            f"{named} is a debate file with cards (Pocket, Hat, Block, Tag), not an article; choose the article that "
            "its cards were cut from, or paste the words you need."
        )
    draft = Draft("")
    draft.warnings += _left_out(document)
    _drop(document, _hidden_styles(styles))
    chunks = [_chunk(run) for run in runs(_body(parts, named))]
    properties = _properties(archive, named)
    lay(draft, chunks)
    announce(draft, chunks, properties)
    for chunk in chunks:
        if chunk.kind is BlockKind.HEADLINE:
            draft.learn("title", chunk.shown, "title of the document")
    arrange(draft, chunks)
    complete(draft, properties)
    return draft


def _chunk(run: Run) -> Chunk:
    kind = {"title": BlockKind.HEADLINE, "caption": BlockKind.CAPTION}
    known = next((found for mark, found in kind.items() if mark in run.classes), None)
    return Chunk(0, 0, run.words, known, 1, run.heading)


def _body(parts: dict[str, Any], named: str) -> Any:
    """Return the body as a tree of HTML, made by mammoth from the cleaned parts alone."""
    import zipfile

    import mammoth
    from lxml import etree, html

    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as packed:
        for entry, root in parts.items():
            packed.writestr(entry, etree.tostring(root, encoding="UTF-8", xml_declaration=True))
    try:
        made = mammoth.convert_to_html(
            package, style_map=_STYLES, convert_image=_no_picture, external_file_access=False
        )
    except RecursionError as error:
        raise ReadingError(
            f"{named} is nested too deeply to be read; copy its words and paste them instead."
        ) from error
    except (ValueError, LookupError) as error:
        raise ReadingError(f"{named} is damaged inside; open it in Word and save it again.") from error
    return html.fragment_fromstring(made.value, create_parent="body")


def _no_picture(_image: Any) -> list[Any]:
    return []


def _value(element: Any, name: str) -> str:
    return next((element.get(space + name) for space in _WORD if element.get(space + name) is not None), "")


def _child(element: Any, name: str) -> Any:
    return next((child for child in element if local(child) == name), None) if element is not None else None


def _on(properties: Any, name: str) -> bool:
    """Tell whether a switch such as `vanish` is set; Word writes a bare element or a value for it."""
    switch = _child(properties, name)
    return switch is not None and _value(switch, "val").lower() not in ("0", "false", "off")


def _hidden_styles(styles: Any) -> frozenset[str]:
    if styles is None:
        return frozenset()
    return frozenset(
        _value(style, "styleId")
        for style in styles
        if local(style) == "style" and _on(_child(style, "rpr"), "vanish") and _value(style, "styleId")
    )


def _drop(document: Any, hidden: frozenset[str]) -> None:
    """Take out of the tree what does not stand on the page."""
    doomed = [element for element in document.iter() if local(element) in _DROPPED and not _is_mark(element)]
    doomed += [run for run in document.iter() if local(run) == "r" and _is_hidden(run, hidden)]
    for element in doomed:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)


def _left_out(document: Any) -> list[str]:
    """Return a warning when text boxes hold words: they float, so nobody can say where in the text they belong."""
    boxes = [
        box
        for box in document.iter()
        # The old way of drawing stands beside the new one with the same words.
        if local(box) == "txbxcontent" and not any(local(above) == "fallback" for above in box.iterancestors())
    ]
    count = sum(any((part.text or "").strip() for part in box.iter() if local(part) == "t") for box in boxes)
    if not count:
        return []
    some = "A text box was" if count == 1 else f"{count} text boxes were"
    return [f"{some} left out; paste the words if they belong to the article."]


def _is_mark(element: Any) -> bool:
    # A `del` among properties says that the paragraph's own end was deleted; mammoth joins the two paragraphs.
    return local(element) == "del" and local(element.getparent()) in ("rpr", "trpr")


def _is_hidden(run: Any, hidden: frozenset[str]) -> bool:
    properties = _child(run, "rpr")
    style = _child(properties, "rstyle")
    return _on(properties, "vanish") or (style is not None and _value(style, "val") in hidden)


def _is_debate_file(document: Any, styles: Any) -> bool:
    """Tell whether paragraphs are headed as Verbatim does; the template alone makes no debate file."""
    marked = _debate_styles(styles)
    if len({name for names in marked.values() for name in names}) < 2:
        return False
    used = (_value(element, "val") for element in document.iter() if local(element) == "pstyle")
    return any(style in marked for style in used)


def _debate_styles(styles: Any) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for style in styles if styles is not None else ():
        names: set[str] = set()
        for element in style:
            if local(element) in ("name", "aliases"):
                names |= {name.strip().casefold() for name in re.split(r"[,;]", _value(element, "val"))}
        if names & _DEBATE and (_value(style, "type") or "paragraph") == "paragraph":
            found[_value(style, "styleId")] = names & _DEBATE
    return found


def _properties(archive: Archive, named: str) -> Properties:
    if "docProps/core.xml" not in archive.names:
        return Properties()
    said = {local(element): element.text or "" for element in xml_tree(archive.read("docProps/core.xml"), named)}
    return Properties(
        title=said.get("title", ""),
        authors=[said.get("creator", "")],
        # A document made from nothing but a template carries the template's day.
        made=said.get("created", "") if said.get("creator") != "python-docx" else "",
        language=said.get("language", ""),
    )
