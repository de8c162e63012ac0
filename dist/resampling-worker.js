import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
var __webpack_exports__ = {};

;// CONCATENATED MODULE: external "node:worker_threads"
const external_node_worker_threads_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");
;// CONCATENATED MODULE: ./.build/stats/tables.js
/** Draws 0, 1, … with given weights by one look-up: Walker's alias method (1977), set up as Vose (1991) does it. */
class AliasTable {
    /** How many leading bits choose within a cell; the others choose the cell. */
    shift;
    mask;
    /** Per cell: bits below this give the cell itself, all others its alias. */
    cuts;
    /** Per cell its alias and itself. */
    pairs;
    /** @param weights at most 2^15 of them, 0 or above, not all 0; probabilities are exact to 2^-32 a cell */
    constructor(weights) {
        this.shift = Math.max(1, Math.ceil(Math.log2(weights.length)));
        const cells = 2 ** this.shift;
        this.mask = cells - 1;
        this.cuts = new Int32Array(cells);
        this.pairs = new Uint16Array(2 * cells);
        let total = 0;
        for (let i = 0; i < weights.length; i++)
            total += weights[i];
        const left = Float64Array.from({ length: cells }, (_, i) => ((weights[i] ?? 0) / total) * cells);
        const [small, large] = [[], []];
        for (const [cell, mass] of left.entries())
            (mass < 1 ? small : large).push(cell);
        while (small.length > 0 && large.length > 0) {
            const cell = small.pop();
            const alias = large.at(-1);
            this.set(cell, left[cell], alias);
            left[alias] -= 1 - left[cell];
            if (left[alias] < 1)
                small.push(large.pop());
        }
        for (const cell of [...small, ...large])
            this.set(cell, 1, cell);
    }
    draw(random) {
        return this.at(random.uint32());
    }
    /** Draws so many times, and counts what comes out. */
    tally(random, draws, counts) {
        const { mask, shift, cuts, pairs } = this;
        for (let left = draws; left > 0;) {
            const taken = random.take(left);
            for (let i = 0; i < taken.length; i++) {
                const bits = taken[i];
                const cell = bits & mask;
                counts[pairs[2 * cell + (((bits >>> shift) - cuts[cell]) >>> 31)]]++;
            }
            left -= taken.length;
        }
    }
    /** What 32 random bits draw. */
    at(bits) {
        const cell = bits & this.mask;
        return this.pairs[2 * cell + (((bits >>> this.shift) - this.cuts[cell]) >>> 31)];
    }
    set(cell, share, alias) {
        this.cuts[cell] = Math.round(share * 2 ** (32 - this.shift));
        this.pairs[2 * cell] = alias;
        this.pairs[2 * cell + 1] = cell;
    }
}
/** Probabilities below this share of the largest don't occur in as many draws as anyone makes. */
const NEGLIGIBLE = 2 ** -50;
/** Draws whole numbers by inversion of their distribution function, exact to 2^-32. Small, since many are used in turn. */
class CountTable {
    first;
    /** Random bits below `limits[k]`, the first of these, give `first` + k; those below none give `first` + `limits.length`. */
    limits;
    /** By leading bits the smallest k that can come out. */
    starts;
    shift;
    /** @param weights of `first`, `first` + 1, …; they need not add up to 1 */
    constructor(first, weights) {
        this.first = first;
        let total = 0;
        for (let k = 0; k < weights.length; k++)
            total += weights[k];
        const limits = new Uint32Array(weights.length);
        let [sum, filled] = [0, 0];
        for (; filled < weights.length - 1; filled++) {
            sum += weights[filled];
            const limit = Math.ceil((sum / total) * 2 ** 32);
            if (limit >= 2 ** 32)
                break;
            limits[filled] = limit;
        }
        this.limits = limits.subarray(0, filled);
        const bits = Math.min(16, Math.ceil(Math.log2(filled + 2)));
        this.shift = 32 - bits;
        this.starts = filled < 2 ** 16 ? new Uint16Array(2 ** bits) : new Uint32Array(2 ** bits);
        for (let lead = 0, k = 0; lead < this.starts.length; lead++) {
            while (k < filled && lead * 2 ** this.shift >= limits[k])
                k++;
            this.starts[lead] = k;
        }
    }
    draw(random) {
        return this.at(random.uint32());
    }
    /** What 32 random bits draw. */
    at(bits) {
        const { limits } = this;
        let k = this.starts[bits >>> this.shift];
        while (k < limits.length && bits >= limits[k])
            k++;
        return this.first + k;
    }
}
/**
 * Poisson numbers.
 * @param mean above 0
 * @param least where they shall be no smaller: those alone, in their proportions
 */
