"""Makes tests/fixtures/statistics.json, the numbers that the statistics are compared with.

    apt-get install python3-scipy python3-statsmodels python3-mpmath
    /usr/bin/python3 tests/experiments/statistics/recipe.py > tests/fixtures/statistics.json
    deno fmt tests/fixtures/statistics.json

Written with SciPy 1.15.3, statsmodels 0.14.4, NumPy 2.2.4 and mpmath 1.3.0. Where no library has a method, it is computed
here in another way than in the suite. Quantiles of t come from mpmath, because SciPy's are right to 1e-11 only
(1.0000000000134 for the upper quartile of one degree of freedom, which is 1). In the JSON, null is an unsolved run, and
"Infinity" a number.
"""

import hashlib
import json
import math

import mpmath
import numpy as np
from scipy import optimize, stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

LEVELS = [0.95, 0.9, 0.99]


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
        {"level": l, "z": stats.norm.ppf((1 + l) / 2)}
        for l in [0.001, 0.5, 0.8, 0.9, 0.95, 0.975, 0.99, 0.999, 0.9999995]
    ]


def student_quantile(level, degrees):
    """The root of the incomplete beta function's share, with 40 digits; SciPy only says where to look."""
    with mpmath.workdps(40):
        outside = lambda t: mpmath.betainc(
            mpmath.mpf(degrees) / 2, 0.5, 0, degrees / (degrees + t * t), regularized=True
        )
        return float(
            mpmath.findroot(lambda t: outside(t) - (1 - mpmath.mpf(level)), stats.t.ppf((1 + level) / 2, degrees))
        )


def student():
    degrees = [1, 2, 3, 4, 5, 8, 9, 30, 99, 100, 999, 5000]
    return [{"level": l, "degrees": d, "t": student_quantile(l, d)} for d in degrees for l in [0.5, 0.95, 0.999]]


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
        (s, n, l) for s, n in [(0, 1), (0, 20), (1, 20), (7, 20), (20, 20), (148, 200), (99999, 100000)] for l in LEVELS
    ]
    interval = lambda s, n, l: bounds(stats.binomtest(s, n).proportion_ci(l, method="wilson"))
    return [{"successes": s, "n": n, "level": l, "bounds": interval(s, n, l)} for s, n, l in cases]


def newcombe():
    cases = [
        ((56, 70), (48, 80)),
        ((9, 10), (3, 10)),
        ((10, 10), (0, 20)),
        ((0, 10), (0, 20)),
        ((150, 200), (171, 200)),
    ]
    interval = lambda a, b, l: bounds(confint_proportions_2indep(*a, *b, method="newcomb", compare="diff", alpha=1 - l))
    return [{"a": a, "b": b, "level": l, "bounds": interval(a, b, l)} for a, b in cases for l in LEVELS]


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


def newcombe_paired(table, level):
    """Method 10: statsmodels' Wilson intervals, joined with Newcombe's corrected φ."""
    e, f, g, h = table
    n = sum(table)
    (l1, u1), (l2, u2) = [proportion_confint(x, n, 1 - level, "wilson") for x in (e + f, e + g)]
    p1, p2 = (e + f) / n, (e + g) / n
    product = math.prod([e + f, g + h, e + g, f + h])
    determinant = e * h - f * g
    corrected = determinant - n / 2 if determinant > n / 2 else min(determinant, 0)
    phi = corrected / math.sqrt(product) if product else 0
    root = lambda x, y: math.sqrt(np.array([x, y]) @ np.array([[1, -phi], [-phi, 1]]) @ np.array([x, y]))
    return [p1 - p2 - root(p1 - l1, u2 - p2), p1 - p2 + root(u1 - p1, p2 - l2)]


def tango(table, level):
    """Tango's interval by its definition: each difference's likelihood is concave, and its maximum is bisected."""
    _, b, c, _ = table
    n = sum(table)
    z = stats.norm.ppf((1 + level) / 2)

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
    return [
        {"table": t, "level": l, "newcombe": newcombe_paired(t, l), "tango": tango(t, l)}
        for t in TABLES
        for l in (0.95, 0.9)
    ]


def sign_test():
    cases = [(0, 0), (0, 1), (6, 16), (16, 6), (5, 5), (0, 20), (480, 520), (300, 700), (49500, 50500)]
    p = lambda a, b: stats.binomtest(a, a + b).pvalue if a + b else 1
    return [{"first": a, "second": b, "p": p(a, b)} for a, b in cases]


def costs(purpose, n, failing):
    """Epochs to solve, in tens; null for the share that fails."""
    random = stream("statistics", purpose)
    draw = lambda u: None if u < failing else round(-800 * math.log(random())) // 10 * 10 + 10
    return [draw(random()) for _ in range(n)]


