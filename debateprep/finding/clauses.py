"""Cut a sentence into the clauses that can stand as positions of their own, and find its turns."""

import re
from dataclasses import dataclass
from itertools import pairwise

from debateprep.domain.article import Span
from debateprep.finding.cues import Verbs
from debateprep.finding.tokens import Tokens, quoted_spans

_MIN_WORDS = 5
_CUT = re.compile(
    r"(?P<stop>;\s+|:\s+|\s+[–—-]\s+|—)"
    r"|,\s+(?P<turn>(?:and\s+)?(?:but|yet|nonetheless|nevertheless)\b)"
    r"|,\s+(?P<join>(?:so|whereas|while|whilst|though|although|because|since|for|as|or else|otherwise)\b)"
    r"|,\s+(?P<tail>(?:whose|which|who|where|including|whether)\b)"
    r"|,\s+(?P<also>and\s+(?:so\s+)?(?=(?:we|it|they|he|she|i|you|this|that|there|nobody|no one|nothing)\b"
    r"|(?:[\w’'-]+\s+){1,4}(?:is|are|was|were|has|have|will|would|can|could|must|should|does|do)\s))",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"(?:(?:and\s+)?(?:but|yet)(?:\s+(?:nonetheless|nevertheless|still))?|and(?:\s+so)?|so|whereas|whilst|while"
    r"|although|though|even\s+though|even\s+if|nonetheless|nevertheless|because|since|for|otherwise|or\s+else|as)\b[\s,]+",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"(?:but\s+|and\s+|yet\s+)?(?:whilst|while|although|though|even\s+though|even\s+if)\s", re.IGNORECASE
)
_ED = re.compile(r"\w{3,}ed")
_AUXILIARIES = frozenset(
    "is are was were has have had can cannot could will would should may might must does do did".split()
)
_LIST_COMMA_WORDS = frozenset("and or nor which who whose whom where including such as".split())


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause and how it hangs on what stands before it: "turn", "join", "stop", "also" or "" for the first."""

    span: Span
    link: str


def is_subordinate(sentence: Tokens) -> bool:
    """Tell whether the sentence opens with While, Although or the like."""
    return bool(_SUBORDINATE.match(sentence.text, sentence.span.start, sentence.span.end))


def has_verb(tokens: Tokens, verbs: Verbs) -> bool:
    """Tell whether the words assert something, as far as a word list can tell."""
    return any(word in verbs.asserting or _ED.fullmatch(word) for word in tokens.folded)


def stands_alone(tokens: Tokens, verbs: Verbs) -> bool:
    """Tell whether the words can be read as a clause: long enough, with a verb that does not come first."""
    if len(tokens.words) < _MIN_WORDS or tokens.folded[0] in _AUXILIARIES:
        return False
    return tokens.folded[0] not in _LIST_COMMA_WORDS and has_verb(tokens, verbs)


def clauses(sentence: Tokens, verbs: Verbs) -> list[Clause]:
    """Return the clauses of a sentence in order; none when it cannot be cut.

    A leading But, And or While is left out, and so is the punctuation at the cuts.
    """
    text, span = sentence.text, sentence.span
    cuts = _cuts(sentence, verbs)
    if not cuts:
        return []
    edges = [(span.start, span.start, ""), *cuts, (span.end, span.end, "")]
    found = []
    for (_, first, link), (last, _, _) in pairwise(edges):
        tidy = _tidy(text, first, last)
        if tidy and stands_alone(sentence.within(tidy), verbs):
            found.append(Clause(tidy, link))
    return found


def _cuts(sentence: Tokens, verbs: Verbs) -> list[tuple[int, int, str]]:
    """Return where one clause ends, where the next begins, and the kind of link between them."""
    text, span = sentence.text, sentence.span
    closed = _closed(text, span)
    cuts: list[tuple[int, int, str]] = []
    for match in _CUT.finditer(text, span.start, span.end):
        if match.start() in closed:
            continue
        kind = match.lastgroup or "stop"
        begins = match.end() if kind == "stop" else match.start(kind)
        cuts.append((match.start(), begins, "turn" if kind == "stop" and _turns(text, begins) else kind))
    main = _main_clause(sentence, [cut[0] for cut in cuts], verbs, closed)
    if main is not None:
        cuts = sorted({main, *(cut for cut in cuts if cut[0] != main[0])})
    return cuts


_TURN = re.compile(r"(?:but|yet|nonetheless|nevertheless)\b", re.IGNORECASE)


def _turns(text: str, place: int) -> bool:
    return bool(_TURN.match(text, place))


def _main_clause(
    sentence: Tokens, cuts: list[int], verbs: Verbs, closed: frozenset[int]
) -> tuple[int, int, str] | None:
    """Return the turn from "While X" to the main clause: at a comma, or at the dash that closes an insertion."""
    text, span = sentence.text, sentence.span
    if not is_subordinate(sentence):
        return None
    limit = cuts[0] if cuts else span.end
    for index in range(3, len(sentence.words)):
        place = sentence.words[index - 1].end
        if place >= limit:
            break
        if not sentence.gap(index).startswith(",") or place in closed:
            continue
        rest = sentence.within(Span(sentence.words[index].start, span.end))
        if stands_alone(rest, verbs) and has_verb(sentence.within(Span(span.start, place)), verbs):
            return place, sentence.words[index].start, "turn"
    dashes = [place for place in cuts if text[place : place + 3].strip() in ("–", "—", "-")]
    if len(dashes) >= 2:
        begins = next((word.start for word in sentence.words if word.start > dashes[1]), None)
        if begins is not None:
            return dashes[1], begins, "turn"
    return None


def _closed(text: str, span: Span) -> frozenset[int]:
    """Return the places inside quotation marks or brackets, where nothing is cut."""
    inside = {place for quote in quoted_spans(text, span) for place in range(quote.start, quote.end)}
    opened = -1
    for place in range(span.start, span.end):
        if text[place] in "([" and opened < 0:
            opened = place
        elif text[place] in ")]" and opened >= 0:
            inside.update(range(opened, place))
            opened = -1
    return frozenset(inside)


def _tidy(text: str, start: int, end: int) -> Span | None:
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:–—-"):
        end -= 1
    while start < end and (text[start].isspace() or text[start] in ",;:–—-"):
        start += 1
    lead = _LEADING.match(text, start, end)
    if lead:
        start = lead.end()
    return Span(start, end) if start < end else None