function poissonTable(mean, least = 0) {
    return aroundMode(Math.max(least, Math.floor(mean)), least, Infinity, (k) => mean / (k + 1));
}
/** How many of `n` fair coins show heads. */
function coinsTable(n) {
    return aroundMode(Math.floor(n / 2), 0, n, (k) => (n - k) / (k + 1));
}
/** A table from the ratios P(k + 1) / P(k), outwards from the mode until probabilities no longer count. */
function aroundMode(mode, least, most, ratio) {
    const below = [];
    for (let k = mode - 1, term = 1; k >= least; k--) {
        term /= ratio(k);
        if (term < NEGLIGIBLE)
            break;
        below.push(term);
    }
    const weights = below.reverse();
    const first = mode - weights.length;
    weights.push(1);
    for (let k = mode, term = 1; k < most; k++) {
        term *= ratio(k);
        if (term < NEGLIGIBLE)
            break;
        weights.push(term);
    }
    return new CountTable(first, weights);
}

;// CONCATENATED MODULE: ./.build/stats/drawings.js

/** So many draws beyond one a unit are looked up; more are so rare that they are drawn one by one. */
const BEYOND = 6;
/** Ways are looked up by 16 random bits. */
const PLACES = 2 ** 16;
/**
 * The ways in which a few units can be drawn, each unit a Poisson number of times: all that draw at most so many in all.
 * A random way is one look-up, and so is its sum.
 */
class Drawings {
    block;
    /** How many ways there are. */
    size;
    /** Per way how many units it draws. */
    totals;
    /** A way for any 16 random bits; `size` where they don't tell it: then {@link rest} says what it is. */
    guide;
    ways;
    restTable;
    manyTable;
    /**
     * @param block how many units, 1-4
     * @param rate the mean number of times that a unit is drawn, 0-1
     */
    constructor(block, rate) {
        this.block = block;
        this.ways = waysOf(block);
        this.totals = this.ways.totals;
        this.size = this.totals.length;
        this.guide = new Uint16Array(PLACES).fill(this.size);
        const chances = new Float64Array(this.size);
        const rests = new Float64Array(this.size + 1);
        let [sum, place] = [0, 0];
        for (let way = 0; way < this.size; way++) {
            const earlier = chances[this.ways.earlier[way]];
            chances[way] = way === 0 ? Math.exp(-block * rate) : (earlier * rate) / this.ways.times[way];
            sum += chances[way];
            const places = Math.floor(chances[way] * PLACES);
            this.guide.fill(way, place, (place += places));
            rests[way] = chances[way] * PLACES - places;
        }
        rests[this.size] = Math.max(0, 1 - sum) * PLACES;
        this.restTable = new AliasTable(rests);
        this.manyTable = poissonTable(block * rate, block + BEYOND + 1);
    }
    /** The way where the guide does not tell it; `size` where none of the ways will do: see {@link many}. */
    rest(random) {
        return this.restTable.draw(random);
    }
    /** How many units are drawn where none of the ways will do; each is any of them. */
    many(random) {
        return this.manyTable.draw(random);
    }
    /** Per way the sum of the units' values, those from `first` on. */
    sums(values, first, into) {
        const { earlier, added } = this.ways;
        const own = values.subarray(first, first + this.block);
        into[0] = 0;
        for (let way = 1; way < this.size; way++)
            into[way] = into[earlier[way]] + own[added[way]];
    }
}
const known = new Map();
function waysOf(block) {
    const made = known.get(block) ?? makeWays(block);
    known.set(block, made);
    return made;
}
function makeWays(block) {
    const [earlier, added, times, totals] = [[0], [0], [0], [0]];
    for (let way = 0; way < totals.length; way++) {
        if (totals[way] === block + BEYOND)
            continue;
        for (let unit = added[way]; unit < block; unit++) {
            earlier.push(way);
            added.push(unit);
            times.push(unit === added[way] ? times[way] + 1 : 1);
            totals.push(totals[way] + 1);
        }
    }
    return {
        earlier: Uint16Array.from(earlier),
        added: Uint8Array.from(added),
        times: Uint8Array.from(times),
        totals: Uint8Array.from(totals),
    };
}

;// CONCATENATED MODULE: ./.build/stats/xoshiro.js
/**
 * Fills the first `count` elements of an array with 32 random bits each and moves the state on: xoshiro128** 1.1 (Blackman and Vigna 2021, ACM TOMS 47:36).
 * @param state four numbers, not all 0
 */
function xoshiro(state, target, count) {
    let a = state[0];
    let b = state[1];
    let c = state[2];
    let d = state[3];
    for (let i = 0; i < count; i++) {
        const five = Math.imul(b, 5);
        target[i] = Math.imul((five << 7) | (five >>> 25), 9);
        const shifted = b << 9;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= shifted;
        d = (d << 11) | (d >>> 21);
    }
    state.set([a, b, c, d]);
}

