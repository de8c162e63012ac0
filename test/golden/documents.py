"""Label sets and JSON documents of our own, for generate_fields.py."""

# Rows of (references, output), each a list of labels.
LABEL_SETS = [
    [(["a", "b"], ["a"]), (["b"], ["b", "c"]), (["c"], ["c"]), (["a", "c"], [])],
    [(["billing"], ["billing"]), (["billing", "late"], ["late", "billing"]), ([], ["late"]), ([], [])],
    [(["x"], ["y"]), (["y"], ["x"])],
    [(["r", "s", "t"], ["s", "t", "u"])] * 3 + [(["u"], ["u", "r"]), (["r"], ["s"])],
    [([f"l{(i * 7) % 5}", f"l{(i * 3) % 4}"], [f"l{(i * 5) % 5}", f"l{(i * 3) % 4}", f"l{i % 6}"]) for i in range(150)],
    [(["é", "日本"], ["日本"]), (["🙂"], ["🙂", "é"])],
]

# (output, reference)
DOCUMENTS = [
    ({"name": "Ada", "age": 36}, {"name": "Ada", "age": 37}),
    ({"a": 1}, {"a": "1"}),
    ({"a": True}, {"a": 1}),
    ({"a": None}, {"a": None, "b": None}),
    ({}, {}),
    ([], {}),
    ({}, {"a": 1}),
    ({"tags": []}, {"tags": []}),
    ({"tags": ["x"]}, {"tags": []}),
    ({"tags": ["x", "y", "y"]}, {"tags": ["y", "x", "x"]}),
    (["c", "a", "b"], ["a", "b", "c"]),
    (
        {"items": [{"sku": "B", "n": 2}, {"sku": "A", "n": 1}]},
        {"items": [{"sku": "A", "n": 1}, {"sku": "B", "n": 3}, {"sku": "C", "n": 1}]},
    ),
    # the greedy choice (best pair first) is not the best whole
    (
        [{"a": 1, "b": 1, "c": 1, "d": 1}, {"a": 1, "b": 1}],
        [{"a": 1, "b": 1, "c": 1, "x": 1}, {"c": 1, "d": 1, "a": 1}],
    ),
    ([[1, 2], [3]], [[3, 4], [2, 1]]),
    ([[1, [2, 3]], [[4], 5]], [[[4, 6], 5], [[3, 2], 1, 7]]),
    ({"o": {"p": {"q": [1, {"r": 2}]}}}, {"o": {"p": {"q": [{"r": 2, "s": 3}, 1]}}}),
    ("text", "text"),
    (1, 1.0),
    ({"__proto__": {"a": 1}, "constructor": 2}, {"__proto__": {"a": 1}, "toString": 2}),
    ({"a": {"b": 1}}, {"a": 1}),
    (
        [{"k": i % 4, "v": i % 3, "w": i % 5} for i in range(12)],
        [{"k": i % 5, "v": i % 4, "w": i % 3} for i in range(9)],
    ),
    (
        {"l": [{"t": [j % 3 for j in range(i)], "n": i % 2} for i in range(7)]},
        {"l": [{"t": [j % 4 for j in range(i)], "n": i % 3} for i in range(6, 1, -1)]},
    ),
]
