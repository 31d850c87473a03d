"""Prepare both sides of a debate offline: positions, briefs, rebuttal cards and printed pages."""

__version__ = "0.1.0"
