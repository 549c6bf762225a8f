"""Checks that the files of a result belong together: none was edited after the run, and none has lost a claim."""

import csv
import hashlib
import os
import re
from collections import Counter

from judge_tables import Unreadable, read_json

CLAIM_ON_PAGE = re.compile(r'<li id="claim-([^"]+)"')


def check_files(result):
    """The faults, one line each."""
    return [*changed_files(result), *lost_claims(result), *wrong_counts(result)]


def changed_files(result):
    """Files that the manifest lists and that are missing or have another SHA-256."""
    for name, digest in result.files.items():
        path = os.path.join(result.folder, name)
        try:
            with open(path, "rb") as file:
                found = hashlib.sha256(file.read()).hexdigest()
        except FileNotFoundError:
            yield f"{path}: is missing, though manifest.json lists it"
            continue
        except OSError as error:
            raise Unreadable(f"{path}: {error}") from error
        if found != digest:
            yield f"{path}: has another SHA-256 than in manifest.json"


def lost_claims(result):
    """Claims that claims.json lacks and the page or the replications have, and the reverse."""
    for witness, read in (("report.html", claims_on_page), ("replication.csv", claims_replicated)):
        path = os.path.join(result.folder, witness)
        if not os.path.exists(path):
            continue  # replications are optional; changed_files misses the page
        names = read(path)
        for name in sorted(names - result.claims.keys()):
            yield f"{result.folder}/claims.json: lacks the claim {name}, which {witness} has"
        for name in sorted(result.claims.keys() - names):
            yield f"{result.folder}/{witness}: lacks the claim {name}, which claims.json has"


def claims_on_page(path):
    """The names of the claims that a page lists."""
    try:
        with open(path, encoding="utf-8") as file:
            return set(CLAIM_ON_PAGE.findall(file.read()))
    except (OSError, ValueError) as error:
        raise Unreadable(f"{path}: {error}") from error


def claims_replicated(path):
    """The names in the column `claim` of a CSV file."""
    try:
        with open(path, encoding="utf-8", newline="") as file:
            return {row["claim"] for row in csv.DictReader(file)}
    except (OSError, ValueError, csv.Error) as error:
        raise Unreadable(f"{path}: {error}") from error


def wrong_counts(result):
    """Verdicts of which summary.json counts more or fewer than claims.csv has rows."""
    path = os.path.join(result.folder, "summary.json")
    counted = read_json(path)["verdicts"]
    found = Counter(result.table("claims").column("verdict"))
    for verdict in sorted(counted.keys() | found.keys()):
        if counted.get(verdict, 0) != found[verdict]:
            yield f"{path}: counts {counted.get(verdict, 0)} claims {verdict}, claims.csv has {found[verdict]}"
