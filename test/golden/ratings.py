"""Ratings of our own: two raters' labels, and ratings of several raters by unit with gaps."""

TWO_RATERS = [
    (["good", "bad", "good", "fair", "bad", "good", "fair"], ["good", "bad", "fair", "fair", "good", "good", "bad"]),
    ([1, 2, 3, 4, 5, 1, 2, 3], [1, 3, 3, 5, 5, 2, 2, 1]),
    (["yes"] * 18 + ["no"] * 2, ["yes"] * 17 + ["no", "yes", "no"]),
    ([i * 7 % 5 for i in range(60)], [(i * 7 + (i % 4 == 0)) % 5 for i in range(60)]),
    (["a", "b", "c", "d"], ["b", "c", "d", "a"]),
]
RATINGS = [
    [[1, 2, 3, None, 5], [1, 2, 4, 4, 5], [2, 2, 3, 4, None]],
    [[7, 8, 6, 9, 10, 3], [6, 8, 6, 9, 9, 4], [7, 7, 5, 9, 10, 2], [7, 8, 6, 8, 10, 3]],
    [[0.5, 1.5, -2, 0, None, 3], [0.5, 1, -2, 0.25, 4, None]],
    [[i * 5 % 7 for i in range(40)], [(i * 5 + (i % 3 == 0)) % 7 for i in range(40)], [i * 5 % 6 for i in range(40)]],
    [[1, 1, 0, 0, 1, 0, 1, 1], [1, 0, 0, 0, 1, 1, 1, 1], [1, 1, 0, 1, 1, 0, 0, 1]],
]
