"""metrics.py NAME EVAL_SET CANDIDATE [BASE]: prints {"values", "seconds"} of the reference implementation on rows of JSON
lines; seconds are those of the call alone."""
import json
import os
import subprocess
import sys
import tempfile
import time


def rows(path, key):
    with open(path, encoding="utf8") as lines:
        return [json.loads(line)[key] for line in lines]


name, eval_set, *predictions = sys.argv[1:]
references = rows(eval_set, "reference")
outputs = [rows(path, "output") for path in predictions]


def corpus(metric):
    return lambda: [metric.corpus_score(outputs[0], [references]).score]


def rouge():
    from rouge_score import rouge_scorer

    kinds = ["rouge1", "rouge2", "rougeL"]
    scorer = rouge_scorer.RougeScorer(kinds, use_stemmer=True)
    scores = [scorer.score(reference, output) for reference, output in zip(references, outputs[0])]
    return [sum(score[kind].fmeasure for score in scores) / len(scores) for kind in kinds]


def bootstrap():
    """As a command, on files of lines, which is how it is used."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, name) for name in ("reference", "candidate", "base")]
        for path, texts in zip(paths, [references, *outputs]):
            with open(path, "w", encoding="utf8") as file:
                file.writelines(f"{text}\n" for text in texts)
        command = [sys.executable, "-m", "sacrebleu", paths[0], "-i", *paths[1:], "-m", "bleu", "-w", "17"]
        command += ["--paired-bs", "--paired-bs-n", "1000", "-f", "json"]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    return [system["BLEU"]["score"] for system in json.loads(done.stdout)]


def report():
    from sklearn.metrics import classification_report

    classification_report(references, outputs[0])
    figures = classification_report(references, outputs[0], output_dict=True) if len(references) < 10_000 else None
    return figures


def job():
    if name == "rouge":
        return rouge
    if name == "bootstrap":
        return bootstrap
    if name == "report":
        return report
    from sacrebleu.metrics import BLEU, CHRF, TER

    return corpus({"bleu": BLEU, "chrf": CHRF, "chrf++": lambda: CHRF(word_order=2), "ter": TER}[name]())


call = job()
if name == "report":
    import sklearn.metrics  # noqa: F401  not part of the call
started = time.perf_counter()
values = call()
seconds = time.perf_counter() - started
if name == "report":
    from sklearn.metrics import accuracy_score, f1_score

    values = [accuracy_score(references, outputs[0]), f1_score(references, outputs[0], average="macro")]
print(json.dumps({"values": values, "seconds": seconds}))
