"""Writes the golden values of the reference implementations: `python generate.py` with requirements.txt installed.

Floats are Python's repr; files hold {"reference": ..., "cases": [...]}, one case a line.
"""

import json
import warnings
from fractions import Fraction
from pathlib import Path

import krippendorff
import nltk
import numpy
import rouge_score.rouge_scorer
import sacrebleu
import sklearn
import sklearn.metrics as skm
import statsmodels
from nltk.translate.bleu_score import SmoothingFunction, corpus_bleu
from sacrebleu.metrics import BLEU, CHRF, TER
from statsmodels.stats.inter_rater import cohens_kappa, fleiss_kappa

from pairs import LABELS, PAIRS
from ratings import RATINGS, TWO_RATERS
from shifts import SHIFTS

warnings.simplefilter("ignore")
HERE = Path(__file__).parent

BLEU_RUNS = [
    {},
    {"effective_order": True},
    {"tokenize": "intl", "smooth": "floor"},
    {"tokenize": "char", "smooth": "add-k", "max_order": 3},
    {"tokenize": "zh", "lowercase": True},
    {"tokenize": "none", "smooth": "none", "max_order": 2},
    {"smooth": "add-k", "smooth_value": 2.5, "effective_order": True},
    {"smooth": "floor", "smooth_value": 0.01},
]
CHRF_RUNS = [{}, {"word_order": 2}, {"char_order": 3, "word_order": 1, "beta": 1}, {"beta": 0.5}]
NLTK_RUNS = [{}, {"smoothing": "method1"}, {"weights": [0.5, 0.3, 0.2], "smoothing": "method1"}, {"weights": [1.0]}]
TER_RUNS = [
    {},
    {"normalized": True},
    {"normalized": True, "asian_support": True},
    {"no_punct": True, "asian_support": True, "case_sensitive": True},
    {"normalized": True, "no_punct": True, "asian_support": True},
]
ROUGE = ["rouge1", "rouge2", "rougeL", "rougeLsum"]
# Corpora of pairs, so that sums and several references are tried together.
CORPORA = [range(0, 15), range(0, 62, 3), range(20, 62), [15, 16, 17], [0], range(0, 62)]


def bleu(options):
    return BLEU(
        tokenize=options.get("tokenize", "13a"),
        smooth_method=options.get("smooth", "exp"),
        smooth_value=options.get("smooth_value"),
        lowercase=options.get("lowercase", False),
        effective_order=options.get("effective_order", False),
        max_ngram_order=options.get("max_order", 4),
    )


def references(indices):
    """sacrebleu's layout: one list per reference, None where a row has fewer."""
    most = max(len(PAIRS[i][1]) for i in indices)
    return [[PAIRS[i][1][n] if n < len(PAIRS[i][1]) else None for i in indices] for n in range(most)]


def nltk_bleu(options, indices):
    smoothing = getattr(SmoothingFunction(), options.get("smoothing", "method0"))
    lists = [[reference.split() for reference in PAIRS[i][1]] for i in indices]
    return corpus_bleu(
        lists,
        [PAIRS[i][0].split() for i in indices],
        weights=tuple(options.get("weights", (0.25,) * 4)),
        smoothing_function=smoothing,
    )


def overlap():
    for indices in [[i] for i in range(len(PAIRS))] + [list(corpus) for corpus in CORPORA]:
        outputs = [PAIRS[i][0] for i in indices]
        yield {
            "pairs": indices,
            "bleu": [bleu(o).corpus_score(outputs, references(indices)).score for o in BLEU_RUNS],
            "chrf": [CHRF(**o).corpus_score(outputs, references(indices)).score for o in CHRF_RUNS],
            "nltk_bleu": [nltk_bleu(o, indices) for o in NLTK_RUNS],
        }


def rouge():
    for index, (output, refs) in enumerate(PAIRS):
        case = {"pair": index}
        for stemmer in (False, True):
            scores = rouge_score.rouge_scorer.RougeScorer(ROUGE, use_stemmer=stemmer).score_multi(refs, output)
            case["stem" if stemmer else "nostem"] = [list(scores[name]) for name in ROUGE]
        yield case


def ter():
    """Pairs one by one, then texts with moved blocks, then two corpora."""
    groups = [[pair] for pair in PAIRS + SHIFTS] + [PAIRS, SHIFTS]
    for group in groups:
        outputs = [output for output, _ in group]
        most = max(len(refs) for _, refs in group)
        lists = [[refs[n] if n < len(refs) else None for _, refs in group] for n in range(most)]
        scores = [TER(**options).corpus_score(outputs, lists) for options in TER_RUNS]
        yield {"rows": len(group), "ter": [[s.score, s.num_edits, s.ref_length] for s in scores]}


