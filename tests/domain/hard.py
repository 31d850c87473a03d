"""Pieces of text that break careless offsets: clusters, marks, two directions, blanks that do not look like one."""

from hypothesis import strategies as st

HARD = (
    "👩🏽‍🚀",
    "🇺🇦",
    "é",
    "a\u0301",
    "\r\n",
    "\u00a0",
    "שלום",
    "مرحبا",
    "\u200f",
    "\u00ad",
    "naïve",
    "don’t",
    "12,000",
    " ",
    "x-y",
    "—",
    "“so”",
    "...",
    "…",
)
PIECE = st.sampled_from(HARD) | st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
