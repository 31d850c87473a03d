"""RTF: what is hidden, deleted or machinery goes first, striprtf reads the rest, halves of letters are joined."""

import codecs
import re
from dataclasses import dataclass, field

from debateprep.reading.blocks import arrange
from debateprep.reading.draft import Chunk, Draft
from debateprep.reading.errors import ReadingError
from debateprep.reading.layout import shown
from debateprep.reading.properties import Properties, announce, complete

_TOKEN = re.compile(
    r"\\(?P<word>[a-z]{1,32})(?P<number>-?\d{1,10})?[ ]?|\\'(?P<hex>[0-9a-f]{2})|\\(?P<sign>[^a-z])|(?P<brace>[{}])"
    r"|(?P<ends>[\r\n]+)|(?P<plain>[^\\{}\r\n]+)",
    re.IGNORECASE | re.DOTALL,
)
# Signs of binary data follow as many as the number says, braces and backslashes among them.
_BINARY = re.compile(rb"(?<!\\)(?:\\\\)*\\bin(\d{1,10}) ?")
_PAGE = re.compile(rb"\\ansicpg(\d{1,5})")
# Groups that hold no words of the page; striprtf knows most, and prints a link's address for want of this.
_MACHINERY = frozenset(
    "fldinst fonttbl colortbl stylesheet listtable listoverridetable rsidtbl themedata datastore pict object header "
    "headerl headerr headerf footer footerl footerr footerf footnote annotation atnid atnauthor bkmkstart bkmkend "
    "listtext xmlnstbl latentstyles generator info pgdsctbl revtbl nonshppict ftnsep aftnsep ftnsepc aftnsepc".split()
)
_FACTS = ("title", "author", "creatim")
_DEEPEST = 2_000


@dataclass(slots=True)
class _Group:
    """What holds inside a pair of braces."""

    hidden: bool = False
    deleted: bool = False
    fact: str = ""
    out: bool = False
    fresh: bool = True
    starred: bool = False


@dataclass(slots=True)
class _Sieve:
    """What passes through: the document without what is not on its page, and the groups of facts about it."""

    kept: list[str] = field(default_factory=list)
    facts: dict[str, list[str]] = field(default_factory=dict)
    fonts: list[str] = field(default_factory=list)


def read(data: bytes, name: str) -> Draft:
    """Return the draft of an RTF document; raise ReadingError when it is damaged."""
    named = f"“{name}”"
    page = _codepage(data)
    data = _without_binary(data)
    source = data.decode(page, "replace")
    sieve = _sift(source, named)
    draft = Draft(_words("".join(sieve.kept), page, named))
    if not source.rstrip("\0 \r\n\t").endswith("}"):
        draft.warnings.append(f"The end of {named} is missing; some of the article may be missing too.")
    chunks = _chunks(draft.text)
    properties = Properties(
        title=_fact(sieve, "title", page, named),
        authors=[_fact(sieve, "author", page, named)],
        made=_made("".join(sieve.facts.get("creatim", []))),
    )
    announce(draft, chunks, properties)
    arrange(draft, chunks)
    complete(draft, properties)
    return draft


def _chunks(text: str) -> list[Chunk]:
    """Return a chunk for each line that has words: an RTF's line is a paragraph, however short."""
    found: list[Chunk] = []
    place = gap = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            start = place + line.index(words)
            found.append(Chunk(start, start + len(words), shown(words), gap=gap))
        gap = 0 if words else gap + 1
        place += len(line) + 1
    return found


def _codepage(data: bytes) -> str:
    match = _PAGE.search(data[:4096])
    number = int(match[1]) if match else 1252
    name = {65001: "utf-8", 10000: "mac_roman"}.get(number, f"cp{number}")
    try:
        # Decoding nothing would not look the name up.
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name


def _without_binary(data: bytes) -> bytes:
    """Return the document without the raw bytes of its pictures, which would be taken for its words."""
    kept: list[bytes] = []
    place = 0
    while True:
        match = _BINARY.search(data, place)
        if match is None:
            return b"".join([*kept, data[place:]]) if kept else data
        kept.append(data[place : match.end()])
        place = match.end() + int(match[1])


def _sift(source: str, named: str) -> _Sieve:
    """Pass the tokens on that are words of the page, or shape them."""
    sieve = _Sieve()
    stack = [_Group()]
    for match in _TOKEN.finditer(source):
        if match["brace"] == "{":
            if len(stack) > _DEEPEST:
                raise ReadingError(f"{named} is nested too deeply to be a document; paste the article's words instead.")
            top = stack[-1]
            stack.append(_Group(top.hidden, top.deleted, top.fact, top.out))
            _pass(sieve, stack[-1], "{", shapes=True)
        elif match["brace"]:
            _pass(sieve, stack[-1], "}", shapes=True)
            if len(stack) > 1:
                stack.pop()
        elif match["word"]:
            _word(sieve, stack[-1], match)
        else:
            stack[-1].starred |= match["sign"] == "*" and stack[-1].fresh
            stack[-1].fresh = stack[-1].fresh and match["sign"] == "*"
            soft = match["sign"] == "-"
            _pass(sieve, stack[-1], "" if soft else match[0], shapes=match["sign"] == "*")
    return sieve


def _word(sieve: _Sieve, group: _Group, match: re.Match[str]) -> None:
    word, off = match["word"], match["number"] == "0"
    if group.fresh and word in _FACTS:
        group.fact = word
    elif group.fresh and word in _MACHINERY:
        # Encodings hang on the table of fonts: it passes, for it prints nothing.
        group.out = word != "fonttbl"
    elif word == "v":
        group.hidden = not off
    elif word == "deleted":
        group.deleted = not off
    elif word == "plain":
        group.hidden = group.deleted = False
    group.fresh = False
    shaped = r"\par " if word == "sect" else " " if word == "line" else match[0]
    _pass(sieve, group, shaped, shapes=word not in ("u", "line", "par", "tab", "cell", "row", "page", "sect"))


def _pass(sieve: _Sieve, group: _Group, token: str, *, shapes: bool) -> None:
    if group.fact:
        if token not in ("{", "}"):
            sieve.facts.setdefault(group.fact, []).append(token)
        elif not group.out:
            sieve.kept.append(token)
    elif token in ("{", "}") or (not group.out and (shapes or not (group.hidden or group.deleted))):
        sieve.kept.append(token)


def _words(source: str, page: str, named: str) -> str:
    from striprtf.striprtf import rtf_to_text

    try:
        text = rtf_to_text(source, page, "replace")
    except (LookupError, ValueError, TypeError, OverflowError) as error:
        raise ReadingError(
            f"{named} is damaged inside; open it, save it again, or paste the article's words."
        ) from error
    # A letter beyond the first plane is written as two halves.
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    lines = whole.replace("\r\n", "\n").replace("\r", "\n").replace("\u00ad", "").replace("\0", "").split("\n")
    # The bar between a table's cells is striprtf's, not the author's.
    return "\n".join(line.rstrip("|").replace("|", "\t") if line.endswith("|") else line for line in lines)


def _fact(sieve: _Sieve, name: str, page: str, named: str) -> str:
    parts = sieve.facts.get(name, [])
    return _words("{\\rtf1 " + "".join(parts[1:]) + "}", page, named).strip() if parts else ""


def _made(words: str) -> str:
    found = {key: int(number) for key, number in re.findall(r"\\(yr|mo|dy)(\d{1,4})", words)}
    if not {"yr", "mo", "dy"} <= found.keys():
        return ""
    return f"{found['yr']:04d}-{found['mo']:02d}-{found['dy']:02d}"
