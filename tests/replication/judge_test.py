"""Tests of the judge by hand-computed cases: python3 tests/replication/judge_test.py"""

import contextlib
import hashlib
import io
import json
import math
import os
import sys
import tempfile
import unittest
from statistics import NormalDist

sys.dont_write_bytecode = True
import judge
import judge_claims
from judge_intervals import (
    bootstrap_efforts,
    draw_doubles,
    draw_words,
    effort_ratio,
    median,
    median_interval,
    normal_quantile,
    order_statistic_rank,
    quantile,
    stream_state,
    tango,
    wilson,
)
from judge_rows import is_satisfied


class Intervals(unittest.TestCase):
    def assertInterval(self, found, expected, places):
        self.assertEqual([round(end, places) for end in found], list(expected))

    def test_wilson_as_printed_by_newcombe_1998(self):
        printed = {
            (81, 263): (0.2553, 0.3662),
            (15, 148): (0.0624, 0.1605),
            (0, 20): (0, 0.1611),
            (1, 29): (0.0061, 0.1718),
        }
        for (k, n), interval in printed.items():
            self.assertInterval(wilson(k, n, 0.95), interval, 4)
        self.assertEqual(wilson(0, 5, 0.95)[0], 0)
        self.assertEqual(wilson(5, 5, 0.95)[1], 1)

    def test_tango_as_printed_by_fagerland_lydersen_and_laake_2014(self):
        self.assertInterval(tango(1, 7, 21, 0.95), (-0.517, -0.026), 3)
        self.assertInterval(tango(7, 1, 21, 0.95), (0.026, 0.517), 3)

    def test_tango_where_it_has_a_closed_form(self):
        z2 = normal_quantile(0.95) ** 2
        for n in (1, 5, 40, 2000):
            for found, expected in zip(tango(n, 0, n, 0.95), ((n - z2) / (n + z2), 1)):
                self.assertAlmostEqual(found, expected, 12)
            for found, expected in zip(tango(0, n, n, 0.95), (-1, (z2 - n) / (n + z2))):
                self.assertAlmostEqual(found, expected, 12)
            for found, expected in zip(tango(0, 0, n, 0.95), (-z2 / (n + z2), z2 / (n + z2))):
                self.assertAlmostEqual(found, expected, 12)

    def test_tango_ends_at_0_where_mcnemars_statistic_is_the_quantile(self):
        confidence = 2 * NormalDist().cdf((9 - 4) / math.sqrt(9 + 4)) - 1
        self.assertAlmostEqual(tango(9, 4, 30, confidence)[0], 0, 9)

    def test_ranks_as_in_tables_of_the_sign_test(self):
        at_95 = {5: 0, 6: 1, 8: 1, 9: 2, 10: 2, 12: 3, 15: 4, 20: 6, 25: 8, 30: 10, 40: 14, 50: 18, 100: 40}
        at_99 = {7: 0, 8: 1, 10: 1, 20: 4, 30: 8, 50: 16}
        for n, rank in at_95.items():
            self.assertEqual(order_statistic_rank(n, 0.95), rank, n)
        for n, rank in at_99.items():
            self.assertEqual(order_statistic_rank(n, 0.99), rank, n)

    def test_medians_rank_missing_values_last(self):
        self.assertEqual(median([1, 2, math.inf]), 2)
        self.assertEqual(median([1, 2, math.inf, math.inf]), math.inf)
        self.assertEqual(median([1, 2, 4, math.inf]), 3)
        self.assertEqual(median_interval([1, 2, 3, 4, 5, math.inf], 0.95), (1, math.inf))
        self.assertEqual(median_interval([1, 2, 3, 4, 5], 0.95), (-math.inf, math.inf))

    def test_quantiles_of_type_7(self):
        self.assertEqual(quantile(list(range(1, 11)), 0.25), 3.25)
        self.assertEqual(quantile([1, 2, math.inf, math.inf], 1), math.inf)
        self.assertEqual(quantile([1, 2, math.inf], 0.5), 2)
        self.assertEqual(quantile([1, 2, math.inf], 0.6), math.inf)

    def test_streams_as_worked_in_the_description(self):
        state = stream_state("xorlab\ndepth-xor\n0\ninit")
        self.assertEqual(state, [1197103444, 2687801466, 3005564171, 585465095])
        self.assertEqual(draw_words(list(state), 4), [2674309520, 2736604002, 2748271767, 1179552506])
        weights = [-1 + 2 * u for u in draw_doubles(state, 3)]
        self.assertEqual(weights, [0.24532241578646397, 0.2797637622749203, 0.9203785275455498])
        self.assertEqual(draw_words([1, 2, 3, 4], 4), [11520, 0, 5927040, 70819200])

    def test_efforts(self):
        self.assertEqual(effort_ratio(100, 2, 300, 3), 2)
        self.assertEqual(effort_ratio(100, 2, 300, 0), math.inf)
        self.assertEqual(effort_ratio(100, 0, 300, 3), 0)
        self.assertEqual(effort_ratio(100, 0, 300, 0), 1)
        self.assertEqual(set(bootstrap_efforts("x", [[10, 10], [1, 1], [30, 30], [1, 1]])), {3})
        # of two pairs, one in four resamples takes the first twice, one in four the second twice
        ratios = bootstrap_efforts("x", [[10, 10], [1, 1], [10, 30], [1, 1]])
        self.assertEqual((len(ratios), set(ratios)), (2000, {1, 2, 3}))
        self.assertTrue(all(abs(ratios.count(ratio) - count) < 100 for ratio, count in ((1, 500), (2, 1000), (3, 500))))


