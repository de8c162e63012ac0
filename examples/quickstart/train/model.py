"""A character-level transformer, small enough to train on a laptop's CPU in minutes.

Everything is a pure function of (params, inputs), so one seed gives one result.
"""
import functools

import jax
import jax.numpy as jnp
import numpy as np

WIDTH, HEADS, LAYERS = 96, 4, 3
CONTEXT = 160  # characters: the longest prompt, its answer and the two newlines
PAD, END = 0, 1  # END stands after the prompt and again after the answer
VOCAB = 2 + 95  # and printable ASCII
PROMPT_WEIGHT = 0.1  # the answer is what we want learned; the prompt's characters help a little


def encode(text):
    codes = [ord(c) - 30 for c in text]
    assert all(2 <= c < VOCAB for c in codes), f"only printable ASCII: {text!r}"
    return codes


def decode(codes):
    return "".join(chr(c + 30) for c in codes)


def pack(rows):
    """(prompt, answer) pairs as fixed-size arrays: tokens, and the loss weight of each token."""
    tokens = np.zeros((len(rows), CONTEXT), np.int32)
    weights = np.zeros((len(rows), CONTEXT), np.float32)
    for i, (prompt, answer) in enumerate(rows):
        p, a = encode(prompt) + [END], encode(answer) + [END]
        assert len(p) + len(a) <= CONTEXT, f"{len(p) + len(a)} characters: {prompt!r}"
        tokens[i, : len(p) + len(a)] = p + a
        weights[i, : len(p)] = PROMPT_WEIGHT
        weights[i, len(p) : len(p) + len(a)] = 1
    length = -(-int((tokens != PAD).sum(1).max()) // 16) * 16  # no time spent on padding; few shapes to compile
    return tokens[:, :length], weights[:, :length]


def init(seed):
    rng = np.random.default_rng(seed)

    def matrix(rows, columns, scale=1.0):
        return jnp.asarray(rng.normal(0, scale / np.sqrt(rows), (rows, columns)), jnp.float32)

    residual = 1 / np.sqrt(2 * LAYERS)  # keeps the sum of all layers' outputs near unit size
    layer = lambda: {
        "qkv": matrix(WIDTH, 3 * WIDTH),
        "attended": matrix(WIDTH, WIDTH, residual),
        "up": matrix(WIDTH, 4 * WIDTH),
        "down": matrix(4 * WIDTH, WIDTH, residual),
        "norms": jnp.ones((2, WIDTH)),
    }
    return {
        "embed": matrix(VOCAB, WIDTH, 0.5),
        "layers": [layer() for _ in range(LAYERS)],
        "norm": jnp.ones(WIDTH),
        "head": matrix(WIDTH, VOCAB, 0.5),
    }


def rms_norm(x, gain):
    return x * gain * jax.lax.rsqrt(jnp.mean(x * x, -1, keepdims=True) + 1e-6)


def rotate(x):
    """Rotary positions: copying 'the digits after the #' needs relative places, not absolute ones."""
    length, half = x.shape[2], x.shape[3] // 2
    angle = jnp.arange(length)[:, None] * 1000.0 ** (-jnp.arange(half) / half)
    a, b = x[..., :half], x[..., half:]
    return jnp.concatenate([a * jnp.cos(angle) - b * jnp.sin(angle), a * jnp.sin(angle) + b * jnp.cos(angle)], -1)


def logits(params, tokens):
    batch, length = tokens.shape
    x = params["embed"][tokens]
    causal = jnp.tril(jnp.ones((length, length), bool))
    for layer in params["layers"]:
        heads = (rms_norm(x, layer["norms"][0]) @ layer["qkv"]).reshape(batch, length, 3, HEADS, -1)
        q, k, v = jnp.moveaxis(heads, (2, 3), (0, 2))
        scores = rotate(q) @ jnp.swapaxes(rotate(k), 2, 3) / np.sqrt(WIDTH // HEADS)
        mixed = jax.nn.softmax(jnp.where(causal, scores, -1e9), -1) @ v
        x = x + jnp.moveaxis(mixed, 1, 2).reshape(batch, length, WIDTH) @ layer["attended"]
        x = x + jax.nn.gelu(rms_norm(x, layer["norms"][1]) @ layer["up"]) @ layer["down"]
    return rms_norm(x, params["norm"]) @ params["head"]


def loss(params, tokens, weights):
    logp = jax.nn.log_softmax(logits(params, tokens[:, :-1]), -1)
    nll = -jnp.take_along_axis(logp, tokens[:, 1:, None], 2)[..., 0]
    return jnp.sum(nll * weights[:, 1:]) / jnp.sum(weights[:, 1:])


@jax.jit
def adam_step(params, moments, step, rate, tokens, weights):
    value, grads = jax.value_and_grad(loss)(params, tokens, weights)
    norm = jnp.sqrt(sum(jnp.sum(g * g) for g in jax.tree.leaves(grads)))
    grads = jax.tree.map(lambda g: g * jnp.minimum(1.0, 1.0 / norm), grads)
    first = jax.tree.map(lambda m, g: 0.9 * m + 0.1 * g, moments[0], grads)
    second = jax.tree.map(lambda v, g: 0.99 * v + 0.01 * g * g, moments[1], grads)
    move = lambda p, m, v: p - rate * (m / (1 - 0.9**step)) / (jnp.sqrt(v / (1 - 0.99**step)) + 1e-8)
    return jax.tree.map(move, params, first, second), (first, second), value


def fit(params, batches, steps, peak_rate, report):
    """Train with linear warm-up and decay to a tenth of the peak; `batches` yields lists of rows."""
    zeros = jax.tree.map(jnp.zeros_like, params)
    moments = (zeros, zeros)
    for step, rows in zip(range(1, steps + 1), batches):
        rate = peak_rate * min(step / 100, 1.0 - 0.9 * step / steps)
        params, moments, value = adam_step(params, moments, float(step), rate, *pack(rows))
        if step % 100 == 0 or step == steps:
            report(step, float(value), params)
    return params


@functools.partial(jax.jit, static_argnums=3)
def decode_greedily(params, tokens, lengths, steps):
    def write_next(i, tokens):
        at = lengths + i
        scores = jnp.take_along_axis(logits(params, tokens), (at - 1)[:, None, None], 1)[:, 0]
        return tokens.at[jnp.arange(len(tokens)), at].set(jnp.argmax(scores, -1))

    return jax.lax.fori_loop(0, steps, write_next, tokens)


def answer(params, prompts, longest=40):
    """Greedy decoding: the likeliest character each time, until END or the context is full."""
    lengths = np.array([len(p) + 1 for p in prompts])
    steps = min(longest, CONTEXT - int(lengths.max()))
    tokens = np.full((len(prompts), int(lengths.max()) + steps), PAD, np.int32)
    for row, prompt in zip(tokens, prompts):
        row[: len(prompt) + 1] = encode(prompt) + [END]
    written = np.asarray(decode_greedily(params, jnp.asarray(tokens), jnp.asarray(lengths), steps))
    outputs = []
    for row, start in zip(written, lengths):
        codes = row[start : start + steps].tolist()
        codes = codes[: codes.index(END)] if END in codes else codes
        outputs.append(decode([c for c in codes if c != PAD]))
    return outputs
