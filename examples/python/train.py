"""Trains nets with xorlab from Python: configs in, results out.

Run it in the folder of xorlab: python3 examples/python/train.py
The trainer reads standard input and writes standard output; it needs no permission.
"""

import json
import subprocess
from pathlib import Path

XORLAB = Path(__file__).resolve().parents[2]


def train(configs):
    """Trains a list of configs; returns a list of results. Raises ValueError with the reason if one is invalid."""
    command = ["deno", "run", "--no-prompt", "command/main.ts", "train", "--config", "-"]
    done = subprocess.run(command, input=json.dumps(configs), capture_output=True, text=True, cwd=XORLAB)
    if done.returncode != 0:
        raise ValueError(done.stderr.strip())
    return json.loads(done.stdout)


def xor_config(units, seed):
    """XOR, learned by one hidden layer of tanh units."""
    return {
        "data": "xor",
        "network": {
            "inputs": 2,
            "layers": [
                {"units": units, "activation": "tanh", "bias": True},
                {"units": 1, "activation": "sigmoid", "bias": True},
            ],
        },
        "loss": "crossEntropy",
        "optimizer": {"name": "gradientDescent", "learningRate": 0.5},
        "seed": seed,
        "epochs": 500,
    }


if __name__ == "__main__":
    for units in (1, 2, 3):
        results = train([xor_config(units, seed) for seed in range(100)])
        solved = sum(result["solved"] for result in results)
        print(f"{units} hidden units: {solved} of {len(results)} starts solve XOR")