class Verdicts(unittest.TestCase):
    def test_regions(self):
        above = {"kind": "difference", "is": "above", "than": 0}
        below = {"kind": "proportion", "is": "below", "than": 0.5}
        margin = {"kind": "ratio", "near": 1, "margin": 0.2}
        between = {"kind": "ratio", "between": [2, 4]}
        cases = [
            (above, 0.1, 0.3, "supported"),
            (above, 0, 0.3, "undecided"),
            (above, -0.3, 0, "undecided"),
            (above, -0.3, -0.1, "refuted"),
            (above, 1, math.inf, "supported"),
            (below, 0, 0.4, "supported"),
            (below, 0.5, 0.6, "undecided"),
            (below, 0.6, 0.7, "refuted"),
            (margin, 0.9, 1.1, "supported"),
            (margin, 0.9, 1.3, "undecided"),
            (margin, 1.3, 1.5, "refuted"),
            (margin, 0.1, 0.5, "refuted"),
            (between, 2, 3, "undecided"),
            (between, 2.5, 3, "supported"),
            (between, 5, math.inf, "refuted"),
        ]
        for claim, lower, upper, verdict in cases:
            self.assertEqual(judge_claims.verdict_of(claim, lower, upper), verdict, (claim, lower, upper))

    def judged(self, *estimates):
        """Holm over claims whose estimates are in standard errors."""
        claim = {"kind": "median", "is": "above", "than": 0, "confidence": 0.95}
        claims = dict.fromkeys("abc"[: len(estimates)], claim)

        def evidence(estimate):
            def interval(confidence):
                return estimate - normal_quantile(confidence), estimate + normal_quantile(confidence)

            return judge_claims.Evidence(estimate, 1, interval)

        found = judge_claims.judge_family(claims, dict(zip(claims, map(evidence, estimates))))
        return {name: (each["verdict"], round(each["confidence"], 6)) for name, each in found.items()}

    def test_holm_by_hand(self):
        # p = .0027, .0214, .0455 against .05/3, .05/2, .05
        self.assertEqual(
            self.judged(3, 2.3, 2),
            {"a": ("supported", 0.983333), "b": ("supported", 0.975), "c": ("supported", 0.95)},
        )
        # p = .0027, .0278, .0455: the second stops it
        self.assertEqual(
            self.judged(3, 2.2, 2),
            {"a": ("supported", 0.983333), "b": ("undecided", 0.975), "c": ("undecided", 0.975)},
        )
        self.assertEqual(self.judged(2.2, 2), {"a": ("undecided", 0.975), "b": ("undecided", 0.975)})
        self.assertEqual(self.judged(-2.5, 2), {"a": ("refuted", 0.975), "b": ("supported", 0.95)})

    def test_steps_of_holm(self):
        for confidence in (0.95, 0.975, 0.99):
            self.assertTrue(judge.is_holm_step(0.95, confidence, 5), confidence)
        for confidence in (0.9917, 0.96, 0.9, 1, None):
            self.assertFalse(judge.is_holm_step(0.95, confidence, 5), confidence)


