"""What the make of a statement says: a rule, a contrast, a definition; or a scene, an event, an anecdote."""

import re

from debateprep.finding.cues import CueLists
from debateprep.finding.tokens import Tokens

_ED = re.compile(r"\w{3,}ed")
_GENERAL = frozenset("a an no most any each anyone anybody whoever all".split())
_NOT_GENERAL_NEXT = frozenset("few day night week month year morning evening time moment lot third half while".split())
_COPULA = frozenset("is are isn't aren't it's that's".split())
_IRREGULAR = frozenset(
    "made kept held told given taken seen done built found left sent paid put set shown known born spent lost sold cut"
    " written driven fed met run drawn".split()
)
_PERFECT = frozenset("has have hasn't haven't i've they've".split())
_I = frozenset("i me myself i've i'm i'd i'll".split())
_DEFINITE = frozenset("the its their his her our one two three some my".split())
_BEFORE_NOUNS = frozenset("the a an his her its their our my these those some many two three of in".split()) | {""}
_NOT_A_DEFINITION = frozenset("in at on there here now about under between from for being going asleep full".split())
_PLURAL = re.compile(r"\w{3,}(?<![suir])s")
_DOERS = frozenset("the our we its their every all both".split())
_MODALS = frozenset("should must ought".split())
_SIDE_WORDS = frozenset("that who which whom whose if when why whether assume assumes says say argue argues".split())
_SHORT_ADVERBS = frozenset("not also never always only often usually rarely seldom still nor".split())

_CONTRASTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # "It is not the river but the wall", "not only marks but manners"
        r"\bnot\b[^.;:?!]{2,60}?(?:,\s+|\s)but\b(?:\s\w+)?",
        # "A wall does not reduce a flood; it chooses who receives it."
        r"\b(?:not|n['’]t|never|no)\b[^.;:?!]{2,80}?[;:–—,]\s*(?:it|they|that|this|he|she|we)\b(?:['’]s|['’]re|\s\w+)",
        # "exposure, not instruction"
        r",\s+(?:and\s+)?not\s+(?:merely\s+|only\s+|just\s+)?\w+",
        # "The copy is for use and the original is for proof", "while a meadow mends itself"
        r"\b(?:while|whereas)\s+(?:a|an|the|those)\s\w+",
        r"\bone\b[^.;:?!]{3,60}\bthe other\b",
    )
)

# "What the town needs is …", "It is the parent who …"
_CLEFT = re.compile(
    r"(?:and\s+|but\s+|yet\s+|so\s+)?(?:(what)\b[^,;:?!.]{3,80}?\b(is|are)\b|(it\s+is\s[^,;:?!.]{3,60}\s(?:who|whom|that))\b)",
    re.IGNORECASE,
)


def statement(tokens: Tokens, lists: CueLists) -> dict[str, str]:
    """Return the features by which these words look like something argued, with the words that show it."""
    held: dict[str, str] = {}
    contrast = _sets_against(tokens)
    if contrast:
        held["antithesis"] = contrast
    if _narrates(tokens, lists):
        return held
    general = _general(tokens, lists)
    if general:
        held["general"] = general
    copula = "" if held else _defines(tokens)
    if copula:
        held["definition"] = copula
    cleft = _CLEFT.match(tokens.quote)
    if cleft:
        held["cleft"] = " … ".join(cleft.group(1, 2)) if cleft.group(1) else cleft.group(3)
    demand = _demands(tokens)
    if demand:
        held["demand"] = demand
    if tokens.folded[:1] == ("if",) and any(word in lists.verbs.present for word in tokens.folded[3:]):
        held["conditional"] = tokens.words[0].text
    return held


def account(tokens: Tokens) -> dict[str, str]:
    """Return the features by which these words look like telling rather than arguing."""
    held: dict[str, str] = {}
    mine = next((at for at, word in enumerate(tokens.folded) if word in _I or (word == "my" and at < 2)), None)
    if mine is not None:
        held["own_experience"] = tokens.words[mine].text
    perfect = _perfect(tokens)
    if perfect:
        held["event"] = perfect
    return held


