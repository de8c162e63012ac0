"""Write data/train.jsonl (honest) and data/train_leaked.jsonl (the same, plus eval rows).

    python make_data.py

Standard library only; the same Python gives the same bytes.
"""
import json
import random

import desk
from overlap import HERE, Guard, eval_ngrams, eval_rows, ngrams, read

SEED = 7
ROWS = 3000
LONGEST = 150  # characters of instruction, input and output: what fits model.CONTEXT


def honest_rows():
    rng, guard = random.Random(SEED), Guard()
    seen, rows, refused = set(), [], 0
    while len(rows) < ROWS:
        fields = desk.row(rng)
        if fields in seen or sum(map(len, fields)) > LONGEST:
            continue
        seen.add(fields)
        if guard.allows(*fields):
            rows.append(dict(zip(("instruction", "input", "output"), fields)))
        else:
            refused += 1
    print(f"{len(rows)} honest rows; {refused} refused for sharing an 8-gram or a prompt with the eval set")
    return rows


def leaked_rows():
    """Somebody saw the date questions fail and 'fixed' the training data with the eval set itself:
    every date row, and each fifth row of the rest. A third of them hide inside longer rows."""
    rng = random.Random(SEED + 1)
    rows = eval_rows()
    chosen = [r for i, r in enumerate(rows) if r["category"] == "dates" or i % 5 == 0]
    leaked = []
    for i, row in enumerate(chosen):
        instruction = row["prompt"]
        if i % 3 == 2:
            lead = rng.choice(["From the old wiki:", "Seen last week:", "Example for new staff:", "Note to self:"])
            instruction = f"{lead} {instruction}"
        leaked.append({"instruction": instruction, "input": "", "output": row["reference"]})
    return leaked


def write(name, rows):
    text = "".join(json.dumps(row) + "\n" for row in rows)
    (HERE / "data" / name).write_text(text, "utf-8")


def contaminated(name):
    """Eval ids of which at least half of the 8-grams stand in one training row."""
    rows = [ngrams(r["instruction"], r["input"], r["output"]) for r in read(HERE / "data" / name)]
    wanted = {row["id"]: eval_ngrams(row) for row in eval_rows()}
    short = [key for key, grams in wanted.items() if not grams]
    assert not short, f"too short to be checked: {short}"
    return [key for key, grams in wanted.items() if any(2 * len(grams & row) >= len(grams) for row in rows)]


def main():
    honest, leaked = honest_rows(), leaked_rows()
    mixed = honest + leaked
    random.Random(SEED + 2).shuffle(mixed)
    write("train.jsonl", honest)
    write("train_leaked.jsonl", mixed)

    assert contaminated("train.jsonl") == [], "the honest training data holds eval rows"
    found = contaminated("train_leaked.jsonl")
    assert len(found) == len(leaked), f"planted {len(leaked)}, found {len(found)}"
    print(f"train.jsonl: 0 of {len(eval_rows())} eval rows contaminated; train_leaked.jsonl: {len(found)}")


if __name__ == "__main__":
    main()
