"""Makes tests/fixtures/statistics.json, the numbers with which the statistics are compared.

    apt-get install python3-scipy python3-statsmodels
    /usr/bin/python3 tests/experiments/statistics/recipe.py | deno fmt --ext json - > tests/fixtures/statistics.json

Written with SciPy 1.15.3, statsmodels 0.14.4 and NumPy 2.2.4. A method that no library has is computed here by another
algorithm than in the suite. In the JSON, null is an unsolved run, and "Infinity" a number.
"""

import hashlib
import json
import math

import numpy as np
from scipy import optimize, stats
from statsmodels.stats.multitest import multipletests

CONFIDENCES = [0.95, 0.9, 0.99]


def stream(seed, purpose):
    """The suite's random numbers in [0, 1): xoshiro128** seeded with SHA-256."""
    digest = hashlib.sha256(f"{seed}\n{purpose}".encode()).digest()
    s = [int.from_bytes(digest[i : i + 4], "big") for i in range(0, 16, 4)]
    mask = 0xFFFFFFFF
    rotate = lambda x, k: (x << k | x >> (32 - k)) & mask

    def word():
        result = rotate(s[1] * 5 & mask, 7) * 9 & mask
        shifted = s[1] << 9 & mask
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= shifted
        s[3] = rotate(s[3], 11)
        return result

    def double():
        high, low = word() >> 5, word() >> 6
        return (high * 2**26 + low) / 2**53

    return double


def bounds(pair):
    return [("Infinity" if x > 0 else "-Infinity") if math.isinf(x) else float(x) for x in pair]


def normal():
    return [
        {"confidence": c, "z": stats.norm.ppf((1 + c) / 2)}
        for c in [0.001, 0.5, 0.8, 0.9, 0.95, 0.975, 0.99, 0.999, 0.9999995]
    ]


def binomial():
    cases = [
        (1, 0.5, 0),
        (10, 0.3, 4),
        (200, 0.1, 20),
        (200, 0.9, 150),
        (1000, 0.5, 0),
        (100000, 0.5, 49500),
        (100000, 0.01, 1100),
    ]
    return [{"n": n, "p": p, "k": k, "probability": stats.binom.pmf(k, n, p)} for n, p, k in cases]


def wilson():
    cases = [
        (s, n, c) for s, n in [(0, 1), (0, 20), (1, 20), (7, 20), (20, 20), (148, 200), (99999, 100000)] for c in CONFIDENCES
    ]
    interval = lambda s, n, c: bounds(stats.binomtest(s, n).proportion_ci(c, method="wilson"))
    return [{"successes": s, "n": n, "confidence": c, "bounds": interval(s, n, c)} for s, n, c in cases]


TABLES = [
    (59, 6, 16, 80),
    (1, 1, 7, 12),
    (3, 20, 25, 2),
    (0, 30, 0, 10),
    (40, 0, 0, 0),
    (12, 0, 0, 28),
    (50, 30, 10, 110),
    (0, 12, 0, 0),
]


def tango(table, confidence):
    """Tango's interval by its definition: each difference's likelihood is concave, and its maximum is bisected."""
    _, b, c, _ = table
    n = sum(table)
    z = stats.norm.ppf((1 + confidence) / 2)

    def score(delta):
        low, high = max(0.0, -delta), (1 - delta) / 2
        for _ in range(100):
            q = (low + high) / 2
            terms = (b, q + delta, 1), (c, q, 1), (n - b - c, 1 - 2 * q - delta, -2)
            rising = sum(sign * count / x for count, x, sign in terms if count) > 0
            low, high = (q, high) if rising else (low, q)
        return (b - c - n * delta) / math.sqrt(n * (2 * q + delta * (1 - delta)))

    estimate = (b - c) / n
    lower = -1.0 if c == n else optimize.brentq(lambda d: score(d) - z, -1 + 1e-9, estimate - 1e-9, xtol=1e-14)
    upper = 1.0 if b == n else optimize.brentq(lambda d: score(d) + z, estimate + 1e-9, 1 - 1e-9, xtol=1e-14)
    return [lower, upper]


def paired():
    return [{"table": t, "confidence": c, "tango": tango(t, c)} for t in TABLES for c in (0.95, 0.9)]


