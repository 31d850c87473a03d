"""What tests wait for, asked in a way that keeps the value of its own turn of a loop."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def becomes(ask: Callable[[], T], wanted: T) -> Callable[[], bool]:
    """Return the question whether the answer is what is wanted by now."""
    return lambda: ask() == wanted


def leaves(ask: Callable[[], T], before: T) -> Callable[[], bool]:
    """Return the question whether the answer is no longer what it was before."""
    return lambda: ask() != before
