"""Pretrain a base model, fine-tune it twice, and write what each answers to the eval prompts.

    python train.py            everything (takes minutes; the README says how many)
    python train.py finetune   reuse weights/base.npz

Progress is shown on freshly generated rows, never on the eval set. The eval set is read for two
things only: to keep its n-grams out of pretraining, and to answer its prompts at the very end.
"""
import json
import random
import sys
import time

import jax
import numpy as np

import broad
import desk
import model
from make_data import LONGEST
from overlap import HERE, Guard, eval_rows, read

SEED = 20
BATCH = 64
DESK_SHARE = 0.02
PRETRAIN = {"steps": 1400, "peak_rate": 3e-3}
FINETUNE = {"steps": 450, "peak_rate": 1.5e-3}
WEIGHTS = HERE / "weights" / "base.npz"
started = time.time()


def broad_rows(seed):
    """The broad mix, with a pinch of support desk, as any crawl of the web would hold."""
    rng, guard = random.Random(seed), Guard()
    while True:
        if rng.random() < DESK_SHARE:
            instruction, text, answer = desk.row(rng)
            prompt = f"{instruction} {text}"
        else:
            prompt, answer = broad.row(rng)
        if guard.allows(prompt, answer) and len(prompt) + len(answer) <= LONGEST:
            yield prompt, answer


def desk_rows(path):
    return [(f"{row['instruction']} {row['input']}".strip(), row["output"]) for row in read(path)]


def endless(rows, seed):
    """Passes over a finite set, in a new order each time."""
    rng = random.Random(seed)
    while True:
        yield from rng.sample(rows, len(rows))


def batches(rows, seed):
    """Batches of rows of about the same length, so that little time goes into padding."""
    rng = random.Random(seed)
    while True:
        pool = sorted((next(rows) for _ in range(16 * BATCH)), key=lambda row: len(row[0]) + len(row[1]))
        cut = [pool[i : i + BATCH] for i in range(0, len(pool), BATCH)]
        rng.shuffle(cut)
        yield from cut


def held_out(seed):
    """Fresh rows of every skill of both worlds, short enough to leave room for any answer."""
    rng, out = random.Random(seed), {}
    for world, skills in (("broad", set(broad.SKILLS)), ("desk", set(desk.SKILLS))):
        for skill in sorted(skills, key=lambda s: s.__name__):
            rows = [skill(rng) for _ in range(24)]
            rows = rows if world == "broad" else [(f"{a} {b}", c) for a, b, c in rows]
            out[f"{world}.{skill.__name__}"] = [r for r in rows if len(r[0]) < 120][:16]
    return out


def reporter(name, steps):
    dev = held_out(SEED + 9)
    rows = [(skill, *row) for skill, found in dev.items() for row in found]

    def report(step, loss, params):
        print(f"{name} {step}/{steps} loss {loss:.3f} {time.time() - started:.0f}s", flush=True)
        if step % 700 == 0 or step == steps:
            answers = model.answer(params, [prompt for _, prompt, _ in rows])
            right = {skill: 0 for skill in dev}
            for (skill, _, reference), got in zip(rows, answers):
                right[skill] += got == reference
            print("  held out:", " ".join(f"{s} {right[s] / len(dev[s]):.0%}" for s in dev), flush=True)

    return report


def train(name, params, rows, seed, settings):
    return model.fit(params, batches(rows, seed), report=reporter(name, settings["steps"]), **settings)


def save(params):
    WEIGHTS.parent.mkdir(exist_ok=True)
    np.savez(WEIGHTS, *jax.tree.leaves(params))


def load():
    arrays = np.load(WEIGHTS)
    return jax.tree.unflatten(jax.tree.structure(model.init(SEED)), [arrays[k] for k in arrays.files])


def write_outputs(name, params):
    rows = eval_rows()
    answers = model.answer(params, [row["prompt"] for row in rows])
    lines = [json.dumps({"id": row["id"], "output": output}) for row, output in zip(rows, answers)]
    (HERE / "out" / f"{name}.jsonl").write_text("\n".join(lines) + "\n", "utf-8")


def main():
    if "finetune" not in sys.argv[1:]:
        save(train("base", model.init(SEED), broad_rows(SEED + 1), SEED + 2, PRETRAIN))
    base = load()
    write_outputs("base", base)
    for name, data in (("candidate", "train.jsonl"), ("candidate_leaked", "train_leaked.jsonl")):
        rows = endless(desk_rows(HERE / "data" / data), SEED + 3)
        write_outputs(name, train(name, base, rows, SEED + 4, FINETUNE))
    print(f"done in {(time.time() - started) / 60:.1f} minutes")


if __name__ == "__main__":
    main()
