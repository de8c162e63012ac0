"""Texts of our own with moved blocks, for TER: (output, references). Long, repetitive and lopsided ones included."""

NAMES = "ash birch cedar elm fir hazel larch maple oak pine rowan spruce willow yew".split()


def walk(count, step, start=0):
    """Words without a simple order that repeat now and then."""
    return [NAMES[(start + i * step + i * i // 7) % len(NAMES)] for i in range(count)]


def moved(words, start, length, target):
    """The words with a block taken out and put elsewhere."""
    rest = words[:start] + words[start + length :]
    return rest[:target] + words[start : start + length] + rest[target:]


LONG = [f"n{i}" for i in range(140)]
SHIFTS = [
    ("d e f g h a b c", ["a b c d e f g h"]),
    ("On Tuesday the parcel arrives at noon", ["The parcel arrives at noon on Tuesday"]),
    ("the dog's. It's the cat's, not the dog's.", ["The cat's, not the dog's. It's the dog's."]),
    ("a a a b b b a a a", ["b b b a a a a a a", "a b a b a b a b a"]),
    (" ".join(moved(LONG, 100, 12, 20)), [" ".join(LONG)]),
    (" ".join(moved(LONG, 5, 9, 52)), [" ".join(LONG)]),
    (" ".join(moved(LONG, 5, 9, 60)), [" ".join(LONG)]),
    (" ".join(moved(moved(LONG, 30, 4, 10), 90, 3, 70)), [" ".join(LONG), " ".join(LONG[:70])]),
    (" ".join(walk(60, 3)), [" ".join(walk(60, 5))]),
    (" ".join(walk(100, 3)), [" ".join(walk(90, 3, 2))]),
    (" ".join(walk(120, 1)), [" ".join(walk(120, 1, 7))]),
    (" ".join(["same"] * 80 + ["other"] * 40), [" ".join(["other"] * 40 + ["same"] * 80)]),
    ("one two", [" ".join(walk(150, 3) + ["two", "one"])]),
    (" ".join(walk(150, 3) + ["two", "one"]), ["one two"]),
    (" ".join(LONG[40:] + LONG[:40]), [" ".join(LONG)]),
    (" ".join(LONG[::-1]), [" ".join(LONG)]),
]
