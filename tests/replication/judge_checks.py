"""Checks of a result's tables that need no claim."""

import math


def is_same_number(ours, theirs):
    """Whether two numbers agree to 1e-9, relative or absolute, or are both missing."""
    if ours is None or theirs is None:
        return ours is None and theirs is None
    return math.isclose(ours, theirs, rel_tol=1e-9, abs_tol=1e-9)


def check_tables(result):
    """The faults of the tables, one line each."""
    faults = [fault for table in result.tables.values() for fault in repeated_keys(table)]
    faults += missing_levels(result)
    faults += wrong_starts(result)
    faults += repeated_trainings(result, result.table("runs"), is_trace_of_start_at_end)
    if "curves" in result.tables:
        faults += repeated_trainings(result, result.table("curves"), is_trace_of_start_at_epoch_0)
        faults += broken_curves(result)
    return faults


def repeated_keys(table):
    """Rows that have the primary key of an earlier row."""
    if not table.key:
        return []
    rows, faults = {}, []
    for number, key in enumerate(table.tuples(table.key), 2):
        if key in rows:
            faults.append(f"{table.path}, row {number}: has the primary key of row {rows[key]}: {', '.join(key)}")
        rows.setdefault(key, number)
    return faults


def missing_levels(result):
    """Claims said to be complete though a level that an arm names was not run."""
    path = f"{result.folder}/claims.json"
    for name, claim in result.claims.items():
        if not claim["complete"] or claim["table"] not in ("runs", "curves"):
            continue
        for arm in claim["arms"]:
            for factor in arm.keys() & result.levels.keys():
                levels = arm[factor] if isinstance(arm[factor], list) else [arm[factor]]
                for level in set(levels) - set(result.levels[factor]):
                    yield f"{path}: {name}: is said to be complete, but {factor} {level} was not run"


def wrong_starts(result):
    """Cells of the manifest that lack a start in runs.csv, or that draw nothing and have more than one."""
    runs = result.table("runs")
    factors = list(result.levels)
    found = set(runs.tuples([*factors, "replicate"]))
    for cell in result.cells:
        levels = tuple(cell["levels"][factor] for factor in factors)
        starts = result.replicates if draws_anything(cell["config"]) else 1
        for replicate in range(result.replicates):
            if ((*levels, str(replicate)) in found) != (replicate < starts):
                fault = "lacks" if replicate < starts else "draws nothing, but has"
                yield f"{runs.path}: {fault} start {replicate} of {', '.join(levels)}"


def repeated_trainings(result, table, is_trace):
    """Rows of two starts of one cell that are equal to the last digit, though each start draws other weights."""
    factors = list(result.levels)
    drawn_cells = [cell["levels"] for cell in result.cells if draws_weights(cell["config"]) and not ends_alike(cell["config"])]
    drawn = {tuple(levels[factor] for factor in factors) for levels in drawn_cells}
    measures = [name for name in table.types if name not in (*factors, "replicate", "epoch")]
    rows = {}
    for at, (cell, values) in enumerate(zip(table.tuples(factors), table.tuples(measures))):
        if cell not in drawn or not is_trace(table, at):
            continue
        if (cell, values) in rows:
            yield f"{table.path}, row {at + 2}: is the training of row {rows[cell, values] + 2} under another start"
        rows.setdefault((cell, values), at)


def draws_weights(config):
    """Whether the starts of a cell have different weights."""
    return "parameters" not in config and (config.get("initializer") or {}).get("name") != "constant"


def ends_alike(config):
    """Whether solved runs may reach the same optimum, to the last digit: the loss has one at finite weights."""
    return (config.get("loss") or {}).get("smoothing", 0) > 0 or (config.get("optimizer") or {}).get("weightDecay", 0) > 0


def draws_anything(config):
    """Whether the starts of a cell differ."""
    return draws_weights(config) or config["order"] == "shuffled"


def is_trace_of_start_at_epoch_0(table, row):
    """Whether the row tells starts apart: at epoch 0, with outputs that are not all 0, 1/2 or 1."""
    return table.column("epoch")[row] == 0 and table.column("max_error")[row] not in (None, 0, 0.5, 1)


def is_trace_of_start_at_end(table, row):
    """Whether the row tells starts apart: unsolved runs may end at one fixed point, and steps at whole outputs."""
    return table.column("solved")[row] is True and table.column("max_error")[row] not in (None, 0)


def broken_curves(result):
    """Curves whose last point is at the last epoch of their run but has other measures."""
    runs, curves = result.table("runs"), result.table("curves")
    start = [*result.levels, "replicate"]
    names = ("training_loss", "mean_squared_error", "max_error")
    measures = [name for name in names if name in runs and name in curves]
    ends = dict(zip(runs.tuples([*start, "epochs"]), runs.tuples(measures)))
    for number, (point, values) in enumerate(zip(curves.tuples([*start, "epoch"]), curves.tuples(measures)), 2):
        if ends.get(point, values) != values:
            yield f"{curves.path}, row {number}: is not where the run of start {', '.join(point[:-1])} ends in runs.csv"