STARTS = 20
FIELDS = {
    "net": "string",
    "replicate": "integer",
    "solved": "boolean",
    "solved_epoch": "number",
    "epochs": "number",
    "training_loss": "number",
    "max_error": "number",
}
CLAIM_FIELDS = {
    "claim": "string",
    "statement": "string",
    "verdict": "string",
    "estimate": "number",
    "lower": "number",
    "upper": "number",
    "n": "integer",
    "kind": "string",
    "confidence": "number",
}


def example():
    """A result of 20 starts: net "a" solves all after 10, 20, … epochs, "b" the first 10 after thrice as many."""
    runs = []
    for net in "ab":
        for start in range(STARTS):
            solved = net == "a" or start < 10
            epochs = 10 * (start + 1) * (1 if net == "a" else 3)
            loss = (0.001 if solved else 0.125) + start / 1e6
            runs.append([net, start, str(solved).lower(), epochs if solved else "", 1000, loss, loss])
    a, b = {"net": "a"}, {"net": "b"}
    solved, unsolved = {"condition": {"solved": True}}, {"solved_epoch": {"missing": True}}
    interval = {"confidence": 0.95, "family": "toy", "complete": True, "table": "runs"}
    exact = {"confidence": 0.95, "family": None, "complete": True, "table": "runs"}
    claims = {
        "all-a": {**exact, "kind": "every", "arms": [a], **solved},
        "no-b": {**exact, "kind": "none", "arms": [b], **solved},
        "epochs-exist": {**exact, "kind": "proof", "arms": [{}], "condition": {"any": [{"solved": True}, unsolved]}},
        "half-b": {**interval, "kind": "proportion", "arms": [b], **solved, "between": [0.1, 0.9]},
        "a-more-often": {**interval, "kind": "difference", "arms": [a, b], **solved, "is": "above", "than": 0},
        "a-sooner": {**interval, "kind": "sooner", "arms": [a, b], "value": "solved_epoch", "is": "above", "than": 0.5},
        "thrice": {**interval, "kind": "ratio", "arms": [a, b], "value": "solved_epoch", "between": [2.9, 3.1]},
        "b-late": {**interval, "kind": "median", "arms": [b], "value": "solved_epoch", "is": "above", "than": 1000},
        "not-run": {**interval, "kind": "proportion", "arms": [{"net": "c"}], **solved, "is": "above", "than": 0.5},
    }
    claims["not-run"]["complete"] = False
    for name, claim in claims.items():
        claim["statement"] = name
    # z² at 1 - .05/5: 6.634897; ranks of 10 and of 20 at .99: 1 and 4; "b-late" alone is left: rank 6 at .95
    z2 = 6.634896601021213
    rows = {
        "all-a": ["supported", 1, 0.838874841947180, 1, 20, "exact", 0.95],
        "no-b": ["refuted", 0.5, 0.299298008198, 0.700701991802, 20, "exact", 0.95],
        "epochs-exist": ["supported", "", "", "", 40, "proof", ""],
        "half-b": ["supported", 0.5, *wilson(10, 20, 0.99), 20, "equivalence", 0.99],
        "a-more-often": ["supported", 0.5, *tango(10, 0, 20, 0.99), 20, "comparison", 0.99],
        "a-sooner": ["supported", 1, 10 / (10 + z2), 1, 10, "comparison", 0.99],
        "thrice": ["supported", 3, 3, 3, 10, "equivalence", 0.99],
        "b-late": ["undecided", "", 180, "", 20, "comparison", 0.95],
        "not-run": ["undecided", "", "", "", 0, "comparison", ""],
    }
    return runs, claims, rows