def costs(purpose, n, failing):
    """Epochs to solve, in tens; null for the proportion that fails."""
    random = stream("statistics", purpose)
    draw = lambda u: None if u < failing else round(-800 * math.log(random())) // 10 * 10 + 10
    return [draw(random()) for _ in range(n)]


def median():
    def case(n, failing, confidence):
        values = costs(f"median {n}", n, failing)
        x = np.array([math.inf if v is None else v for v in values], float)
        test = stats.quantile_test(x, p=0.5)
        # order statistics r and s with P(B < r) and P(B >= s) at most (1 - confidence)/2, B binomial
        k = np.arange(n + 1)
        tail = stats.binom.cdf(k, n, 0.5) <= (1 - confidence) / 2
        rank = int(tail.sum())
        ordered = np.sort(x)
        interval = (ordered[rank - 1], ordered[n - rank]) if rank else (-math.inf, math.inf)
        found = test.confidence_interval(confidence)
        assert not rank or (found.low, found.high) == interval, (n, found, interval)
        coverage = 1 - 2 * stats.binom.cdf(rank - 1, n, 0.5)
        with np.errstate(invalid="ignore"):
            estimate = ordered[[(n - 1) // 2, n // 2]].sum() / 2
        return {
            "costs": values,
            "confidence": confidence,
            "estimate": bounds([estimate])[0],
            "bounds": bounds(interval),
            "coverage": coverage,
        }

    cases = [(1, 0), (5, 0.2), (6, 0), (11, 0.3), (20, 0.4), (25, 0.7), (50, 0.25)]
    return [case(n, f, c) for n, f in cases for c in ((0.95,) if n != 20 else (0.95, 0.8))]


def solved_curve():
    values = costs("curve", 20, 0.3)
    epochs = sorted({v for v in values if v is not None})
    counts = [sum(v is not None and v <= e for v in values) for e in epochs]
    band = [bounds(stats.binomtest(c, 20).proportion_ci(method="wilson")) for c in counts]
    return {"costs": values, "epochs": epochs, "solved": counts, "bands": band}


def expected_epochs():
    """By the textbook formula; among the second case's samples more than 2.5 % have no solved run."""

    def expected(values, budget):
        solved = [v for v in values if v is not None]
        p = len(solved) / len(values)
        return np.mean(solved) + (1 - p) / p * budget if solved else math.inf

    def case(n, failing, budget):
        values = costs(f"restarts {n}", n, failing)
        draw = stream("statistics", f"restarts {n} bootstrap")
        results = [expected([values[int(draw() * n)] for _ in range(n)], budget) for _ in range(401)]
        low, high = np.sort(results)[[10, 390]]  # of 401 the quantiles .025 and .975, with nothing between
        return {
            "costs": values,
            "budget": budget,
            "repeats": 401,
            "estimate": expected(values, budget),
            "bounds": bounds([low, high]),
        }

    return [case(30, 0.3, 10000), case(5, 0.7, 10000)]


def slope():
    """Lines through logarithms x and y."""

    def case(n):
        random = stream("statistics", f"slope {n}")
        x = [round(math.log(10 * (i + 1)), 6) for i in range(n)]
        y = [round(1.5 - 0.5 * v + 0.1 * (random() - 0.5), 6) for v in x]
        return {"x": x, "y": y, "slope": stats.linregress(x, y).slope}

    return [case(n) for n in (3, 4, 25)]


def holm():
    families = [
        [0.01, 0.04, 0.03, 0.005],
        [0.5],
        [0.04, 0.04, 0.04],
        [0.9, 0.6, 0.001],
        [0.02, 0.011, 0.3, 0.0125, 0.012],
    ]
    return [{"ps": ps, "adjusted": multipletests(ps, method="holm")[1].tolist()} for ps in families]


print(
    json.dumps(
        {
            "normal": normal(),
            "binomial": binomial(),
            "wilson": wilson(),
            "paired": paired(),
            "median": median(),
            "solvedCurve": solved_curve(),
            "expectedEpochs": expected_epochs(),
            "slope": slope(),
            "holm": holm(),
        },
        default=float,
        ensure_ascii=False,
    )
)
