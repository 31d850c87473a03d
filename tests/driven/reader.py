"""Reads the window as a screen reader does; run by the Python that has gi, it answers JSON lines on its input.

Each question is {"ask": ..., "name": ..., "role": ..., "part": ...}; each answer one line of JSON:
`tree` gives every control, `find` those in view with a name (or, with `part`, a name that begins like it), `focus`
what has the keyboard. A control is its role, name, states, the text in it, and its place on the screen as
[x, y, width, height].
"""

import json
import sys
from collections.abc import Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

APP = "DebatePrep"
STATES = ("FOCUSABLE", "FOCUSED", "SHOWING", "SENSITIVE", "CHECKED", "EDITABLE", "ACTIVE")
CELLS = ("table cell", "list item", "tree item", "page tab")


def states_of(node: Any) -> set[str]:
    """Return the states that matter here."""
    found = node.get_state_set()
    return {each.lower() for each in STATES if found.contains(getattr(Atspi.StateType, each))}


def walk(node: Any, *, hidden: bool) -> Iterator[tuple[Any, set[str]]]:
    """Give a control and all in it; without `hidden`, nothing that is out of view."""
    states = states_of(node)
    if not hidden and "showing" not in states and node.get_role_name() not in ("application", "filler"):
        return
    yield node, states
    for at in range(node.get_child_count()):
        child = node.get_child_at_index(at)
        if child is not None:
            yield from walk(child, hidden=hidden)


def app() -> Any:
    """Return the program, or None while it is not there."""
    desktop = Atspi.get_desktop(0)
    for at in range(desktop.get_child_count()):
        each = desktop.get_child_at_index(at)
        if each is not None and each.get_name() == APP:
            return each
    return None


def told(node: Any, states: set[str]) -> dict[str, Any]:
    """Return a control as plain values."""
    try:
        place = node.get_extents(Atspi.CoordType.SCREEN)
        rect = [place.x, place.y, place.width, place.height]
    except (GLib.Error, AttributeError):
        rect = [0, 0, 0, 0]
    text = ""
    if "editable" in states:
        text = Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))
    name, role = node.get_name() or "", node.get_role_name()
    return {"role": role, "name": name, "states": sorted(states), "text": text, "rect": rect}


def fits(node: Any, question: dict[str, Any]) -> bool:
    """Tell whether a control is one that was asked for."""
    name = node.get_name() or ""
    if question.get("part"):
        return question["part"] in name and question.get("role") in (None, node.get_role_name())
    return name == question.get("name") and question.get("role") in (None, node.get_role_name())


def has_keyboard(node: Any, states: set[str]) -> bool:
    """Tell whether a control has the focus; a row says so of itself even while its list has not, so the list counts."""
    return {"focusable", "focused", "showing"} <= states and node.get_role_name() not in CELLS


def answer(question: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the controls that were asked for; none while the program is not there."""
    root = app()
    if root is None:
        return []
    root.clear_cache()
    asked = question["ask"]
    nodes = walk(root, hidden=asked == "tree")
    if asked == "find":
        return [told(node, states) for node, states in nodes if fits(node, question)]
    if asked == "focus":
        return [told(node, states) for node, states in nodes if has_keyboard(node, states)][-1:]
    return [told(node, states) for node, states in nodes]


def main() -> None:
    """Answer until the input ends."""
    for line in sys.stdin:
        try:
            found = answer(json.loads(line))
        except GLib.Error:
            # Something went while it was being looked at; it is asked for again.
            found = []
        print(json.dumps(found), flush=True)


if __name__ == "__main__":
    main()