def pass_at_k():
    """The estimator of Chen et al. 2021, 1 - C(n-c, k) / C(n, k), in exact fractions."""
    for n in (1, 2, 5, 20, 100):
        for c in sorted({0, 1, n // 3, n // 2, n - 1, n}):
            for k in sorted({1, 2, n // 2, n} & set(range(1, n + 1))):
                miss = Fraction(1)
                for i in range(k):
                    miss *= Fraction(max(0, n - c - i), n - i)
                yield {"n": n, "c": c, "k": k, "value": float(1 - miss)}


def agreement():
    for first, second in TWO_RATERS:
        seen = sorted(set(first) | set(second))
        table = skm.confusion_matrix(first, second, labels=seen)
        kappas = {str(w): skm.cohen_kappa_score(first, second, weights=w) for w in (None, "linear", "quadratic")}
        result = cohens_kappa(table)
        inference = [result.std_kappa, result.kappa_low, result.kappa_upp]
        yield {"first": first, "second": second, "labels": seen, "kappas": list(kappas.values()), "inference": inference}
    for ratings in RATINGS:
        data = numpy.array([[numpy.nan if r is None else r for r in rater] for rater in ratings], dtype=float)
        levels = ("nominal", "ordinal", "interval", "ratio")
        case = {"ratings": ratings, "alpha": [krippendorff.alpha(data, level_of_measurement=level) for level in levels]}
        if not numpy.isnan(data).any():
            domain = numpy.unique(data)
            table = numpy.array([[(unit == value).sum() for value in domain] for unit in data.T])
            case |= {"table": table.tolist(), "fleiss": [fleiss_kappa(table), fleiss_kappa(table, method="randolph")]}
        yield case


def labels():
    for true, predicted, weights in LABELS:
        repeated = [i for i, weight in enumerate(weights) for _ in range(weight)]
        case = {"references": true, "outputs": predicted, "weights": weights}
        for key, rows in (("whole", range(len(true))), ("weighted", repeated)):
            y, p = [true[i] for i in rows], [predicted[i] for i in rows]
            f1 = {name: skm.f1_score(y, p, average=name, zero_division=0) for name in ("macro", "weighted", "micro")}
            case[key] = {
                "accuracy": skm.accuracy_score(y, p),
                "macro_f1": f1["macro"],
                "weighted_f1": f1["weighted"],
                "micro_f1": f1["micro"],
                "balanced_accuracy": skm.balanced_accuracy_score(y, p),
                "mcc": skm.matthews_corrcoef(y, p),
                "report": skm.classification_report(y, p, zero_division=0),
            }
        yield case


def write(name, reference, head, cases):
    lines = ",\n".join(json.dumps(case) for case in cases)
    extra = "".join(f"{json.dumps(key)}: {json.dumps(value)},\n" for key, value in head.items())
    text = f'{{"reference": {json.dumps(reference)},\n{extra}"cases": [\n{lines}\n]}}\n'
    (HERE / name).write_text(text, encoding="ascii")


if __name__ == "__main__":
    versions = f"numpy {numpy.__version__}"
    write("pairs.json", "our own texts", {}, [{"output": output, "references": refs} for output, refs in PAIRS])
    write(
        "overlap.json",
        f"sacrebleu {sacrebleu.__version__}; nltk {nltk.__version__}; {versions}",
        {"runs": {"bleu": BLEU_RUNS, "chrf": CHRF_RUNS, "nltk_bleu": NLTK_RUNS}},
        overlap(),
    )
    write("rouge.json", f"rouge_score 0.1.2; nltk {nltk.__version__}; {versions}", {"names": ROUGE}, rouge())
    write("labels.json", f"scikit-learn {sklearn.__version__}; {versions}", {}, labels())
    shifts = {"pairs": [{"output": output, "references": refs} for output, refs in SHIFTS], "runs": TER_RUNS}
    write("ter.json", f"sacrebleu {sacrebleu.__version__}", shifts, ter())
    write("pass_at_k.json", "exact fractions", {}, pass_at_k())
    write(
        "agreement.json",
        f"scikit-learn {sklearn.__version__}; statsmodels {statsmodels.__version__}; krippendorff 0.9.0; {versions}",
        {},
        agreement(),
    )
