"""make_golden.py [GSM8K]: writes fixtures/ngram.json and fixtures/python-words.json, the expected values of the contamination
tests; with a folder that holds GSM8K's eval.jsonl and train.jsonl also fixtures/gsm8k.json (ids, lines and shares, no text).

Python itself is the reference: words are text.lower().split(), and every figure is computed from its definition in
docs/contamination.md by brute force, pair by pair. Standard library only; the same output on every run of one Python.
"""
import json
import os
import random
import sys
import unicodedata

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "fixtures")


def words(text):
    return text.lower().split()


def grams(ws, n):
    return [tuple(ws[i : i + n]) for i in range(len(ws) - n + 1)]


def longest_common_span(a, b):
    best, row = 0, [0] * (len(b) + 1)
    for x in a:
        new = [0] * (len(b) + 1)
        for j, y in enumerate(b, 1):
            if x == y:
                new[j] = row[j - 1] + 1
                best = max(best, new[j])
        row = new
    return best


def expand(rows):
    """A row is (text), or [template, count], in which {i} counts from 0."""
    out = []
    for row in rows:
        if isinstance(row, str):
            out.append(row)
        else:
            out += [row[0].replace("{i}", str(i)) for i in range(row[1])]
    return out


def joined(*texts):
    return " ".join(t for t in texts if t != "")


def solve(case):
    n, evals = case["n"], case["eval"]
    texts = [joined(q, a) for q, a in evals]
    ewords = [words(t) for t in texts]
    egrams = [grams(w, n) for w in ewords]
    esets = [set(g) for g in egrams]
    df = {}
    for s in esets:
        for g in s:
            df[g] = df.get(g, 0) + 1
    train = [(f, line, words(t)) for f, rows in enumerate(case["train"]) for line, t in enumerate(expand(rows), 1)]
    tsets = [set(grams(w, n)) for _, _, w in train]
    rows = {}
    for s in tsets:
        for g in s & df.keys():
            rows[g] = rows.get(g, 0) + 1
    shared_grams = {g for g in df if df[g] > 0.01 * len(evals) and rows.get(g, 0) > 1000}

    pairs, best = [], [[] for _ in evals]
    for order, ((f, line, tw), ts) in enumerate(zip(train, tsets)):
        for e, es in enumerate(esets):
            common = es & ts
            if not common:
                continue
            best[e].append((-len(common), order, f, line))
            if not case["all_pairs"] and common <= shared_grams:
                continue
            border = len(words(evals[e][0]))
            at = [i for i, g in enumerate(egrams[e]) if g in common]
            question, answer = any(i < border for i in at), any(i + n > border for i in at)
            share = len(common) / len(es)
            pairs.append([
                e, f, line, "substantial" if share >= 0.5 else "partial", share,
                longest_common_span(ewords[e], tw), "both" if question and answer else "question" if question else "answer",
            ])

    shared_text, reported = [], set()
    for e, gs in enumerate(egrams):
        i = 0
        while i < len(gs):
            k, key = i, (df[gs[i]], rows.get(gs[i], 0))
            while k < len(gs) and gs[k] in shared_grams - reported and (df[gs[k]], rows[gs[k]]) == key:
                reported.add(gs[k])
                k += 1
            if k > i:
                shared_text.append([" ".join(texts[e].split()[i : k + n - 1]), *key])
            i = max(k, i + 1)

    examples = [
        [e, -top[0][0] / len(esets[e]), [[f, line] for _, _, f, line in top[:3]]]
        for e, top in enumerate(map(sorted, best)) if top
    ]
    if sum(len(p) for p in pairs) > 6000:  # enough to see a difference, not a file of megabytes
        pairs = {"count": len(pairs), "per_example": [sum(p[0] == e for p in pairs) for e in range(len(evals))]}
    return {
        "pairs": pairs,
        "examples": sorted(examples, key=lambda x: -x[1]),
        "undecidable": [e for e, w in enumerate(ewords) if len(w) < n],
        "shared_text": sorted(shared_text, key=lambda s: (-s[2], -s[1])),
    }