;// CONCATENATED MODULE: ./.build/stats/random.js

const BUFFER = 1024;
/**
 * A seeded generator: xoshiro128**, whose state is filled from a text by FNV-1a and splitmix32. The same text gives the
 * same numbers on every machine.
 */
class Random {
    state;
    buffer = new Uint32Array(BUFFER);
    used = BUFFER;
    /** @param key any text; streams of different texts are independent for every practical purpose */
    constructor(key) {
        const next = splitmix32(fnv1a(key, 0x811c9dc5));
        const other = splitmix32(fnv1a(key, 0x9e3779b9));
        this.state = Uint32Array.of(next(), other(), next(), other());
    }
    /** The next 32 random bits, 0 <= u < 2^32. */
    uint32() {
        if (this.used === BUFFER) {
            this.fill(this.buffer);
            this.used = 0;
        }
        return this.buffer[this.used++];
    }
    /** The next numbers of {@link uint32}, at least one and at most `most`; good until the next call of anything. */
    take(most) {
        if (this.used === BUFFER) {
            this.fill(this.buffer);
            this.used = 0;
        }
        const from = this.used;
        this.used = Math.min(BUFFER, from + most);
        return this.buffer.subarray(from, this.used);
    }
    /** 0 <= u < 1, with 32 bits. */
    uniform() {
        return this.uint32() / 4294967296;
    }
    /** An integer 0 <= i < n. Its probabilities are even to within n / 2^32, far below what resampling can show. */
    below(n) {
        return Math.floor(this.uniform() * n);
    }
    /** Fills an array's first elements with 32 random bits each, far faster than one by one. */
    fill(target, count = target.length) {
        xoshiro(this.state, target, count);
    }
}
/** FNV-1a over UTF-16 code units, both bytes of each. */
function fnv1a(text, start) {
    let hash = start;
    for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
        hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
    }
    return hash;
}
function splitmix32(seed) {
    let state = seed;
    return () => {
        state = (state + 0x9e3779b9) | 0;
        let z = state;
        z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
        z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
        return z ^ (z >>> 15);
    };
}

;// CONCATENATED MODULE: ./.build/stats/batches.js


/** Units whose ways to be drawn are looked up together. */
const BLOCK = 4;
/** Resamples that are drawn side by side, and numbers that they keep: few enough for a processor's cache. */
const MOST = 5120;
const MOST_NUMBERS = 65_536;
/** A little more than the ways in which a block is drawn, and a power of two. */
const WAYS = 1024;
/** So many resamples make a batch; the last one may have fewer. */
function batches_batchSize({ numbers, resamples }) {
    const most = Math.min(MOST, Math.floor(MOST_NUMBERS / Math.max(1, numbers.length)));
    return Math.ceil(resamples / Math.ceil(resamples / Math.max(1, most)));
}
/*
 * Work space, here rather than in the functions: V8 compiles loops over arrays that can't be any others to half the
 * instructions.
 */
const bits = new Uint32Array(MOST / 2);
const ways = new Uint16Array(MOST);
const rare = new Uint16Array(MOST);
const drawn = new Int32Array(MOST);
const sums = new Float64Array(MOST_NUMBERS);
const table = new Float64Array(WAYS);
const guide = new Uint16Array(2 ** 16);
const totals = new Uint8Array(WAYS);
const singleBits = new Uint32Array(1024);
/**
 * Draws one batch of resamples, each of as many units as there are: four units at a time it draws how they are drawn, for
 * all resamples, and looks their sum up. Counts are Poisson numbers whose total is a little too small; single draws make it
 * up, which is exactly multinomial. The rare resample that has too many is drawn anew.
 * @param batch its number, from 0
 * @returns per number the sums of the batch's resamples, one after the other; they are overwritten by the next
 */