def write_result(folder, runs, claims, rows):
    os.makedirs(folder, exist_ok=True)

    def write(name, text):
        with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file:
            file.write(text)

    def write_json(name, value):
        write(name, json.dumps(value))

    def write_csv(name, rows):
        write(name, "".join(",".join(map(str, row)) + "\r\n" for row in rows))

    def resource(name, types, key):
        fields = [{"name": field, "type": kind} for field, kind in types.items()]
        return {"name": name, "path": f"{name}.csv", "schema": {"fields": fields, "primaryKey": key}}

    write_json("claims.json", claims)
    resources = [resource("runs", FIELDS, ["net", "replicate"]), resource("claims", CLAIM_FIELDS, ["claim"])]
    write_json("datapackage.json", {"resources": resources})
    settings = {"suiteSeed": "xorlab", "replicates": STARTS, "levels": {"net": ["a", "b"]}}
    cells = [{"levels": {"net": net}, "config": {"initializer": {"name": "uniform"}}} for net in "ab"]
    write_csv("runs.csv", [list(FIELDS), *runs])
    write_csv("claims.csv", [list(CLAIM_FIELDS), *([name, name, *row] for name, row in rows.items())])
    write_json("summary.json", {"verdicts": {"supported": 6, "refuted": 1, "undecided": 2}})
    write("report.html", "".join(f'<li id="claim-{name}"><p>' for name in example()[1]))
    manifest = {"experiment": "toy", "seal": "0" * 64, "settings": settings, "cells": cells, "files": {}}
    for name in os.listdir(folder):
        with open(os.path.join(folder, name), "rb") as file:
            manifest["files"][name] = hashlib.sha256(file.read()).hexdigest()
    write_json("manifest.json", manifest)


