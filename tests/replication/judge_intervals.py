"""Intervals of the judge, from textbook formulas: exact integers and fractions where the formula allows it.

Wilson (1927) for a proportion, Tango (1998) for a difference of paired proportions, order statistics for a median, and
the percentile bootstrap with a named stream: SHA-256 of a text seeds xoshiro128** (Blackman and Vigna 2018).
"""

import hashlib
import math
from fractions import Fraction
from functools import lru_cache
from statistics import NormalDist

RESAMPLES = 2000


def normal_quantile(confidence):
    """The z that a standard normal variable stays within, two-sided, with this probability."""
    return NormalDist().inv_cdf((1 + confidence) / 2)


def wilson(successes, n, confidence):
    """Wilson's score interval of a proportion."""
    z = normal_quantile(confidence)
    center = (successes + z * z / 2) / (n + z * z)
    half_width = z / (n + z * z) * math.sqrt(successes * (n - successes) / n + z * z / 4)
    return (0.0 if successes == 0 else center - half_width, 1.0 if successes == n else center + half_width)


def tango(only_first, only_second, n, confidence):
    """Tango's score interval of p1 - p2, from the pairs in which only the first or only the second succeeds."""
    z = normal_quantile(confidence)
    difference = only_first - only_second

    def score(delta):
        # the restricted maximum-likelihood estimate of the probability that only the second succeeds
        b = -only_first - only_second + (2 * n - difference) * delta
        c = -only_second * delta * (1 - delta)
        q = (math.sqrt(max(b * b - 8 * n * c, 0)) - b) / (4 * n)
        variance = n * (2 * q + delta * (1 - delta))
        distance = difference - n * delta
        return distance / math.sqrt(variance) if variance > 0 else math.copysign(math.inf, distance)

    def solve(limit, low, high):
        """Where the score, which falls as delta grows, passes the limit."""
        for _ in range(200):
            middle = (low + high) / 2
            if score(middle) > limit:
                low = middle
            else:
                high = middle
        return (low + high) / 2

    estimate = difference / n
    lower = -1.0 if only_second == n else solve(z, -1.0, estimate)
    upper = 1.0 if only_first == n else solve(-z, estimate, 1.0)
    return (lower, upper)


@lru_cache(maxsize=None)
def order_statistic_rank(n, confidence):
    """The largest rank r for which [x_r, x_(n+1-r)] covers the median with this confidence; 0 if there is none."""
    allowed = (1 - Fraction(confidence)) / 2 * 2**n
    rank, term, total = 0, 1, 1  # the binomial coefficient n over rank, and the sum of those up to it
    while total <= allowed:
        term = term * (n - rank) // (rank + 1)
        rank += 1
        total += term
    return rank


def median_interval(ordered, confidence):
    """The order-statistic interval of the median of ascending numbers; unbounded where no rank suffices."""
    rank = order_statistic_rank(len(ordered), confidence)
    return (ordered[rank - 1], ordered[-rank]) if rank > 0 else (-math.inf, math.inf)


def median(ordered):
    """The median of ascending numbers, which may end in infinities."""
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 == 1 else (ordered[half - 1] + ordered[half]) / 2


def quantile(ordered, p):
    """The quantile of ascending numbers by linear interpolation (type 7 of Hyndman and Fan 1996)."""
    position = (len(ordered) - 1) * p
    below = math.floor(position)
    part = position - below
    low, high = ordered[below], ordered[min(below + 1, len(ordered) - 1)]
    return low if part == 0 or low == high else low + (high - low) * part


def stream_state(name):
    """The four words of state that a stream's name gives."""
    digest = hashlib.sha256(name.encode("utf-8")).digest()
    return [int.from_bytes(digest[at : at + 4], "big") for at in (0, 4, 8, 12)]


def draw_words(state, count):
    """The next outputs of xoshiro128**; advances the state in place."""
    s0, s1, s2, s3 = state
    words = []
    append = words.append
    for _ in range(count):
        product = s1 * 5 & 0xFFFFFFFF
        append((product << 7 | product >> 25) * 9 & 0xFFFFFFFF)
        shifted = s1 << 9 & 0xFFFFFFFF
        s2 ^= s0
        s3 ^= s1
        s1 ^= s2
        s0 ^= s3
        s2 ^= shifted
        s3 = (s3 << 11 | s3 >> 21) & 0xFFFFFFFF
    state[:] = s0, s1, s2, s3
    return words


def draw_doubles(state, count):
    """The next numbers from [0, 1), of 53 bits each."""
    words = draw_words(state, 2 * count)
    return [((a >> 5) * 67108864 + (b >> 6)) / 9007199254740992 for a, b in zip(words[::2], words[1::2])]


def effort_ratio(first_epochs, first_solved, second_epochs, second_solved):
    """Expected epochs with restarts of the second, divided by those of the first."""
    if first_solved == 0:
        return 1.0 if second_solved == 0 else 0.0
    if second_solved == 0:
        return math.inf
    return (second_epochs / second_solved) / (first_epochs / first_solved)


def bootstrap_efforts(stream_name, columns):
    """The effort ratios of resampled pairs, ascending; `columns` are the four arguments of `effort_ratio` by pair."""
    state = stream_state(stream_name)
    n = len(columns[0])
    ratios = []
    for _ in range(RESAMPLES):
        chosen = [int(u * n) for u in draw_doubles(state, n)]
        ratios.append(effort_ratio(*(sum(map(column.__getitem__, chosen)) for column in columns)))
    return sorted(ratios)
