"""Writes multilabel.json and json_f1.json: `python generate_fields.py` with requirements.txt installed.

multilabel.json: scikit-learn's f1_score on indicator arrays. json_f1.json: leaves in common where scipy assigns the items
of lists to each other; an implementation of docs/metrics.md that shares no code with src/.
"""

import json
import warnings
from pathlib import Path

import numpy
import scipy
import sklearn
from scipy.optimize import linear_sum_assignment
from sklearn.metrics import precision_recall_fscore_support
from sklearn.preprocessing import MultiLabelBinarizer

from documents import DOCUMENTS, LABEL_SETS

warnings.simplefilter("ignore")
HERE = Path(__file__).parent


def multilabel():
    for rows in LABEL_SETS:
        binarizer = MultiLabelBinarizer().fit([labels for row in rows for labels in row])
        true = binarizer.transform([reference for reference, _ in rows])
        predicted = binarizer.transform([output for _, output in rows])
        case = {"references": [reference for reference, _ in rows], "outputs": [output for _, output in rows]}
        for average in ("micro", "macro", "samples"):
            figures = precision_recall_fscore_support(true, predicted, average=average, zero_division=0)
            case[average] = dict(zip(("precision", "recall", "f1"), map(float, figures)))
        yield case


def leaves(value):
    if isinstance(value, dict) and value:
        return sum(map(leaves, value.values()))
    return sum(map(leaves, value)) if isinstance(value, list) and value else 1


def common(a, b):
    if isinstance(a, dict) and isinstance(b, dict) and a and b:
        return sum(common(a[key], b[key]) for key in a if key in b)
    if isinstance(a, list) and isinstance(b, list) and a and b:
        worth = numpy.array([[common(x, y) for y in b] for x in a])
        return int(worth[linear_sum_assignment(worth, maximize=True)].sum())
    if isinstance(a, bool) != isinstance(b, bool):
        return 0
    same_kind = isinstance(a, type(b)) or (isinstance(a, (int, float)) and isinstance(b, (int, float)))
    return int(same_kind and not (a or b) and a == b) if isinstance(a, (dict, list)) else int(same_kind and a == b)


def json_f1():
    for output, reference in DOCUMENTS:
        hits, said, wanted = common(output, reference), leaves(output), leaves(reference)
        yield {
            "output": output,
            "reference": reference,
            "f1": 2 * hits / (said + wanted),
            "precision": hits / said,
            "recall": hits / wanted,
        }


def write(name, reference, cases):
    lines = ",\n".join(json.dumps(case) for case in cases)
    (HERE / name).write_text(f'{{"reference": {json.dumps(reference)},\n"cases": [\n{lines}\n]}}\n', encoding="ascii")


if __name__ == "__main__":
    versions = f"numpy {numpy.__version__}"
    write("multilabel.json", f"scikit-learn {sklearn.__version__}; {versions}", multilabel())
    write("json_f1.json", f"scipy {scipy.__version__}; {versions}", json_f1())
