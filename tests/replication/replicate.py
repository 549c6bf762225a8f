"""Replicates the suite's trainings independently and writes tests/fixtures/replication.json.

    apt-get install python3-numpy
    /usr/bin/python3 tests/replication/replicate.py > tests/fixtures/replication.json
    deno fmt tests/fixtures/replication.json

Written from textbook formulas with NumPy (2.2.4) alone and no code of the suite: starting weights come from NumPy's
generator; the order of operations and the exponential are its own. All runs of a cell train in parallel, one array
entry per run. Takes about a minute.

The training: rows [x1 x2 1] in the order 00 01 10 11, weights uniform in (-1, 1), an update after each row in order,
no other biases. A run is checked after every 10th epoch: a check passes if the largest |d - y| over the rows is below
0.1. A run is solved if its last check passes; its solved epoch is the first check from which on all pass. In the
fixture, `solved_epochs` lists those epochs in tens, ascending.
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


# each activation with its derivative as a function of its value
ACTIVATIONS = {
    "sigmoid": (sigmoid, lambda a: a * (1 - a)),
    "tanh": (np.tanh, lambda a: 1 - a * a),
}


class Net:
    """One output unit over `units` hidden units, or over the inputs if `units` is 0; the last axis is the run."""

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
            hidden_delta = delta * self.output * self.derivative(below)
            for i in range(3):
                if row[i]:
                    self.hidden[i] += hidden_delta
        self.output += delta * below


def train(random, function, units, activation, loss, learning_rate):
    """The solved epoch of each run; NaN if it is not solved at the end."""
    targets, net = TARGETS[function], Net(random, units, activation)
    solved_epoch = np.full(RUNS, np.nan)
    for epoch in range(1, EPOCHS + 1):
        for row, target in zip(ROWS, targets):
            net.learn(row, target, learning_rate, loss == "crossEntropy")
        if epoch % CHECK == 0:
            largest = np.max([abs(d - net.forward(row)[1]) for row, d in zip(ROWS, targets)], axis=0)
            solved = largest < TOLERANCE
            solved_epoch = np.where(solved, np.where(np.isnan(solved_epoch), epoch, solved_epoch), np.nan)
    return solved_epoch


def cell(experiment, **changes):
    defaults = {
        "function": "xor",
        "units": 4,
        "activation": "sigmoid",
        "loss": "halfSquaredError",
        "learning_rate": 0.9,
    }
    return {"experiment": experiment, **defaults, **changes}


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
    for number, settings in enumerate(CELLS):
        random = np.random.default_rng([SEED, number])
        solved_epoch = train(random, **{key: value for key, value in settings.items() if key != "experiment"})
        epochs = np.sort(solved_epoch[~np.isnan(solved_epoch)]).astype(int)
        tens = " ".join(str(epoch // CHECK) for epoch in epochs)
        lines.append(json.dumps({**settings, "runs": RUNS, "solved": len(epochs), "solved_epochs": tens}))
        print(f"{number + 1} of {len(CELLS)}: {settings}: {len(epochs)} of {RUNS}", file=sys.stderr)
    print('{ "cells": [\n  ' + ",\n  ".join(lines) + "\n] }")


if __name__ == "__main__":
    with np.errstate(over="ignore"):
        main()