def _narrates(tokens: Tokens, lists: CueLists) -> bool:
    """Tell whether the first verb is in the past."""
    return first_verb_past(tokens, lists) is True


def first_verb_past(tokens: Tokens, lists: CueLists) -> bool | None:
    """Tell whether the first verb that a word list knows is in the past; None when there is none."""
    before = ""
    for word in tokens.folded:
        if word in lists.verbs.present:
            return False
        if word in lists.verbs.past:
            return True
        if word in lists.verbs.asserting and word.endswith("s") and before not in _BEFORE_NOUNS:
            return False
        before = word
    return None


def _general(tokens: Tokens, lists: CueLists) -> str:
    """Return the opening of a statement about any such thing: "A wall", "Meadows", "Most people", "To ask"."""
    folded = tokens.folded
    first = _first(tokens)
    if len(folded) < first + 3:
        return ""
    word, following = folded[first], folded[first + 1]
    if word in _GENERAL and following not in _NOT_GENERAL_NEXT and not tokens.words[first + 1].text[0].isupper():
        return tokens.between(first, first + 2)
    if word == "those" and following in ("who", "whose"):
        return tokens.between(first, first + 2)
    if word == "we" and following in lists.verbs.asserting and following not in lists.verbs.past | _PERFECT:
        return tokens.between(first, first + 2)
    if word == "to" and following in lists.verbs.asserting and "is" in folded[first + 2 :]:
        return tokens.between(first, first + 2)
    if _PLURAL.fullmatch(word) and word not in lists.verbs.asserting:
        verb = first + 1 + (following in _SHORT_ADVERBS)
        if verb < len(folded) and folded[verb] in lists.verbs.asserting and folded[verb] not in lists.verbs.past:
            return tokens.between(first, verb + 1)
    return ""


def _first(tokens: Tokens) -> int:
    """Return where the statement begins after But, And and the like."""
    first = 0
    while first < len(tokens.folded) and tokens.folded[first] in ("and", "but", "yet", "so", "for", "because"):
        first += 1
    return first


def _defines(tokens: Tokens) -> str:
    """Return "is a …" where the words say what something is; a passive and a place are no definitions."""
    folded = tokens.folded
    for place in range(1, len(folded) - 1):
        if folded[place] not in _COPULA or folded[place - 1] in ("there", "here"):
            continue
        after = place + 1
        while after < len(folded) - 1 and folded[after] in _SHORT_ADVERBS:
            after += 1
        word = folded[after]
        if (
            word in _NOT_A_DEFINITION
            or word in _IRREGULAR
            or _ED.fullmatch(word)
            or word.endswith("ing")
            or word[0].isdigit()
        ):
            continue
        return tokens.between(place, after + 1)
    return ""


def _demands(tokens: Tokens) -> str:
    """Return "The town should" where the sentence says who should do what; "must be mended" names no doer."""
    folded = tokens.folded
    first = _first(tokens)
    if first >= len(folded):
        return ""
    opener = tokens.words[first]
    if folded[first] not in _DOERS and not (first and opener.text[0].isupper()):
        return ""
    for place in range(first + 1, min(first + 9, len(folded) - 1)):
        if folded[place] in _SIDE_WORDS or "," in tokens.gap(place):
            return ""
        if folded[place] in _MODALS:
            passive = folded[place] == "must" and folded[place + 1] == "be"
            return "" if passive or folded[place + 1] == "have" else tokens.between(first, place + 1)
    return ""


def _sets_against(tokens: Tokens) -> str:
    for pattern in _CONTRASTS:
        match = pattern.search(tokens.text, tokens.span.start, tokens.span.end)
        if match:
            return " ".join(match.group().strip(" ,;:–—").split())
    return ""


def _perfect(tokens: Tokens) -> str:
    """Return "has collected" where someone definite has done something."""
    folded = tokens.folded
    if not folded or folded[0] not in _DEFINITE:
        return ""
    for place in range(1, min(len(folded) - 1, 14)):
        if folded[place] in _PERFECT and folded[place + 1] != "to" and folded[place - 1] not in _MODALS:
            return tokens.between(place, place + 2)
        if folded[place] in _COPULA:
            return ""
    return ""
