"""Writes logistic.json: statsmodels' logistic regression on one variable, with all three kinds of covariance.

`python generate_logistic.py` with requirements.txt installed. Floats are Python's repr, one case a line.
"""

import json
import warnings
from pathlib import Path

import numpy as np
import statsmodels
import statsmodels.api as sm

warnings.simplefilter("ignore")
HERE = Path(__file__).parent
RANDOM = np.random.default_rng(7)


def answers(x, intercept, slope, shares):
    """0 or 1, or with `shares` also 0.5 (two draws that disagree)."""
    p = 1 / (1 + np.exp(-(intercept + slope * x)))
    draws = RANDOM.random((2, len(x))) < p
    return draws.mean(axis=0) if shares else draws[0].astype(float)


def cases():
    x = np.round(RANDOM.uniform(-1, 1, 60), 4)
    yield "pairs alone", x, answers(x, 0.3, 1.2, True), np.arange(60)
    yield "clusters of three", x, answers(np.repeat(x[:20], 3), 0.3, 1.2, True), np.repeat(np.arange(20), 3)
    sizes = [1, 1, 2, 2, 3, 5, 8, 13, 1, 4]
    ids = np.repeat(np.arange(10), sizes)
    x = np.round(RANDOM.uniform(-0.8, 1, 40), 4)
    effect = RANDOM.normal(0, 1.5, 10)[ids]
    yield "unequal clusters with their own levels", x, answers(x, effect, 0.5, True), ids
    yield "two clusters", x, answers(x, 0, -1, False), np.arange(40) % 2
    x = np.round(RANDOM.uniform(0.90, 0.99, 50), 4)
    yield "far from 0", x, answers(x, -9, 10, True), np.arange(50) // 5
    x = np.arange(1, 25) / 25
    y = (x > 0.5).astype(float)
    y[[11, 12]] = y[[12, 11]]
    yield "nearly separated", x, y, np.arange(24) // 2
    x = np.round(RANDOM.uniform(-1, 1, 200), 4)
    yield "hardly ever a win", x, (np.arange(200) % 67 == 3).astype(float), np.arange(200) // 10
    yield "shares of all sizes", x, np.round(RANDOM.random(200) ** 3, 4), np.arange(200) // 10


def result(x, y, ids):
    design = sm.add_constant(x)
    model = sm.GLM(y, design, family=sm.families.Binomial())
    fits = {
        "model": model.fit(tol=1e-14, maxiter=500),
        "hc0": model.fit(tol=1e-14, maxiter=500, cov_type="HC0"),
        "cluster": model.fit(tol=1e-14, maxiter=500, cov_type="cluster", cov_kwds={"groups": ids}),
    }
    covariances = {name: np.asarray(fit.cov_params())[[0, 1, 0], [0, 1, 1]].tolist() for name, fit in fits.items()}
    return {"params": fits["model"].params.tolist(), **covariances}


def main():
    lines = [
        json.dumps({"name": name, "x": x.tolist(), "y": y.tolist(), "ids": ids.tolist(), "expected": result(x, y, ids)})
        for name, x, y, ids in cases()
    ]
    head = json.dumps({"reference": f"statsmodels {statsmodels.__version__} GLM(Binomial)"})
    body = ",\n".join(lines)
    (HERE / "logistic.json").write_text(f'{head[:-1]}, "cases": [\n{body}\n]}}\n')


main()
