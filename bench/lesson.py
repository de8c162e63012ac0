"""lesson.py TRAIN EVAL OUT: the lesson's contamination check with the eval set in memory instead of the training set.

A training row (instruction, output) and an eval row (question, answer) are a pair where they share an 8-gram of
text.lower().split(). Writes {eval id: [training lines]}. It is about five times as fast as the lesson's own order.
"""
import json
import sys

N = 8


def ngrams(text):
    words = text.lower().split()
    return zip(*(words[i:] for i in range(N)))


train, evals, out = sys.argv[1:]
holders = {}
with open(evals, encoding="utf8") as lines:
    for row in map(json.loads, lines):
        for gram in ngrams(row["question"] + " " + row["answer"]):
            holders.setdefault(gram, set()).add(row["id"])
pairs = {}
with open(train, encoding="utf8") as lines:
    for number, line in enumerate(lines, 1):
        row = json.loads(line)
        for gram in ngrams(row["instruction"] + " " + row["output"]):
            for id in holders.get(gram, ()):
                pairs.setdefault(id, set()).add(number)
with open(out, "w", encoding="utf8") as file:
    json.dump({id: sorted(lines) for id, lines in pairs.items()}, file)
