"""Writes independent.json: two independent groups compared, by statsmodels and scipy.

`python generate_independent.py` with requirements.txt installed. Floats are Python's repr, one case a line.
"""

import json
from pathlib import Path

import numpy as np
import scipy
import statsmodels
from scipy.stats import fisher_exact, permutation_test
from statsmodels.stats.proportion import confint_proportions_2indep

HERE = Path(__file__).parent
TABLES = [
    (56, 70, 48, 80), (9, 10, 3, 10), (6, 7, 2, 7), (5, 56, 0, 29), (0, 10, 0, 20), (0, 10, 0, 10),
    (10, 10, 0, 20), (10, 10, 0, 10),  # Newcombe 1998, table II
    (1, 1, 514, 1318), (3, 3, 400, 1300), (28, 30, 487, 1289), (0, 2, 700, 1317), (1, 1, 1, 1), (600, 1000, 90000, 150000),
]
GROUPS = [
    ("two against five", [0.9, 0.95], [0.1, 0.4, 0.35, 0.2, 0.5]),
    ("ties", [1, 1, 0.5], [0.5, 0.5, 0.25, 1, 0]),
    ("no difference", [0.2, 0.4, 0.6], [0.3, 0.4, 0.5]),
    ("one far away", [0.99, 0.97], [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]),
]


def main():
    proportions = []
    for hits, n, other_hits, other in TABLES:
        table = [[hits, n - hits], [other_hits, other - other_hits]]
        ci = confint_proportions_2indep(hits, n, other_hits, other, method="newcomb", compare="diff")
        proportions.append({"table": [hits, n, other_hits, other], "ci": [float(end) for end in ci],
                            "p": float(fisher_exact(table)[1])})
    means = []
    for name, a, b in GROUPS:
        means.append({"name": name, "a": a, "b": b, "p": exact(a, b)})
    head = {"reference": f"statsmodels {statsmodels.__version__}, scipy {scipy.__version__}"}
    lines = [f'"proportions": {listed(proportions)}', f'"means": {listed(means)}']
    (HERE / "independent.json").write_text("{" + json.dumps(head)[1:-1] + ",\n" + ",\n".join(lines) + "}\n")


def listed(rows):
    return "[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]"


def exact(a, b):
    """All assignments; scipy's two-sided p of |difference| as the statistic."""
    statistic = lambda x, y, axis: np.abs(np.mean(x, axis=axis) - np.mean(y, axis=axis))
    return float(permutation_test((a, b), statistic, vectorized=True, n_resamples=np.inf, alternative="greater").pvalue)


main()