def median():
    def case(n, failing, level):
        values = costs(f"median {n}", n, failing)
        x = np.array([math.inf if v is None else v for v in values], float)
        test = stats.quantile_test(x, p=0.5)
        # order statistics r and s with P(B < r) and P(B >= s) at most (1 - level)/2, B binomial
        k = np.arange(n + 1)
        tail = stats.binom.cdf(k, n, 0.5) <= (1 - level) / 2
        rank = int(tail.sum())
        ordered = np.sort(x)
        interval = (ordered[rank - 1], ordered[n - rank]) if rank else (-math.inf, math.inf)
        found = test.confidence_interval(level)
        assert not rank or (found.low, found.high) == interval, (n, found, interval)
        coverage = 1 - 2 * stats.binom.cdf(rank - 1, n, 0.5)
        with np.errstate(invalid="ignore"):
            estimate = ordered[[(n - 1) // 2, n // 2]].sum() / 2
        return {
            "costs": values,
            "level": level,
            "estimate": bounds([estimate])[0],
            "bounds": bounds(interval),
            "coverage": coverage,
        }

    cases = [(1, 0), (5, 0.2), (6, 0), (11, 0.3), (20, 0.4), (25, 0.7), (50, 0.25)]
    return [case(n, f, l) for n, f in cases for l in ((0.95,) if n != 20 else (0.95, 0.8))]


def hodges_lehmann():
    """The shifts that SciPy's exact signed-rank test does not reject, tried between all neighbouring averages."""

    def case(n, level):
        random = stream("statistics", f"shift {n}")
        a = [round(random() * 100, 2) for _ in range(n)]
        b = [round(random() * 90, 2) for _ in range(n)]
        d = np.array(a) - np.array(b)
        walsh = np.sort(np.array([(d[i] + d[j]) / 2 for i in range(n) for j in range(i, n)]))
        gaps = np.concatenate([[walsh[0] - 1], (walsh[1:] + walsh[:-1]) / 2, [walsh[-1] + 1]])
        p = np.array([stats.wilcoxon(d - g, method="exact").pvalue for g in gaps])
        kept = np.flatnonzero(p > 1 - level)
        low, high = kept[0], kept[-1]
        # a kept gap at either end reaches beyond every average
        interval = (walsh[low - 1] if low else -math.inf, walsh[high] if high < len(walsh) else math.inf)
        return {"a": a, "b": b, "level": level, "estimate": float(np.median(walsh)), "bounds": bounds(interval)}

    return [case(n, l) for n, l in [(5, 0.95), (6, 0.95), (10, 0.95), (10, 0.8), (17, 0.95), (24, 0.99)]]


def solved_curve():
    values = costs("curve", 20, 0.3)
    epochs = sorted({v for v in values if v is not None})
    counts = [sum(v is not None and v <= e for v in values) for e in epochs]
    band = [bounds(stats.binomtest(c, 20).proportion_ci(method="wilson")) for c in counts]
    return {"costs": values, "epochs": epochs, "solved": counts, "bands": band}


def performance_profiles():
    names = ["tanh", "relu", "sigmoid"]
    table = {name: costs(name, 12, failing) for name, failing in zip(names, (0.1, 0.5, 0.25))}
    for row in table.values():
        row[5] = None  # a seed that nobody solves
    x = np.array([[math.inf if v is None else v for v in table[name]] for name in names])
    with np.errstate(invalid="ignore"):
        ratios = x / x.min(axis=0)
    at = [1, 1.25, 1.5, 2, 4, 10, 1000]
    return {
        "costs": table,
        "ratios": at,
        "shares": {n: [float((r <= t).mean()) for t in at] for n, r in zip(names, ratios)},
    }


def interquartile_mean():
    random = stream("statistics", "strata")
    strata = [[round(random() * (10 + i), 3) for _ in range(size)] for i, size in enumerate([7, 10, 4])]
    draw = stream("statistics", "bootstrap")
    repeats = 400
    pooled = np.concatenate(strata)
    results = []
    for _ in range(repeats):
        results.append(stats.trim_mean([row[int(draw() * len(row))] for row in strata for _ in row], 0.25))
    return {
        "strata": strata,
        "repeats": repeats,
        "estimate": stats.trim_mean(pooled, 0.25),
        "bounds": bounds(np.quantile(results, [0.025, 0.975])),
    }


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
    def case(n, level):
        random = stream("statistics", f"slope {n}")
        x = [round(math.log(10 * (i + 1)), 6) for i in range(n)]
        y = [round(1.5 - 0.5 * v + 0.1 * (random() - 0.5), 6) for v in x]
        fit = stats.linregress(x, y)
        half = student_quantile(level, n - 2) * fit.stderr
        interval = [fit.slope - half, fit.slope + half]
        return {"x": x, "y": y, "level": level, "slope": fit.slope, "intercept": fit.intercept, "bounds": interval}

    return [case(3, 0.95), case(4, 0.95), case(25, 0.95), case(25, 0.99)]


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
            "student": student(),
            "binomial": binomial(),
            "wilson": wilson(),
            "newcombe": newcombe(),
            "paired": paired(),
            "signTest": sign_test(),
            "median": median(),
            "hodgesLehmann": hodges_lehmann(),
            "solvedCurve": solved_curve(),
            "performanceProfiles": performance_profiles(),
            "interquartileMean": interquartile_mean(),
            "expectedEpochs": expected_epochs(),
            "slope": slope(),
            "holm": holm(),
        },
        default=float,
        ensure_ascii=False,
    )
)
