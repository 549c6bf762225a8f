"""Checks that what half of the starts chose is judged on the other half: best rates and cutoffs, from runs.csv anew."""

import math

from judge_checks import is_same_number

MEASURES = ("solved", "solved_epoch", "epochs")


def check_choices(result):
    """The faults of tables with choices and of those with the runs that they are judged on, one line each."""
    runs = runs_by_setting(result)
    if {"best_rates", "at_best_rates"} <= result.tables.keys():
        yield from check_best_rates(result, runs)
    if {"cutoffs", "restarted"} <= result.tables.keys():
        yield from check_cutoffs(result, runs)


def check_best_rates(result, runs):
    choices, judged = result.table("best_rates"), result.table("at_best_rates")
    place = list(result.levels).index("learning_rate")
    half = len({start for each in runs.values() for start in each}) // 2
    settings = choices.tuples(result.levels)
    costs = {setting: expected_epochs(choosing(runs[setting], half)) for setting in settings}
    fewest = {}
    for setting in settings:
        method = setting[:place] + setting[place + 1:]
        if costs[setting] < costs.get(fewest.get(method), math.inf):
            fewest[method] = setting
    for setting, published, best in zip(settings, choices.column("expected_epochs"), choices.column("best")):
        cost, name = costs[setting], f"{choices.path}: {', '.join(setting)}"
        if not is_same_number(finite(cost), published):
            yield f"{name}: costs {cost} expected epochs on the first half of the starts, not {published}"
        if cost < math.inf and best != (setting in fewest.values()):
            yield f"{name}: is {'not ' if best else ''}the best rate on the first half of the starts"
    chosen = {setting for setting, best in zip(settings, choices.column("best")) if best}
    wanted = {(*s, start): run for s in chosen for start, run in runs[s].items() if start >= half}
    yield from differing_rows(result, judged, wanted)


def check_cutoffs(result, runs):
    choices, judged = result.table("cutoffs"), result.table("restarted")
    wanted = {}
    for setting, published in zip(choices.tuples(result.levels), choices.column("cutoff")):
        half = len(runs[setting]) // 2
        cutoff = best_cutoff(choosing(runs[setting], half))
        if not is_same_number(cutoff, published):
            yield f"{choices.path}: {', '.join(setting)}: the best cutoff is {cutoff}, not {published}"
        for start, run in runs[setting].items():
            if start >= half:
                wanted[(*setting, start)] = given_up(run, math.inf if cutoff is None else cutoff)
    yield from differing_rows(result, judged, wanted)


def differing_rows(result, table, wanted):
    """Rows of a table that are not those wanted, by setting and start; and how many are missing."""
    keys = [(*setting, start) for setting, start in zip(table.tuples(result.levels), table.column("replicate"))]
    for number, (key, *row) in enumerate(zip(keys, *map(table.column, MEASURES)), 2):
        if wanted.get(key) != tuple(row):
            yield f"{table.path}, row {number}: is not what the runs of the second half of the starts give"
    missing = len(wanted.keys() - set(keys))
    if missing:
        yield f"{table.path}: lacks {missing} runs of the second half of the starts"


def runs_by_setting(result):
    """Of each setting, as text, its runs by start: solved, epoch when solved, epochs run."""
    runs, settings = result.table("runs"), {}
    rows = zip(runs.tuples(result.levels), runs.column("replicate"), *map(runs.column, MEASURES))
    for setting, start, *run in rows:
        settings.setdefault(setting, {})[start] = tuple(run)
    return settings


def choosing(runs, half):
    return [run for start, run in runs.items() if start < half]


def given_up(run, cutoff):
    """A run as it is if given up at a cutoff."""
    solved, solved_epoch, epochs = run
    spent = solved_epoch if solved else epochs
    in_time = solved and spent <= cutoff
    return in_time, spent if in_time else None, min(spent, cutoff)


def expected_epochs(runs):
    solved = sum(solved for solved, _, _ in runs)
    spent = sum(solved_epoch if solved else epochs for solved, solved_epoch, epochs in runs)
    return spent / solved if solved else math.inf


def best_cutoff(runs):
    """The cutoff with the fewest expected epochs, the smallest of equal ones; None if no run is solved."""
    candidates = sorted({solved_epoch for solved, solved_epoch, _ in runs if solved})
    return min(candidates, key=lambda cutoff: expected_epochs([given_up(run, cutoff) for run in runs]), default=None)


def finite(number):
    return None if number == math.inf else number
