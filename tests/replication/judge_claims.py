"""Judges claims from the tables alone: evidence by kind, verdicts, and Holm's correction of a family."""

import math

from judge_intervals import bootstrap_efforts, effort_ratio, median, median_interval, quantile, tango, wilson
from judge_rows import is_satisfied, paired, rows_of_arm, starts_of
from judge_tables import Unreadable

INTERVAL_KINDS = {"proportion": 1, "difference": 2, "sooner": 2, "ratio": 2, "effort": 2, "median": 1}
EXACT_KINDS = ("proof", "every", "none")
EXACT_CONFIDENCE = 0.95


class Refused(Exception):
    """A claim that the rules do not allow to be judged."""


class Evidence:
    """What an interval claim found: estimate, n, and the interval at any confidence."""

    def __init__(self, estimate, n, interval):
        self.estimate, self.n, self.interval = estimate, n, interval


def region_of(claim):
    """The open interval of values that support a claim."""
    if "between" in claim:
        return claim["between"]
    if "margin" in claim:
        near = claim.get("near", 0)
        return near - claim["margin"], near + claim["margin"]
    than = claim.get("than", 0.5 if claim["kind"] == "sooner" else None)
    return (-math.inf, than) if claim.get("is") == "below" else (than, math.inf)


def verdict_of(claim, lower, upper):
    """Supported if the whole interval lies strictly inside the region, refuted if strictly outside."""
    low, high = region_of(claim)
    if (low < lower or low == -math.inf) and (upper < high or high == math.inf):
        return "supported"
    return "refuted" if upper < low or lower > high else "undecided"


def exact_judgment(claim, result):
    """What a claim of kind proof, every or none finds; nothing where no row is selected."""
    kind, table = claim["kind"], result.table(claim["table"])
    rows = rows_of_arm(table, claim["arms"][0])
    if kind != "proof" and "replicate" not in table:
        raise Refused("its table has no column replicate")
    if not rows:
        return {}
    satisfying = [is_satisfied(table, claim["condition"], row) for row in rows]
    if kind == "proof":
        return {"verdict": "supported" if all(satisfying) else "refuted", "n": len(rows)}
    by_start = {}
    for start, satisfies in zip(starts_of(table, rows), satisfying):
        by_start.setdefault(start, []).append(satisfies)
    n = len(by_start)
    good = sum(all(each) if kind == "every" else any(each) for each in by_start.values())
    lower, upper = wilson(good, n, EXACT_CONFIDENCE)
    holds = good == (n if kind == "every" else 0)
    return {
        "verdict": "supported" if holds else "refuted",
        "estimate": good / n,
        "lower": lower,
        "upper": upper,
        "n": n,
    }


def evidence_of(name, claim, result):
    """Computes the evidence of an interval claim."""
    kind, table = claim["kind"], result.table(claim["table"])
    if "replicate" not in table:
        raise Refused("its table has no column replicate")
    arms = [{} for _ in claim["arms"]]
    for number, arm in enumerate(claim["arms"]):
        rows = rows_of_arm(table, arm)
        for row, start in zip(rows, starts_of(table, rows)):
            if start in arms[number]:
                places = f"rows {arms[number][start] + 2} and {row + 2} of {table.path}"
                raise Refused(f"arm {number + 1} has two rows of start {start:g}: {places}")
            arms[number][start] = row
    return EVIDENCE[kind](table, claim, arms, f"{result.suite_seed}\n{result.experiment}\n{result.seal}\n{name}")


def proportion(table, claim, arms, _):
    good = [is_satisfied(table, claim["condition"], row) for row in arms[0].values()]
    n = len(good)
    return Evidence(sum(good) / n if n else None, n, lambda confidence: wilson(sum(good), n, confidence))


def difference(table, claim, arms, _):
    pairs = [[is_satisfied(table, claim["condition"], row) for row in pair] for pair in paired(*arms)]
    n = len(pairs)
    first, second = pairs.count([True, False]), pairs.count([False, True])
    estimate = (first - second) / n if n else None
    return Evidence(estimate, n, lambda confidence: tango(first, second, n, confidence))


def values_in_pairs(table, claim, arms):
    values = table.column(claim["value"])
    pairs = [(values[first], values[second]) for first, second in paired(*arms)]
    return [pair for pair in pairs if None not in pair]


def sooner(table, claim, arms, _):
    pairs = values_in_pairs(table, claim, arms)
    wins = sum(first < second for first, second in pairs)
    n = wins + sum(first > second for first, second in pairs)
    return Evidence(wins / n if n else None, n, lambda confidence: wilson(wins, n, confidence))


