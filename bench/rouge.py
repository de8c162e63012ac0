"""rouge.py EVAL_SET PREDICTIONS...: prints {"file": mean rougeL F} as rouge_score has it, with stemming; files of JSON lines."""
import glob
import json
import sys

from rouge_score import rouge_scorer


def rows(pattern):
    for path in sorted(glob.glob(pattern)):
        with open(path, encoding="utf8") as lines:
            yield from map(json.loads, lines)


references = {row["id"]: row["reference"] for row in rows(sys.argv[1])}
scorer = rouge_scorer.RougeScorer(["rougeL"], use_stemmer=True)
means = {}
for path in sys.argv[2:]:
    scores = [scorer.score(references[row["id"]], row["output"])["rougeL"].fmeasure for row in rows(path)]
    means[path] = sum(scores) / len(scores)
print(json.dumps(means))
