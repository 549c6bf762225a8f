"""Trains the suite's nets once more, independently, and writes tests/fixtures/replication.json.

    apt-get install python3-numpy
    /usr/bin/python3 tests/replication/replicate.py > tests/fixtures/replication.json
    deno fmt tests/fixtures/replication.json

Written from the textbook's formulas with NumPy alone (2.2.4), without a look at the suite: its own starting weights
from NumPy's generator, its own order of operations, its own exponential. All runs of a cell train side by side, one array
entry a run. Takes about a minute.

What is trained: rows [x1 x2 1] in the order 00 01 10 11, weights uniform in (-1, 1), an update after each row in order,
no other biases. A run is checked after every 10th epoch: solved where the largest |d - y| over the rows is below 0.1. It
counts as solved if it is at the last check, and its epoch is the first check from which on all are. In the fixture,
`solved_epochs` lists those epochs in tens, ascending.
"""

import json
import sys

import numpy as np

ROWS = [(0, 0, 1), (0, 1, 1), (1, 0, 1), (1, 1, 1)]
TARGETS = {"and": (0, 0, 0, 1), "or": (0, 1, 1, 1), "x1": (0, 0, 1, 1), "xor": (0, 1, 1, 0)}
RUNS, EPOCHS, CHECK, TOLERANCE = 1000, 10_000, 10, 0.1
SEED = 19580623


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


# an activation, and its derivative from the activation's value
ACTIVATIONS = {
    "sigmoid": (sigmoid, lambda a: a * (1 - a)),
    "tanh": (np.tanh, lambda a: 1 - a * a),
}


class Net:
    """One output unit over `units` hidden ones, or over the inputs where units is 0; the last axis is the run."""

    def __init__(self, random, units, activation):
        self.hidden = random.uniform(-1, 1, (3, units, RUNS)) if units else None
        self.output = random.uniform(-1, 1, (units or 3, RUNS))
        self.activate, self.derivative = ACTIVATIONS[activation]

    def forward(self, row):
        if self.hidden is None:
            below = np.array(row, dtype=float)[:, None]
        else:
            below = self.activate(sum(self.hidden[i] for i in range(3) if row[i]))
        return below, sigmoid((self.output * below).sum(axis=0))

    def learn(self, row, target, rate, cross_entropy):
        below, y = self.forward(row)
        error = target - y
        delta = rate * (error if cross_entropy else error * y * (1 - y))
        if self.hidden is not None:
            thrown_back = delta * self.output * self.derivative(below)
            for i in range(3):
                if row[i]:
                    self.hidden[i] += thrown_back
        self.output += delta * below


def train(random, function, units, activation, loss, learning_rate):
    """The epochs from which on each run is solved; NaN where it is not at the end."""
    targets, net = TARGETS[function], Net(random, units, activation)
    since = np.full(RUNS, np.nan)
    for epoch in range(1, EPOCHS + 1):
        for row, target in zip(ROWS, targets):
            net.learn(row, target, learning_rate, loss == "crossEntropy")
        if epoch % CHECK == 0:
            largest = np.max([abs(d - net.forward(row)[1]) for row, d in zip(ROWS, targets)], axis=0)
            solved = largest < TOLERANCE
            since = np.where(solved, np.where(np.isnan(since), epoch, since), np.nan)
    return since


def cell(experiment, **changes):
    lecture = {
        "function": "xor",
        "units": 4,
        "activation": "sigmoid",
        "loss": "halfSquaredError",
        "learning_rate": 0.9,
    }
    return {"experiment": experiment, **lecture, **changes}


CELLS = [
    *(cell("depth-xor", function=f, units=units) for f in ("and", "or", "xor") for units in (0, 4)),
    *(cell("hidden-width", units=units) for units in (1, 2, 3, 8, 16)),
    cell("losses", loss="crossEntropy"),
    cell("losses", function="x1"),
    cell("losses", function="x1", loss="crossEntropy"),
    *(cell("learning-rate", learning_rate=rate) for rate in (0.1, 0.3, 3, 10)),
    *(cell("learning-rate", learning_rate=rate, loss="crossEntropy") for rate in (0.1, 3)),
    *(cell("learning-rate", learning_rate=rate, activation="tanh") for rate in (0.1, 0.9, 3)),
]


def main():
    lines = []
    for number, what in enumerate(CELLS):
        random = np.random.default_rng([SEED, number])
        since = train(random, **{key: value for key, value in what.items() if key != "experiment"})
        epochs = np.sort(since[~np.isnan(since)]).astype(int)
        tens = " ".join(str(epoch // CHECK) for epoch in epochs)
        lines.append(json.dumps({**what, "runs": RUNS, "solved": len(epochs), "solved_epochs": tens}))
        print(f"{number + 1} of {len(CELLS)}: {what}: {len(epochs)} of {RUNS}", file=sys.stderr)
    print('{ "cells": [\n  ' + ",\n  ".join(lines) + "\n] }")


if __name__ == "__main__":
    with np.errstate(over="ignore"):
        main()
