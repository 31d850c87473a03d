"""The mission's article is under copyright: no run of eight of its words stands anywhere in the project."""

import subprocess
from pathlib import Path

from debateprep.domain.words import words

ROOT = Path(__file__).resolve().parents[2]
RUN = 8


def runs(text: str) -> set[tuple[str, ...]]:
    folded = [word.folded for word in words(text)]
    return {tuple(folded[i : i + RUN]) for i in range(len(folded) - RUN + 1)}


def test_no_eight_words_of_the_article(real_article: Path) -> None:
    article = runs(real_article.read_text(encoding="utf-8"))
    assert article
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in listed.stdout.splitlines():
        path = ROOT / name
        if path.suffix in {".ttf", ".png", ".pdf", ".db"} or not path.is_file():
            continue
        found = runs(path.read_text(encoding="utf-8", errors="replace")) & article
        assert not found, f"{name} holds {len(found)} runs of the article"
