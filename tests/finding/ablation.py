"""Print how the figures move when each rule is turned off in turn: `python -m tests.finding.ablation [ARTICLE]`.

Each cell is the thesis rank and the precision of the first ten; ARTICLE is the article that the shipped sample
restates, when it is at hand. A rule is a cue or a feature of `resources/finding/cues.toml`.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import mean

from debateprep.finding.cues import CueLists, cue_lists
from tests.finding.measuring import DEVELOPMENT, HELD_OUT, SECOND, Fared, Gold, fare, gold_of, gold_of_real


def without_each(lists: CueLists) -> Iterator[tuple[str, CueLists]]:
    """Yield each rule's name and the lists without it."""
    for index, cue in enumerate(lists.cues):
        rest = lists.cues[:index] + lists.cues[index + 1 :]
        yield f"{cue.label}{' (at start)' if cue.at_start else ''}", replace(lists, cues=rest)
    for name, feature in lists.features.items():
        yield f"· {feature.label}", replace(lists, features={**lists.features, name: replace(feature, weight=0.0)})


def cell(fared: Fared) -> str:
    return f"{fared.thesis_rank or '–'!s:>3}/{fared.precision:.2f}"


def average(fared: Sequence[Fared]) -> str:
    return f"{mean(each.precision for each in fared):6.3f}"


def row(name: str, groups: Sequence[Sequence[Gold]], lists: CueLists) -> str:
    fared = [[fare(gold, lists) for gold in group] for group in groups]
    return f"{name:38}" + "  |".join(
        "".join(f"{cell(f):>9}" for f in group) + average(group) for group in fared if group
    )


def table(groups: Sequence[Sequence[Gold]], lists: CueLists) -> Iterator[str]:
    heads = ("".join(f"{gold.name[:8]:>9}" for gold in group) + "   mean" for group in groups if group)
    yield f"{'rule turned off':38}" + " |".join(heads)
    full = row("none", groups, lists)
    yield full
    for name, fewer in without_each(lists):
        line = row(name, groups, fewer)
        same = line[38:] == full[38:]
        yield f"{name:38}   (no figure moves)" if same else line


def main() -> None:
    groups = [[gold_of(path) for path in paths] for paths in (DEVELOPMENT, SECOND, HELD_OUT)]
    groups.append([gold_of_real(Path(sys.argv[1]))] if len(sys.argv) > 1 else [])
    print("\n".join(table(groups, cue_lists())))


if __name__ == "__main__":
    main()