function drawBatch(from, batch) {
    const { units, numbers, resamples, seed } = from;
    const size = batches_batchSize(from);
    const count = Math.min(size, resamples - batch * size);
    const width = numbers.length;
    const rate = 1 - 3 / Math.sqrt(units); // three standard deviations
    const blocks = new Drawings(BLOCK, rate);
    const singles = new Drawings(1, rate);
    const whole = units - (units % BLOCK);
    const random = new Random(`${seed} ${batch}`);
    const one = new SingleDraws(units, numbers, random);
    sums.fill(0, 0, width * count);
    drawn.fill(0, 0, count);
    for (let first = 0; first < units; first += first < whole ? BLOCK : 1) {
        const drawings = first < whole ? blocks : singles;
        if (first === 0 || first === whole)
            use(drawings);
        random.fill(bits, Math.ceil(count / 2));
        drawRare(drawings, drawWays(drawings, count), one, first, count);
        addBlock(drawings, numbers, first, count);
    }
    for (let r = 0; r < count; r++) {
        if (drawn[r] > units) {
            for (let c = 0; c < width; c++)
                sums[c * count + r] = 0;
            drawn[r] = 0;
        }
        one.add(r, count, units - drawn[r], 0, units);
    }
    return sums.subarray(0, width * count);
}
/** Single draws, from all units or a block. */
class SingleDraws {
    random;
    /** All numbers of a unit beside each other. */
    rows;
    total;
    constructor(units, numbers, random) {
        this.random = random;
        const width = numbers.length;
        this.total = new Float64Array(width);
        this.rows = new Float64Array(units * width);
        for (let c = 0; c < width; c++) {
            const values = numbers[c];
            for (let u = 0; u < units; u++)
                this.rows[u * width + c] = values[u];
        }
    }
    /** Adds to the r-th sums so many units, each drawn from the `among` that start at `first`. */
    add(r, count, draws, first, among) {
        const { rows, total, random } = this;
        const width = total.length;
        const share = among / 2 ** 32;
        total.fill(0);
        for (let left = draws; left > 0; left -= singleBits.length) {
            const now = Math.min(left, singleBits.length);
            random.fill(singleBits, now);
            for (let i = 0; i < now; i++) {
                const from = (first + Math.floor(singleBits[i] * share)) * width;
                for (let c = 0; c < width; c++)
                    total[c] += rows[from + c];
            }
        }
        for (let c = 0; c < width; c++)
            sums[c * count + r] += total[c];
    }
}
function use(drawings) {
    guide.set(drawings.guide);
    totals.fill(0).set(drawings.totals);
}
/** Draws a way for every resample; lists those where the guide does not tell it. */
function drawWays({ size }, count) {
    let found = 0;
    for (let i = 0, r = 0; r < count; i++, r += 2) {
        const two = bits[i];
        const a = guide[two & 0xffff];
        const b = guide[two >>> 16];
        ways[r] = a;
        ways[r + 1] = b;
        drawn[r] += totals[a];
        drawn[r + 1] += totals[b];
        if (a === size)
            rare[found++] = r;
        if (b === size)
            rare[found++] = r + 1;
    }
    return found;
}
function drawRare(drawings, found, one, first, count) {
    for (let f = 0; f < found; f++) {
        const r = rare[f];
        if (r === count)
            continue; // beyond an odd number of resamples
        const way = drawings.rest(one.random);
        if (way < drawings.size) {
            ways[r] = way;
            drawn[r] += totals[way];
            continue;
        }
        ways[r] = 0;
        const many = drawings.many(one.random);
        drawn[r] += many;
        one.add(r, count, many, first, drawings.block);
    }
}
function addBlock(drawings, numbers, first, count) {
    for (let c = 0; c < numbers.length; c++) {
        drawings.sums(numbers[c], first, table);
        addWays(c * count, count);
    }
}
function addWays(from, count) {
    for (let r = 0; r < count; r++)
        sums[from + r] += table[ways[r]];
}

;// CONCATENATED MODULE: ./.build/stats/shared-batches.js

const [FREE, TAKEN, DRAWN] = [0, 1, 2];
/** A thread that takes longer over one batch is given up. */
const PATIENCE_MS = 5000;
function shareBatches(from) {
    const { numbers, resamples } = from;
    const batches = Math.ceil(resamples / batchSize(from));
    return {
        ...from,
        numbers: numbers.map((values) => {
            const shared = new Float64Array(new SharedArrayBuffer(values.byteLength));
            shared.set(values);
            return shared;
        }),
        states: new Int32Array(new SharedArrayBuffer(4 * batches)),
        sums: new Float64Array(new SharedArrayBuffer(8 * resamples * numbers.length)),
    };
}
/** Draws batches as long as any are free. */
function drawShare(shared) {
    const { states } = shared;
    for (let batch = 0; batch < states.length; batch++) {
        if (Atomics.compareExchange(states, batch, FREE, TAKEN) === FREE)
            draw(shared, batch);
    }
}
/** Waits until all are drawn. What another thread has taken and does not finish is drawn here: it comes out the same. */
function finishShare(shared, patienceMs = PATIENCE_MS) {
    const { states } = shared;
    for (let batch = 0; batch < states.length; batch++) {
        if (Atomics.wait(states, batch, TAKEN, patienceMs) === 'timed-out')
            draw(shared, batch);
    }
}
function draw(shared, batch) {
    const { numbers, states, sums } = shared;
    sums.set(drawBatch(shared, batch), batch * batches_batchSize(shared) * numbers.length);
    Atomics.store(states, batch, DRAWN);
    Atomics.notify(states, batch);
}

;// CONCATENATED MODULE: ./.build/stats/resampling-worker.js
// The entry of a thread that draws resamples beside the main one.


external_node_worker_threads_namespaceObject.parentPort.on('message', (shared) => drawShare(shared));

