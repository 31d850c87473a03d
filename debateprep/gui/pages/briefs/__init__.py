"""The Briefs page: both sides side by side, written as outlines, with rebuttal cards."""
