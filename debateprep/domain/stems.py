"""Word stems for comparing what two short English texts are about; rough on purpose, never shown."""

from functools import lru_cache

STOP = frozenset(
    "a about after again all also am an and any are as at be because been before being between both but by can"
    " could did do does doing down during each either else even ever every few for from further get gets had"
    " has have having he her here hers him his how i if in into is it its just less let lets like made make"
    " makes many may me might mine more most much must my neither no nor not now of off on once one only or"
    " other our ours out over own per rather same say says said she should since so some still such than that"
    " the their theirs them then there these they this those though through to too under until up upon us very"
    " was we were what when where whether which while who whom whose why will with within without would yet you"
    " your yours it's that's there's isn't don't doesn't can't cannot won't becoming become becomes came come"
    " comes go goes going".split()
)

# Words that a fair tag may put for one another when it says the same thing.
_ALIKE = (
    "cut reduce lower decrease lessen shrink curb decline drop fall",
    "raise increase boost grow rise lift climb higher",
    "stop prevent avert halt block",
    "end eliminate eradicate abolish",
    "help aid assist benefit",
    "harm hurt damage injure",
    "kill death die deadly fatality",
    "cost expense price expensive",
    "job work employment employ",
    "student pupil child children kid",
    "car driver drive driving vehicle",
    "improve better gain enhance",
    "country nation state national",
    "soldier troop army force military",
    "poor poverty low-income",
    "quick fast faster speed rapid",
    "show demonstrate reveal find",
    "cause lead trigger produce create drive",
    "war conflict fight fighting",
    "big large great huge major",
    "protect secure defend safe safety safer",
)
_SUFFIXES = (
    ("ations", ""), ("ation", ""), ("ments", ""), ("ment", ""), ("ingly", ""), ("edly", ""),
    ("iest", "y"), ("ings", ""), ("ing", ""), ("ies", "y"), ("ied", "y"), ("ions", ""),
    ("ion", ""), ("ness", ""), ("ers", ""), ("est", ""), ("ed", ""), ("er", ""),
    ("es", ""), ("ly", ""), ("s", ""), ("e", ""),
)  # fmt: skip
_LEAST = 3


def _bare(word: str) -> str:
    word = word.removesuffix("'s").removesuffix("s'")
    for suffix, put in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _LEAST and not (suffix == "s" and word.endswith("ss")):
            word = word[: len(word) - len(suffix)] + put
            break
    if len(word) > _LEAST and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > _LEAST else word


_GROUP = {_bare(word): f"={group.split()[0]}" for group in _ALIKE for word in group.split()}


@lru_cache(maxsize=20_000)
def stem(folded: str) -> str:
    """Return the stem of a folded word; words that say much the same share one."""
    bare = _bare(folded)
    return _GROUP.get(bare, bare)


def content(folded: list[str]) -> list[str]:
    """Return the stems of the words that carry meaning, in order."""
    return [stem(word) for word in folded if word not in STOP and (len(word) > 1 or word.isdigit())]
