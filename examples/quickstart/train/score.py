"""Print the README's figures from the committed outputs, without eval-gate: a second opinion on it.

    python score.py

Standard library only.
"""
from math import comb

from overlap import HERE, eval_rows, read


def mcnemar_exact(lost, gained):
    """Two-sided exact p: could a fair coin have split lost and gained like this?"""
    n, k = lost + gained, min(lost, gained)
    return min(1.0, 2 * sum(comb(n, i) for i in range(k + 1)) / 2**n)


def right(name, rows):
    outputs = {row["id"]: row["output"] for row in read(HERE / "out" / f"{name}.jsonl")}
    assert set(outputs) == {row["id"] for row in rows}
    return {row["id"]: outputs[row["id"]].strip() == row["reference"].strip() for row in rows}


def table(candidate):
    rows = eval_rows()
    base, tuned = right("base", rows), right(candidate, rows)
    groups = {"all": rows}
    for key in ("category", "difficulty"):
        for row in rows:
            groups.setdefault(row[key], []).append(row)
    for tag in ("adversarial", "critical"):
        groups[tag] = [row for row in rows if tag in row["tags"]]
    print(f"| {candidate} | n | base | candidate | delta | lost | gained | McNemar exact p |\n|---|--:|--:|--:|--:|--:|--:|--:|")
    for name, group in groups.items():
        n, b, c = len(group), sum(base[r["id"]] for r in group), sum(tuned[r["id"]] for r in group)
        lost = sum(base[r["id"]] and not tuned[r["id"]] for r in group)
        gained = sum(tuned[r["id"]] and not base[r["id"]] for r in group)
        print(f"| {name} | {n} | {b} ({b / n:.1%}) | {c} ({c / n:.1%}) | {(c - b) / n:+.4f} | {lost} | {gained} | {mcnemar_exact(lost, gained):.4g} |")
    print()


for name in ("candidate", "candidate_leaked"):
    table(name)
