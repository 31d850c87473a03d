"""Labels' looks: each colour has a shape of its own that lies in its square."""

import pytest

from debateprep.domain.label_shapes import outline
from debateprep.domain.labels import LabelColour, names
from debateprep.domain.model import Label


def area(points: tuple[tuple[float, float], ...]) -> float:
    pairs = zip(points, (*points[1:], points[0]), strict=True)
    return abs(sum(x * down - right * y for (x, y), (right, down) in pairs)) / 2


@pytest.mark.parametrize("colour", LabelColour)
def test_a_shape_lies_in_its_square_and_fills_a_good_part(colour: LabelColour) -> None:
    points = outline(colour.shape)
    assert all(-0.01 <= x <= 1.01 and -0.01 <= y <= 1.01 for x, y in points)
    assert 0.2 < area(points) < 0.8
    wide, high = (max(each) - min(each) for each in zip(*points, strict=True))
    assert wide > 0.7
    assert high > 0.7


def test_shapes_differ() -> None:
    assert len({outline(each.shape) for each in LabelColour}) == len(LabelColour)


def test_names_are_read_out_in_order() -> None:
    assert names([]) == ""
    assert names([Label(name="money"), Label(name="who rides")]) == "money, who rides"
