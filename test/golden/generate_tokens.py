"""Writes tokens.json: what sacrebleu's tokenizers make of every run of a few telling characters.

`python generate_tokens.py` with requirements.txt installed. A de Bruijn sequence holds each run of so many characters once.
"""

import itertools
import json
from pathlib import Path

import sacrebleu
from sacrebleu.metrics import BLEU

TOKENIZERS = ["13a", "intl", "char", "zh", "none"]


def de_bruijn(alphabet, order):
    """The lexicographically least sequence, by Lyndon words (Fredricksen and Maiorana 1978)."""
    k = len(alphabet)
    word = [0] * k * order
    sequence = []

    def extend(t, period):
        if t > order:
            if order % period == 0:
                sequence.extend(word[1 : period + 1])
            return
        word[t] = word[t - period]
        extend(t + 1, period)
        for symbol in range(word[t - period] + 1, k):
            word[t] = symbol
            extend(t + 1, t)

    extend(1, 1)
    text = "".join(alphabet[i] for i in sequence)
    return text + text[: order - 1]


TEXTS = [
    de_bruijn("a5.- ", 5),
    de_bruijn("a5.,-;我", 4),
    de_bruijn("a5.'\t ", 3) + "-" + de_bruijn("é5.\u0085\u3000\ufeff", 3),
    # What a run does at the ends of a text, where nothing stands beside it.
    *("".join(run) for length in (1, 2, 3) for run in itertools.product("a5.-我", repeat=length)),
    *(run * end for run in (".", "5.", "a.", ".5", ".a", "--", "5-", ",.") for end in (4, 5)),
    "&quot;a&amp;lt;b&gt;&amp;quot;", "&ampamp;;&lt", "a<skipped>b<skip<skipped>ped>", "a-\nb\n-\nc-", "a.\r\n5.\n.5",
    "!\"#$%&'()*+,-./0:;<=>?@A[\\]^_`a{|}~", "1.5,5.1;-1-2 a-1 1-a 1.-1 1-.5", "😀.5😀-5€5.", "价格5.5元,10.", "\u2028a\u205fb",
]


def tokens(text, tokenizer):
    return BLEU(tokenize=tokenizer).tokenizer(text.rstrip()).split()


cases = [{"text": text, **{name: tokens(text, name) for name in TOKENIZERS}} for text in TEXTS]
lines = ",\n".join(json.dumps(case, ensure_ascii=True) for case in cases)
path = Path(__file__).parent / "tokens.json"
path.write_text(f'{{"reference": "sacrebleu {sacrebleu.__version__}", "cases": [\n{lines}\n]}}\n', encoding="utf8")