def ratio(table, claim, arms, _):
    pairs = values_in_pairs(table, claim, arms)
    ratios = sorted(second / first for first, second in pairs if first > 0 and second > 0)
    return median_evidence(ratios)


def median_of_values(table, claim, arms, _):
    values = table.column(claim["value"])
    ordered = sorted(math.inf if values[row] is None else values[row] for row in arms[0].values())
    return median_evidence(ordered)


def median_evidence(ordered):
    estimate = median(ordered) if ordered else None
    return Evidence(estimate, len(ordered), lambda confidence: median_interval(ordered, confidence))


def effort(table, claim, arms, stream_name):
    solved, solved_epoch, epochs = (table.column(name) for name in ("solved", "solved_epoch", "epochs"))
    pairs = paired(*arms)
    columns = []
    for arm in zip(*pairs):
        columns.append([solved_epoch[row] if solved[row] else epochs[row] for row in arm])
        columns.append([int(solved[row]) for row in arm])
    if not pairs:
        return Evidence(None, 0, None)
    resampled = []

    def interval(confidence):
        if not resampled:
            resampled.extend(bootstrap_efforts(f"{stream_name}\nbootstrap", columns))
        return quantile(resampled, (1 - confidence) / 2), quantile(resampled, (1 + confidence) / 2)

    return Evidence(effort_ratio(*map(sum, columns)), len(pairs), interval)


EVIDENCE = {
    "proportion": proportion,
    "difference": difference,
    "sooner": sooner,
    "ratio": ratio,
    "median": median_of_values,
    "effort": effort,
}


def judge_family(claims, evidences):
    """Holm's correction: rounds at 1 - (1 - c) / m, m the number still undecided, until a round decides none."""
    judgments = {}
    undecided = list(evidences)
    while undecided:
        for name in undecided:
            confidence = 1 - (1 - claims[name]["confidence"]) / len(undecided)
            lower, upper = evidences[name].interval(confidence)
            verdict = verdict_of(claims[name], lower, upper)
            judgments[name] = {"verdict": verdict, "lower": lower, "upper": upper, "confidence": confidence}
        remaining = [name for name in undecided if judgments[name]["verdict"] == "undecided"]
        if len(remaining) == len(undecided):
            break
        undecided = remaining
    return judgments


def judge_claims(result):
    """The judgment of each claim, and the reasons why others are refused."""
    judgments, evidences, refused = {}, {}, {}
    for name, claim in result.claims.items():
        if claim["kind"] not in INTERVAL_KINDS and claim["kind"] not in EXACT_KINDS:
            raise Unreadable(f"{result.folder}/claims.json: {name} is of the unknown kind {claim['kind']!r}")
        try:
            check_rule(claim, result)
            judgments[name] = unjudged(claim)
            if not claim["complete"]:
                continue
            judgments[name] |= confidence_of(claim)
            if claim["kind"] in EXACT_KINDS:
                judgments[name] |= exact_judgment(claim, result)
                continue
            evidence = evidence_of(name, claim, result)
            if evidence.n > 0:
                evidences[name] = evidence
                judgments[name] |= {"estimate": evidence.estimate, "n": evidence.n}
        except Refused as reason:
            refused[name] = str(reason)
    for name, judgment in judge_family(result.claims, evidences).items():
        judgments[name] |= judgment
    return {name: judgment for name, judgment in judgments.items() if name not in refused}, refused


def check_rule(claim, result):
    """Refuses a claim of another family or with another number of arms."""
    is_interval = claim["kind"] in INTERVAL_KINDS
    if claim["family"] != (result.experiment if is_interval else None):
        raise Refused(f"its family is {claim['family']!r}")
    if len(claim["arms"]) != INTERVAL_KINDS.get(claim["kind"], 1):
        raise Refused(f"it has {len(claim['arms'])} arms")


def unjudged(claim):
    """The judgment of a claim whose settings were not all run."""
    if claim["kind"] in EXACT_KINDS:
        category = "proof" if claim["kind"] == "proof" else "exact"
    else:
        category = "equivalence" if {"margin", "between"} & claim.keys() else "comparison"
    return {"statement": claim["statement"], "verdict": "undecided", "n": 0, "kind": category}


def confidence_of(claim):
    """The confidence of a claim before Holm's correction; a proof has none."""
    if claim["kind"] == "proof":
        return {}
    return {"confidence": EXACT_CONFIDENCE if claim["kind"] in EXACT_KINDS else claim["confidence"]}
