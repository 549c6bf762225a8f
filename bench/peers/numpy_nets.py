"""2-4-1 sigmoid nets on XOR in NumPy with half squared error: CPU nanoseconds per net and epoch of three programs.

  python3 numpy_nets.py        prints three lines "<name> <nanoseconds>"
"""
import time

import numpy as np

X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
D = np.array([[0.0], [1.0], [1.0], [0.0]])
RATE = 0.5


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def row_by_row(epochs):
    """The textbook version: one net, one row at a time, with matrices instead of vectors."""
    random = np.random.default_rng(1)
    w1, b1 = random.uniform(-1, 1, (2, 4)), random.uniform(-1, 1, (1, 4))
    w2, b2 = random.uniform(-1, 1, (4, 1)), random.uniform(-1, 1, (1, 1))
    for _ in range(epochs):
        for x, d in zip(X, D):
            x = x.reshape(1, 2)
            h = sigmoid(np.dot(x, w1) + b1)
            y = sigmoid(np.dot(h, w2) + b2)
            delta2 = (y - d) * y * (1 - y)
            delta1 = np.dot(delta2, w2.T) * h * (1 - h)
            w2 -= RATE * np.dot(h.T, delta2)
            b2 -= RATE * delta2
            w1 -= RATE * np.dot(x.T, delta1)
            b1 -= RATE * delta1
    return 1


def full_batch(epochs):
    """One net, all rows at once."""
    random = np.random.default_rng(1)
    w1, b1 = random.uniform(-1, 1, (2, 4)), random.uniform(-1, 1, 4)
    w2, b2 = random.uniform(-1, 1, (4, 1)), random.uniform(-1, 1, 1)
    for _ in range(epochs):
        h = sigmoid(X @ w1 + b1)
        y = sigmoid(h @ w2 + b2)
        delta2 = (y - D) * y * (1 - y)
        delta1 = (delta2 @ w2.T) * h * (1 - h)
        w2 -= RATE * (h.T @ delta2)
        b2 -= RATE * delta2.sum(axis=0)
        w1 -= RATE * (X.T @ delta1)
        b1 -= RATE * delta1.sum(axis=0)
    return 1


def sigmoid_in_place(z):
    """The sigmoid in place, without allocation."""
    np.negative(z, out=z)
    np.exp(z, out=z)
    z += 1
    np.reciprocal(z, out=z)
    return z


def structure_of_arrays(epochs, nets=1000):
    """A thousand nets, one array per parameter, specialised for inputs of 0 and 1."""
    random = np.random.default_rng(1)
    w1, w2, b, v = random.uniform(-1, 1, (4, 4, nets))  # two weights, bias, weight to the output of the hidden units
    bias = random.uniform(-1, 1, nets)
    z = np.empty((4, 4, nets))  # by row and hidden unit
    for _ in range(epochs):
        z[0] = b
        np.add(b, w2, out=z[1])
        np.add(b, w1, out=z[2])
        np.add(z[2], w2, out=z[3])
        h = sigmoid_in_place(z)
        y = sigmoid_in_place(np.einsum("rjn,jn->rn", h, v) + bias)
        delta = (y - D) * y * (1 - y)
        below = 1 - h
        below *= h
        below *= v
        below *= delta[:, None]
        h *= delta[:, None]
        v -= RATE * h.sum(axis=0)
        bias -= RATE * delta.sum(axis=0)
        w1 -= RATE * (below[2] + below[3])
        w2 -= RATE * (below[1] + below[3])
        b -= RATE * below.sum(axis=0)
    return nets


def measure(program, epochs):
    """The cost of an epoch without start-up: the difference between a long and a short run."""
    program(epochs)  # warm-up
    times = []
    for n in (epochs, 3 * epochs):
        start = time.process_time()
        nets = program(n)
        times.append(time.process_time() - start)
    return 1e9 * (times[1] - times[0]) / (2 * epochs) / nets


for program, epochs in ((row_by_row, 1000), (full_batch, 3000), (structure_of_arrays, 300)):
    print(program.__name__, measure(program, epochs))
