"""Judges the claims of results anew, from their tables alone, with no code of the suite.

    python3 tests/replication/judge.py RESULT_FOLDER… [--json]

A folder of results stands for all results in it. The judge reads claims.json, manifest.json and the tables, recomputes
verdict, estimate, interval, n, kind and confidence of each claim, and compares them with claims.csv: numbers to 1e-9
(relative or absolute), the rest exactly. It also checks the tables: unique keys, every start of every cell there, no
training under two starts, curves that end where their runs do, choices judged on other starts. And it checks that the
files belong together: their SHA-256 in manifest.json, the claims that report.html and replication.csv list, and the
verdicts that summary.json counts. So it finds out if a claim was deleted from claims.json and claims.csv. Prints a line
per difference, then a count. Exit code 1: something differs; 2: a file cannot be read.
"""

import json
import math
import os
import sys
from concurrent.futures import ProcessPoolExecutor

sys.dont_write_bytecode = True  # the project's folder stays as it is
from judge_checks import check_tables, is_same_number
from judge_choices import check_choices
from judge_claims import INTERVAL_KINDS, judge_claims
from judge_files import check_files
from judge_tables import Result, Unreadable

COLUMNS = ("statement", "verdict", "estimate", "lower", "upper", "n", "kind", "confidence")
NUMERIC = ("estimate", "lower", "upper", "n", "confidence")


def compare(result):
    """The differences between claims.csv and the judge, each as file, claim, column, ours, theirs."""
    published = result.table("claims")
    rows = dict(zip(published.column("claim"), range(len(published.rows))))
    judgments, refused = judge_claims(result)
    family = sum(claim["kind"] in INTERVAL_KINDS for claim in result.claims.values())
    differences = [(name, "", f"refused: {reason}", "judged") for name, reason in refused.items()]
    differences += [(name, "", "no such claim in claims.json", "a row") for name in rows if name not in result.claims]
    for name, judgment in judgments.items():
        if name not in rows:
            differences.append((name, "", "a row", "missing"))
            continue
        theirs = {column: published.column(column)[rows[name]] for column in COLUMNS}
        differences += [(name, *difference) for difference in compare_rows(judgment, theirs)]
        claim = result.claims[name]
        declared, is_judged = claim.get("confidence"), claim["kind"] in INTERVAL_KINDS and claim["complete"]
        if is_judged and not is_holm_step(declared, theirs["confidence"], family):
            steps = f"1 - (1 - {declared}) / m with a whole m from 1 to {family}"
            differences.append((name, "confidence", steps, theirs["confidence"]))
    return [(published.path, *difference) for difference in differences]


def compare_rows(ours, theirs):
    """The columns in which the judge and claims.csv differ, with both values."""
    for column in COLUMNS:
        value = ours.get(column)
        if column not in NUMERIC:
            is_equal = value == theirs[column]
        else:
            value = None if value is not None and math.isinf(value) else value
            is_equal = is_same_number(value, theirs[column])
        if not is_equal:
            yield column, value, theirs[column]


def is_holm_step(declared, applied, family):
    """Whether a confidence is 1 - (1 - c) / m for a whole m of at most the size of the family."""
    if applied is None or not declared <= applied + 1e-12 or applied >= 1:
        return False
    m = (1 - declared) / (1 - applied)
    return abs(m - round(m)) < 1e-6 and 1 <= round(m) <= family


def judge_folder(folder):
    """The number of claims in a result, the differences, and the faults of its tables."""
    try:
        result = Result(folder)
        return len(result.claims), compare(result), [*check_files(result), *check_tables(result), *check_choices(result)]
    except (KeyError, TypeError, AttributeError) as error:
        raise Unreadable(f"{folder}: not in the agreed form: {error!r}") from error


def result_folders(paths):
    for path in paths:
        if os.path.exists(os.path.join(path, "manifest.json")) or not os.path.isdir(path):
            yield path
        else:
            inside = [os.path.join(path, name) for name in sorted(os.listdir(path))]
            found = [each for each in inside if os.path.exists(os.path.join(each, "manifest.json"))]
            if not found:
                raise Unreadable(f"{path}: has no result")
            yield from found


def main(args):
    paths = [arg for arg in args if arg != "--json"]
    if not paths or any(path.startswith("-") for path in paths):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        folders = list(result_folders(paths))
        with ProcessPoolExecutor(min(len(folders), os.cpu_count() or 1)) as pool:
            judged = list(pool.map(judge_folder, folders))
    except Unreadable as error:
        print(error, file=sys.stderr)
        return 2
    differences = [each for _, found, _ in judged for each in found]
    faults = [fault for _, _, found in judged for fault in found]
    report = report_as_json if "--json" in args else report_as_text
    report(sum(claims for claims, _, _ in judged), len(folders), differences, faults)
    return 1 if differences or faults else 0


def count_claims(differences):
    return len({(file, claim) for file, claim, *_ in differences})


def describe(value):
    if value is None:
        return "nothing"
    return value if isinstance(value, str) else repr(value).removesuffix(".0")


def report_as_text(claims, results, differences, faults):
    for file, claim, column, ours, theirs in differences:
        print(f"{file}: {claim}{', ' if column else ''}{column}: ours {describe(ours)}, theirs {describe(theirs)}")
    for fault in faults:
        print(fault)
    differing = count_claims(differences)
    count = f"{claims - differing} claims of {results} results agree, {differing} differ"
    print(f"{count}; {len(faults)} faults in files" if faults else count)


def report_as_json(claims, results, differences, faults):
    names = ("file", "claim", "column", "ours", "theirs")
    report = {"claims": claims, "results": results, "differing": count_claims(differences)}
    report["differences"] = [dict(zip(names, difference)) for difference in differences]
    print(json.dumps({**report, "faults": faults}))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
