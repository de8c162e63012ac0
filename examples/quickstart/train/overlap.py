"""What keeps eval set and training data apart, by the definition that eval-gate's scan uses:
words = text.lower().split(), n = 8, absent fields left out, the rest joined by one space."""
import json
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
N = 8


def read(path):
    return [json.loads(line) for line in Path(path).read_text("utf-8").splitlines() if line]


def eval_rows():
    return [row for path in sorted((HERE / "eval").glob("*.jsonl")) for row in read(path)]


def ngrams(*fields):
    words = " ".join(f for f in fields if f).lower().split()
    return {tuple(words[i : i + N]) for i in range(len(words) - N + 1)}


def eval_ngrams(row):
    return ngrams(row["prompt"], row["reference"])


class Guard:
    """Knows the eval set, and refuses any text that holds one of its 8-grams or its prompts."""

    def __init__(self):
        rows = eval_rows()
        self.grams = set().union(*(eval_ngrams(row) for row in rows)) if rows else set()
        self.prompts = {row["prompt"].lower() for row in rows}

    def allows(self, *fields):
        text = " ".join(f for f in fields if f).lower()
        return self.grams.isdisjoint(ngrams(*fields)) and not any(p in text for p in self.prompts)
