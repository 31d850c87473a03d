"""Heights of words that are summed agree with those of words that are laid out."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from debateprep.gui.pages.briefs.measure import height_of
from debateprep.gui.pages.briefs.paint import Words
from tests.gui.boards import said

TEXTS = st.integers(0, 10**6).map(lambda seed: said(Random(seed), 60)) | st.text(max_size=80)


@settings(max_examples=200)
@given(TEXTS, st.integers(20, 500), st.sampled_from((0, 1, 3)), st.sampled_from(("line", "small", "claim")))
def test_what_is_summed_is_what_is_laid_out(qapp: QApplication, text: str, width: int, lines: int, kind: str) -> None:
    assert height_of(Words(text, kind, lines=lines), width) == Words(text, kind, lines=lines).height(width)
