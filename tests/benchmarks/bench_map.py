"""How long the map's layout takes: CPU time, against sorting as many boxes by their place a hundred times.

Run: python tests/benchmarks/bench_map.py
"""

import random
import time

from debateprep.domain.tidy import ROOT, layout

SIZES = (1_000, 3_000, 10_000)


def tree(count: int, seed: int = 7) -> tuple[list[int], list[tuple[float, float]]]:
    """Return a tree as topics have them: a few wide levels, and chains of answers behind."""
    chance = random.Random(seed)
    parents = [ROOT]
    for number in range(1, count):
        recent = max(0, number - chance.choice((2, 10, 200, count)))
        parents.append(chance.randrange(recent, number))
    return parents, [(220.0, chance.choice((30.0, 44.0, 58.0, 90.0))) for _ in range(count)]


def cpu(run: object) -> float:
    best = 1e9
    for _ in range(7):
        start = time.process_time()
        run()  # type: ignore[operator]
        best = min(best, time.process_time() - start)
    return best


def main() -> None:
    for count in SIZES:
        parents, boxes = tree(count)
        spots = layout(parents, boxes)
        depth = len({spot.x for spot in spots})
        took = cpu(lambda p=parents, b=boxes: layout(p, b))
        order = [(spot.y, spot.x) for spot in spots]
        reference = cpu(lambda o=order: [sorted(o) for _ in range(100)])
        print(f"{count:6} boxes, depth {depth:4}: {took * 1000:6.1f} ms CPU; reference {reference * 1000:6.1f} ms")
    chain = [number - 1 for number in range(3_000)]
    print(f"a chain of 3,000: {cpu(lambda: layout(chain, [(220.0, 30.0)] * 3_000)) * 1000:.1f} ms CPU")


if __name__ == "__main__":
    main()