class Results(unittest.TestCase):
    def judge(self, change=lambda runs, claims, rows: None, edit=lambda folder: None):
        """Exit code and lines for the example after a change, and an edit of its folder after the run."""
        parts = example()
        change(*parts)
        with tempfile.TemporaryDirectory() as folder:
            write_result(folder, *parts)
            edit(folder)
            output = io.StringIO()
            with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
                code = judge.main([folder])
            return code, output.getvalue().replace(folder + "/", "").splitlines()

    def test_agrees_with_an_example_worked_by_hand(self):
        self.assertEqual(self.judge(), (0, ["9 claims of 1 results agree, 0 differ"]))

    def assertFound(self, change, *parts, edit=lambda folder: None):
        code, lines = self.judge(change, edit)
        self.assertEqual(code, 1, lines)
        for part in parts:
            self.assertTrue(any(part in line for line in lines[:-1]), (part, lines))

    def test_finds_each_column(self):
        for at, column in enumerate(("verdict", "estimate", "lower", "upper", "n", "kind", "confidence")):
            def change(runs, claims, rows):
                rows["half-b"][at] = {0: "refuted", 4: 19, 5: "comparison"}.get(at, 0.5000001)

            self.assertFound(change, f"claims.csv: half-b, {column}: ours")

    def test_finds_what_an_outsider_checks(self):
        def repeat_row(runs, claims, rows):
            runs.append(runs[3])

        def copy_training(runs, claims, rows):
            runs[4] = [*runs[3][:1], 4, *runs[3][2:]]

        def drop_start(runs, claims, rows):
            del runs[4]

        def widen_arm(runs, claims, rows):
            claims["half-b"]["arms"] = [{}]

        def two_families(runs, claims, rows):
            claims["half-b"]["family"] = "other"

        def proof_in_family(runs, claims, rows):
            claims["epochs-exist"]["family"] = "toy"

        def proof_with_interval(runs, claims, rows):
            rows["epochs-exist"][1:4] = [1, 0.9, 1]

        def declare_complete(runs, claims, rows):
            claims["not-run"]["complete"] = True

        self.assertFound(repeat_row, "runs.csv, row 42: has the primary key of row 5: a, 3")
        self.assertFound(copy_training, "runs.csv, row 6: is the training of row 5 under another start")
        self.assertFound(drop_start, "runs.csv: lacks start 4 of a")
        self.assertFound(widen_arm, "half-b: ours refused: arm 1 has two rows of start 0: rows 2 and 22 of runs.csv")
        self.assertFound(two_families, "half-b: ours refused: its family is 'other'")
        self.assertFound(proof_in_family, "epochs-exist: ours refused: its family is 'toy'")
        self.assertFound(proof_with_interval, "epochs-exist, lower: ours nothing, theirs 0.9")
        self.assertFound(declare_complete, "not-run: is said to be complete, but net c was not run")

    def test_finds_what_another_file_knows(self):
        def same(runs, claims, rows):
            pass

        def delete_claim(runs, claims, rows):
            del claims["no-b"], rows["no-b"]

        def add_claim(runs, claims, rows):
            claims["new"], rows["new"] = claims["no-b"], rows["no-b"]

        def write(name, text):
            def edit(folder):
                with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                    file.write(text)

            return edit

        names = list(example()[1])
        lost = "claims.json: lacks the claim no-b, which report.html has"
        self.assertFound(delete_claim, lost, "summary.json: counts 1 claims refuted, claims.csv has 0")
        self.assertFound(add_claim, "report.html: lacks the claim new, which claims.json has")
        replicated = write("replication.csv", "\n".join(["claim", *names, "gone"]))
        self.assertFound(same, "claims.json: lacks the claim gone, which replication.csv has", edit=replicated)
        replicated = write("replication.csv", "\n".join(["claim", *names[1:]]))
        self.assertFound(same, "replication.csv: lacks the claim all-a, which claims.json has", edit=replicated)
        self.assertFound(same, "report.html: has another SHA-256 than in manifest.json", edit=write("report.html", ""))
        missing = "report.html: is missing, though manifest.json lists it"
        self.assertFound(same, missing, edit=lambda folder: os.remove(os.path.join(folder, "report.html")))

    def test_cannot_read_a_cell_of_another_type(self):
        def change(runs, claims, rows):
            runs[3][3] = "soon"

        code, lines = self.judge(change)
        self.assertEqual((code, lines), (2, ["runs.csv, row 5, column solved_epoch: 'soon' is not of type number"]))
        self.assertEqual(judge.main([]), 2)


class Conditions(unittest.TestCase):
    def test_conditions(self):
        class Rows:
            def column(self, name):
                return {"x": [3.0], "y": [None], "z": [2.0], "t": ["finished"], "b": [True]}[name]

        cases = [
            ({"x": 3, "b": True}, True),
            ({"b": 1}, False),
            ({"t": ["diverged", "finished"]}, True),
            ({"x": {"above": 2, "below": 3}}, False),
            ({"x": {"atLeast": 3, "atMost": 3}}, True),
            ({"x": {"above": {"column": "z"}}}, True),
            ({"x": {"below": {"column": "y"}}}, False),
            ({"not": {"x": {"below": {"column": "y"}}}}, True),
            ({"x": {"near": 2.5, "within": 0.5}}, False),
            ({"x": {"near": {"column": "z"}, "within": 1.5}}, True),
            ({"y": {"missing": True}}, True),
            ({"x": {"missing": True}}, False),
            ({"y": {"equals": {"column": "y"}}}, False),
            ({"t": {"equals": "finished"}}, True),
            ({"all": [{"x": 3}, {"any": [{"y": 1}, {"z": 2}]}]}, True),
        ]
        for condition, expected in cases:
            self.assertEqual(is_satisfied(Rows(), condition, 0), expected, condition)


if __name__ == "__main__":
    unittest.main()
