"""Sources: articles brought in, recognised, corrected by hand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from debateprep.domain import words
from debateprep.domain.article import Article, Block
from debateprep.domain.changes import Changes
from debateprep.domain.model import Card, ImportBatch, Position, Source, SourceText
from debateprep.domain.terms import BlockKind
from debateprep.progress import Progress
from debateprep.reading import read_file, read_text
from debateprep.services import positions, trash
from debateprep.services.errors import ServiceError
from debateprep.storage.edit import Edit, Reader
from debateprep.storage.library import Library

# A text is a starter's own when nearly all of its anchors are found; fewer may be an article that quotes it.
RECOGNISED_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one file: the source, how many paragraphs, and a report for the user.

    `anchored` and `missing` count the positions of a recognised starter; `known` says that the very text was
    there already and nothing was stored.
    """

    source_id: int
    title: str
    paragraphs: int
    changes: Changes
    report: tuple[str, ...] = ()
    recognised: bool = False
    known: bool = False
    anchored: int = 0
    missing: tuple[str, ...] = ()


def listed(library: Library) -> list[tuple[Source, SourceText | None]]:
    """Return every source with its text, or None where it has none yet."""
    with library.read() as reader:
        texts = {text.source_id: text for text in reader.all(SourceText)}
        return [(source, texts.get(source.id)) for source in reader.all(Source)]


def find(reader: Reader, wanted: str) -> Source:
    """Return a source by its number or by words of its title; raise ServiceError when none or several fit."""
    if wanted.lstrip("s").isdigit():
        return reader.get(Source, int(wanted.lstrip("s")))
    fitting = [each for each in reader.all(Source) if wanted.casefold() in each.title.casefold()]
    if len(fitting) != 1:
        what = "No source is" if not fitting else "Several sources are"
        raise ServiceError(f"{what} called “{wanted}”; give its number from `debateprep sources`.")
    return fitting[0]


def import_files(library: Library, paths: Sequence[Path], progress: Progress | None = None) -> list[Imported]:
    """Bring in files, each as one step; raise the reader's or library's error at the first that cannot be.

    The files before it stay, those after it are not touched.
    """
    done = []
    for index, path in enumerate(paths):
        if progress is not None:
            progress.step(index, len(paths), path.name)
        done.append(import_article(library, read_file(path), path.name))
    return done


def import_text(library: Library, text: str, name: str = "pasted text") -> Imported:
    """Bring in pasted text."""
    return import_article(library, read_text(text), name)


def digest_of(text: str) -> str:
    """Return the SHA-256 by which a text is known again."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def import_article(library: Library, article: Article, file_name: str) -> Imported:
    """Store an article as a new source, or attach it to the starter whose text it is."""
    digest = digest_of(article.text)
    with library.read() as reader:
        source = known_as(reader, article)
        if source is not None:
            report = (f"This very text is in the library already, as source {source.id}.",)
            return Imported(source.id, source.title, len(article.paragraphs), Changes(""), report, known=True)
        starter = recognise(reader, article)
    if starter is not None:
        return _attach(library, starter, article, digest, file_name)
    return _add(library, article, digest, file_name)


def _add(library: Library, article: Article, digest: str, file_name: str) -> Imported:
    title = article.title or Path(file_name).stem
    with library.edit(f"Import {file_name}") as edit:
        edit.import_batch(ImportBatch(file_name=file_name, sha256=digest, report=article.warnings))
        draft = Source(
            title=title,
            authors=article.authors,
            qualifications=article.qualifications,
            publication=article.publication,
            issued=article.issued,
            url=article.url,
            language=article.language,
            file_name=file_name,
        )
        (source,) = edit.import_all([draft])
        edit.import_all([SourceText(source_id=source.id, text=article.text, blocks=article.blocks, sha256=digest)])
    return Imported(source.id, title, len(article.paragraphs), edit.changes, article.warnings)


def known_as(reader: Reader, article: Article) -> Source | None:
    """Return the source that has this very text already, if any."""
    same = reader.first(SourceText, sha256=digest_of(article.text))
    return reader.get(Source, same.source_id) if same is not None else None


def recognise(reader: Reader, article: Article) -> Source | None:
    """Return the starter that waits for this text, if any."""
    texts = {text.source_id for text in reader.all(SourceText)}
    for source in reader.all(Source):
        if source.id in texts:
            continue
        anchors = [each for each in reader.all(Position, source_id=source.id) if each.anchor is not None]
        found = sum(1 for each in anchors if _place(each, article) is not None)
        if anchors and found >= RECOGNISED_SHARE * len(anchors):
            return source
    return None


def _place(position: Position, article: Article) -> object:
    if position.anchor is None:
        return None
    return words.find_anchor(article.text, article.blocks, position.anchor, position.paragraph)


def _attach(library: Library, starter: Source, article: Article, digest: str, file_name: str) -> Imported:
    with library.edit(f"Attach {file_name}") as edit:
        text = SourceText(source_id=starter.id, text=article.text, blocks=article.blocks, sha256=digest)
        edit.add(text)
        edit.put(_completed(starter, article, file_name))
        anchored, missing = _anchor(edit, starter.id, text)
    report = [f"Recognised as “{starter.title}”: {anchored} of {anchored + len(missing)} positions anchored."]
    report += [f"Not found in this text: {statement}" for statement in missing]
    return Imported(
        starter.id,
        starter.title,
        len(article.paragraphs),
        edit.changes,
        (*report, *article.warnings),
        recognised=True,
        anchored=anchored,
        missing=tuple(missing),
    )


def _completed(source: Source, article: Article, file_name: str) -> Source:
    # What the user or the starter says stands; the file only fills what is empty.
    return replace(
        source,
        file_name=file_name,
        publication=source.publication or article.publication,
        issued=source.issued or article.issued,
        url=source.url or article.url,
    )


def _anchor(edit: Edit, source_id: int, text: SourceText) -> tuple[int, list[str]]:
    anchored, missing = 0, []
    for position in edit.all(Position, source_id=source_id):
        if position.anchor is None:
            continue
        span = words.find_anchor(text.text, text.blocks, position.anchor, position.paragraph)
        if span is None:
            missing.append(position.statement)
            continue
        anchored += 1
        edit.put(replace(position, span=span))
    return anchored, missing


def change(library: Library, number: int, **fields: object) -> Changes:
    """Change what is known about a source; its text never changes."""
    with library.edit("Edit source") as edit:
        edit.put(replace(edit.get(Source, number), **fields))  # type: ignore[arg-type]
    return edit.changes


def correct_block(
    library: Library, source_id: int, index: int, *, kind: BlockKind | None = None, struck: bool | None = None
) -> Changes:
    """Correct what a block is, or strike it out or take it back in; numbers of paragraphs follow."""
    with library.edit("Correct block") as edit:
        text = positions.text_of(edit, source_id)
        if not 0 <= index < len(text.blocks):
            raise ServiceError(f"This source has {len(text.blocks)} blocks; there is no block {index + 1}.")
        old = text.blocks[index]
        new = replace(old, kind=kind or old.kind, struck=old.struck if struck is None else struck)
        blocks: tuple[Block, ...] = (*text.blocks[:index], new, *text.blocks[index + 1 :])
        edit.put(replace(text, blocks=blocks))
        positions.renumber(edit, source_id, blocks)
    return edit.changes


def remove(library: Library, number: int) -> Changes:
    """Move a source to the trash with its text and positions; cards cut from it stay, with their words."""
    return trash.put(library, Source, number)


def cards_from(reader: Reader, source_id: int) -> list[Card]:
    """Return the cards cut from a source."""
    return reader.all(Card, source_id=source_id)
