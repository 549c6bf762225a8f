"""Reads the files of a result for the judge: JSON, and CSV tables with the column types of datapackage.json."""

import csv
import json
import os
import re

NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][-+]?\d+)?")


class Unreadable(Exception):
    """Input that cannot be judged; the message names the file."""


def read_json(path):
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    except (OSError, ValueError) as error:
        raise Unreadable(f"{path}: {error}") from error


class Table:
    """A CSV table. Row numbers start at 1, the header."""

    def __init__(self, folder, resource):
        self.name = resource["name"]
        self.path = os.path.join(folder, resource["path"])
        schema = resource["schema"]
        self.types = {field["name"]: field["type"] for field in schema["fields"]}
        key = schema.get("primaryKey", [])
        self.key = [key] if isinstance(key, str) else key
        header, *self.rows = self._read()
        if header != list(self.types):
            raise Unreadable(f"{self.path}: the header is not that of datapackage.json")
        self.index = {name: at for at, name in enumerate(header)}
        self._columns = {}

    def _read(self):
        try:
            with open(self.path, encoding="utf-8", newline="") as file:
                rows = list(csv.reader(file, strict=True))
        except (OSError, ValueError, csv.Error) as error:
            raise Unreadable(f"{self.path}: {error}") from error
        if not rows:
            raise Unreadable(f"{self.path}: is empty")
        for number, row in enumerate(rows, 1):
            if len(row) != len(rows[0]):
                raise Unreadable(f"{self.path}, row {number}: has {len(row)} cells, not {len(rows[0])}")
        return rows

    def __contains__(self, name):
        return name in self.types

    def texts(self, name):
        """The cells of a column as written."""
        if name not in self.index:
            raise Unreadable(f"{self.path}: has no column {name}")
        at = self.index[name]
        return [row[at] for row in self.rows]

    def column(self, name):
        """The values of a column: text, boolean or float; None where missing."""
        if name not in self._columns:
            texts, kind = self.texts(name), self.types[name]
            self._columns[name] = [self._value(text, kind, name, at) for at, text in enumerate(texts, 2)]
        return self._columns[name]

    def _value(self, text, kind, name, number):
        if text == "":
            return None
        if kind == "string":
            return text
        if kind == "boolean" and text in ("true", "false"):
            return text == "true"
        if kind in ("number", "integer") and NUMBER.fullmatch(text):
            return float(text)
        raise Unreadable(f"{self.path}, row {number}, column {name}: {text!r} is not of type {kind}")

    def tuples(self, names):
        """The cells of some columns as written, one tuple per row."""
        places = [self.index[name] for name in names]
        return [tuple([row[at] for at in places]) for row in self.rows]


class Result:
    """The files of one experiment's result."""

    def __init__(self, folder):
        self.folder = folder
        manifest = read_json(os.path.join(folder, "manifest.json"))
        self.claims = read_json(os.path.join(folder, "claims.json"))
        package = read_json(os.path.join(folder, "datapackage.json"))
        try:
            self.experiment, self.seal = manifest["experiment"], manifest["seal"]
            settings = manifest["settings"]
            self.suite_seed, self.replicates, self.levels = (
                settings[name] for name in ("suiteSeed", "replicates", "levels")
            )
            self.cells, self.files = manifest["cells"], manifest["files"]
            tables = [Table(folder, each) for each in package["resources"] if each["path"].endswith(".csv")]
        except (KeyError, TypeError) as error:
            raise Unreadable(f"{folder}: {error!r} is missing from manifest.json or datapackage.json") from error
        self.tables = {table.name: table for table in tables}
        for name in ("runs", "claims"):
            self.table(name)

    def table(self, name):
        if name not in self.tables:
            raise Unreadable(f"{self.folder}: datapackage.json has no table {name}")
        return self.tables[name]
