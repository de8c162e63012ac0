"""Writes intervals.json: the definitions of docs/statistics.md followed literally, with explicit matrices and searches."""

import json
from pathlib import Path

import numpy as np
import scipy
import statsmodels
from scipy.optimize import brentq, minimize_scalar
from scipy.stats import norm, t
from statsmodels.stats.proportion import proportion_confint

HERE = Path(__file__).parent
CONFIDENCE = 0.95


def quantile(df):
    return t.ppf((1 + CONFIDENCE) / 2, max(1, df))


def score_test(lost, gained, n, delta):
    """Tango's statistic squared: the nuisance chance of a loss by a search for the largest likelihood."""

    def cells(loss):
        return np.array([loss, loss + delta, 1 - 2 * loss - delta])

    def minus_log_likelihood(loss):
        counts = np.array([lost, gained, n - lost - gained])
        p = np.maximum(cells(loss), 1e-300)
        return -np.sum(np.where(counts > 1e-12, counts * np.log(p), 0))

    low, high = max(0, -delta), (1 - delta) / 2
    found = minimize_scalar(minus_log_likelihood, bounds=(low, high), method="bounded", options={"xatol": 1e-15})
    loss = min([low, high, found.x], key=minus_log_likelihood)
    distance = (gained - lost - n * delta) ** 2
    variance = n * (2 * loss + delta - delta**2)
    return 0 if distance == 0 else distance / variance if variance > 0 else np.inf


def tango(lost, gained, n, critical):
    middle = (gained - lost) / n
    gap = 1e-9

    def excess(delta):
        return min(1e9, score_test(lost, gained, n, delta)) - critical

    low = -1 if middle <= -1 + gap else brentq(excess, -1 + 1e-12, middle, xtol=1e-14)
    high = 1 if middle >= 1 - gap else brentq(excess, middle, 1 - 1e-12, xtol=1e-14)
    return low, high


def matrices(sizes, strata):
    """Residuals as a matrix on the units' sums: from the mean over rows, then from the stratum's mean."""
    units = len(sizes)
    from_mean = np.eye(units) - np.outer(sizes, np.ones(units)) / sizes.sum()
    within = np.eye(units) - (strata[:, None] == strata) / np.array([(strata == s).sum() for s in strata])[:, None]
    return from_mean, within


def residuals(sums, sizes, strata):
    units, groups = len(sums), len(set(strata))
    working = np.diag(sizes**2)
    from_mean, within = matrices(sizes, strata)
    own = within @ from_mean @ sums
    left = np.diag(within @ from_mean @ working @ from_mean.T @ within.T) / sizes**2
    spread = from_mean @ working @ from_mean.T
    scale = np.diag(1 / np.sqrt(np.diag(spread) / sizes**2))
    form = scale @ spread @ scale
    free = units - groups
    return {
        "mean": sums.sum() / sizes.sum(),
        "variance": np.sum(own**2 / left),
        "skew": np.sum(own**3) * units**2 / (free * (free - 1)),
        "df": max(1, np.trace(form) ** 2 / np.sum(form**2) * free / (units - 1)),
        "correction": np.sum(sizes**2) / np.sum(sizes**2 * left),
    }


def mean_interval(sums, sizes, strata, span):
    found = residuals(sums, sizes, strata)
    rows = sizes.sum()
    usual = np.array([np.median((sums / sizes)[strata == s]) for s in strata])
    departures = sums - sizes * usual
    kish = rows**2 / np.sum(sizes**2)
    total = np.abs(departures).sum()
    amount = np.sum(departures**2) / total if total > 0 else span * rows / kish
    down, up = -departures[departures < 0].sum() / amount, departures[departures > 0].sum() / amount
    n = max(kish, down + up)
    critical = quantile(len(sums) - len(set(strata))) ** 2 * found["correction"]
    reference = np.sum(sizes * usual) / rows
    counts = [reference + end * n * amount / rows for end in tango(down, up, n, critical)]
    ends = counts
    if found["variance"] > 0:
        t2 = quantile(found["df"]) ** 2

        def excess(z):  # z: how far the true sum lies above the one seen
            return z * z - t2 * (found["variance"] + z * found["skew"] / found["variance"])

        far = 1000 * np.sqrt(t2 * found["variance"])
        ends = [
            min(ends[0], found["mean"] + brentq(excess, -far, 0, xtol=1e-14) / rows),
            max(ends[1], found["mean"] + brentq(excess, 0, far, xtol=1e-14) / rows),
        ]
    return ends, counts


def cases():
    for lost, gained, n in [(9, 1, 20), (0, 0, 10), (3, 0, 50), (7, 1, 21), (5, 5, 10), (209, 152, 1319), (12, 0, 12)]:
        ends = tango(lost, gained, n, quantile(n - 1) ** 2 * n / (n - 1))
        yield {"kind": "paired", "lost": lost, "gained": gained, "n": n, "ci": ends}
    for k, n in [(0, 10), (3, 50), (8, 10), (700, 1319), (20, 20)]:
        alpha = 2 * norm.sf(quantile(n - 1))  # z becomes t
        adjusted = proportion_confint(k, n, alpha=alpha, method="agresti_coull")
        exact = proportion_confint(k, n, alpha=1 - CONFIDENCE, method="beta")
        yield {"kind": "proportion", "k": k, "n": n, "ci": [max(adjusted[0], exact[0]), min(adjusted[1], exact[1])]}
    random = np.random.default_rng(20)
    units = [
        ("normal", random.normal(0.1, 0.2, 25), np.ones(25), np.zeros(25)),
        ("few fall", np.where(np.arange(40) % 13 == 5, -random.random(40), 0), np.ones(40), np.zeros(40)),
        ("skewed", -random.exponential(0.2, 12), np.ones(12), np.zeros(12)),
        ("nothing varies", np.full(15, -0.25), np.ones(15), np.zeros(15)),
        ("clusters of unequal size", random.normal(0, 2, 14), random.integers(1, 12, 14), np.zeros(14)),
        ("few clusters fall", -np.array([0, 0, 3, 0, 0, 0, 9, 0, 1.5, 0, 0, 0]), np.arange(1, 13), np.zeros(12)),
        ("strata", random.normal(0, 0.1, 24) + np.repeat([0, 0.5, 1], 8), np.ones(24), np.repeat([0, 1, 2], 8)),
        ("clusters in strata", random.normal(0, 1, 17), random.integers(1, 6, 17), np.arange(17) // 6),
    ]
    for name, sums, sizes, strata in units:
        sums, sizes = np.asarray(sums, float), np.asarray(sizes, float)
        found = residuals(sums, sizes, strata)
        ci, counts = mean_interval(sums, sizes, strata, 1)
        given = {"sums": sums.tolist(), "sizes": sizes.tolist(), "strata": [int(s) for s in strata]}
        found["counts"] = counts
        yield {"kind": "mean", "name": name, **given, **found, "ci": ci}


if __name__ == "__main__":
    reference = f"numpy {np.__version__}; scipy {scipy.__version__}; statsmodels {statsmodels.__version__}"
    lines = ",\n".join(json.dumps(case, default=float) for case in cases())
    text = f'{{"reference": {json.dumps(reference)},\n"cases": [\n{lines}\n]}}\n'
    (HERE / "intervals.json").write_text(text, encoding="utf-8", newline="\n")