def cases():
    story = (
        "A baker sells 12 loaves every morning and twice as many rolls in the afternoon how many things does she sell",
        "She sells 12 loaves and 24 rolls so in total 12 + 24 = 36 things each day",
    )
    yield "leaks of the whole, the question, the answer, and a phrase", 8, [
        story,
        ("Name the river that flows through the old town of the northern capital please", "the long river"),
        ("Too short", "to tell"),
        ("exactly eight words stand in this one here", ""),
        ("", "an answer alone can be enough to find a leak in a corpus of text"),
        ("", ""),
    ], [[
        joined(*story),
        story[0].upper(),
        "before it " + story[1] + " and after it",
        "every morning and twice as many rolls in the afternoon is all that they share",
        "nothing in common with any of the others at all in this row",
        "EXACTLY eight words\tstand\nin this  one here",
        "exactly eight words stand in this one",
    ], ["how many things does she sell she sells 12 loaves", "flows through the old town of the northern capital please the long river"]]

    odd = "\u00c9t\u00e9 \u0130stanbul \u039f\u0394\u039f\u03a3 \u01c5 \u1e9e \uff21 \u212a \ufeffmark na\u00efve \ud83d\ude00 \ud800 end"
    yield "white space and case as Python has them", 3, [(odd, "plain words at last"), ("one\ufefftwo three four five", "")], [[
        odd.lower() + " plain",
        odd.replace(" ", "\u3000\u1680"),
        odd.replace(" ", "\u0085\x1c"),
        odd.replace(" ", "\u200b"),  # a zero-width space is not white space
        odd.replace("\u0130", "i\u0307").replace("\u039f\u0394\u039f\u03a3", "\u03bf\u03b4\u03bf\u03c2"),
        odd.replace("\u039f\u0394\u039f\u03a3", "\u03bf\u03b4\u03bf\u03c3"),
        "one\ufefftwo three four and one two three four five",
    ]]

    rng = random.Random(5)
    say = lambda most: " ".join(rng.choice("abc") for _ in range(rng.randint(0, most)))
    yield "few words, many repeats", 3, [(say(12), say(8)) for _ in range(25)], [[say(25) or "a" for _ in range(40)]]
    rng = random.Random(6)
    yield "n of 2", 2, [(say(9), say(5)) for _ in range(12)], [[say(14) or "b" for _ in range(30)]]

    prefix = "You are a careful assistant who answers in one short sentence"
    evals = [(f"{prefix} about topic{e}", f"fact{e} is what one has to say about topic{e} in the end") for e in range(8)]
    evals += [(f"Unrelated question number{e} asks for the one thing that nobody else asks for", f"thing{e}") for e in range(4)]
    often = "a question number7 asks for the one thing that is here"
    for all_pairs in (False, True):
        yield f"shared text, all pairs {'on' if all_pairs else 'off'}", 8, evals, [
            [[f"{prefix} about row{{i}}", 700], joined(*evals[3]), f"{prefix} about topic5 fact5 is what", [often, 1000]],
            [[f"{{i}} {prefix} again", 700], "careful assistant who answers in one short sentence alone"],
        ], all_pairs
    # One row more, and the n-gram of a single example (1 of 12 is more than 1%) is shared text too.
    yield "one row above the limit", 8, evals, [[["asks for the one thing that nobody else {i}", 1001]]]
    yield "at the limit", 8, evals, [[["asks for the one thing that nobody else {i}", 1000]]]

    phrase = "one two three four five six seven eight nine".split()
    yield "the best rows come after their n-grams turned out to be shared text", 8, [(" ".join(phrase), f"and thing{e}") for e in range(3)], [
        [[" ".join(phrase[:-1]) + " {i}", 1001], ["{i} " + " ".join(phrase[1:]), 1001], ["{i} " + " ".join(phrase), 5], " ".join(phrase) + " and thing1"],
    ]

    again = "again " * 700
    yield "one word over and over", 8, [("stop " + again + "and " + again, "now"), (again, again + "at last")], [
        [again + "and " + again * 2 + "stop", "never " + again + "and " + "again " * 90, "again " * 20],
    ]

    # 1 of 100 examples is not more than 1%, 2 of 100 are.
    evals = [(f"question{e} has eight words that nobody else has", "") for e in range(98)]
    evals += [("these eight words stand in two examples both", f"once{e}") for e in range(2)]
    yield "one in a hundred", 8, evals, [[[evals[0][0] + " {i}", 1001], [evals[-1][0] + " {i}", 1001]]]


def golden():
    out = []
    for name, n, evals, train, *rest in cases():
        case = {"name": name, "n": n, "all_pairs": bool(rest and rest[0]), "eval": evals, "train": train}
        out.append({**case, "expected": solve(case)})
    return out


def gsm8k(folder, n=8):
    """{id: {training line: share of the id's distinct n-grams in that line}}"""
    read = lambda name: [json.loads(line) for line in open(os.path.join(folder, name), encoding="utf8")]
    evals = {r["id"]: set(grams(words(r["prompt"] + " " + r["reference"]), n)) for r in read("eval.jsonl")}
    holders = {}
    for id, gs in evals.items():
        for g in gs:
            holders.setdefault(g, []).append(id)
    found = {}
    for line, r in enumerate(read("train.jsonl"), 1):
        for g in set(grams(words(r["question"] + " " + r["answer"]), n)) & holders.keys():
            for id in holders[g]:
                lines = found.setdefault(id, {})
                lines[line] = lines.get(line, 0) + 1
    return {id: {line: count / len(evals[id]) for line, count in found[id].items()} for id in evals if id in found}


def python_words():
    """Python's lower() and split() over all code points, with those that its Unicode version does not know."""
    points = [c for c in range(0x110000) if not 0xD800 <= c <= 0xDFFF]
    unknown, run = [], None
    for c in points:
        if unicodedata.category(chr(c)) != "Cn":
            run = None
        elif run is not None and run[1] == c - 1:
            run[1] = c
        else:
            run = [c, c]
            unknown.append(run)
    return {
        "unicode": unicodedata.unidata_version,
        "lower": [[c, chr(c).lower()] for c in points if chr(c).lower() != chr(c)],
        "white_space": [c for c in points if f"a{chr(c)}b".split() == ["a", "b"]],
        "unknown": unknown,
    }


def write(name, value):
    lines = ",\n".join(json.dumps(v) for v in value) if isinstance(value, list) else ""
    with open(os.path.join(HERE, name), "w", encoding="ascii") as f:
        f.write(f"[\n{lines}\n]\n" if isinstance(value, list) else json.dumps(value) + "\n")


os.makedirs(HERE, exist_ok=True)
write("ngram.json", golden())
write("python-words.json", python_words())
if len(sys.argv) > 1:
    write("gsm8k.json", gsm8k(sys.argv[1]))
print("written by Python", sys.version.split()[0], "Unicode", unicodedata.unidata_version)
