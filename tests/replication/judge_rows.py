"""Which rows of a table a claim looks at, and whether a row satisfies a condition."""

COMPARISONS = {
    "above": lambda value, limit: value > limit,
    "below": lambda value, limit: value < limit,
    "atLeast": lambda value, limit: value >= limit,
    "atMost": lambda value, limit: value <= limit,
}


def is_equal(value, wanted):
    """Equality of a cell and a value of JSON, which differ in type if one is a boolean or text."""
    if isinstance(value, (bool, str)) or isinstance(wanted, (bool, str)):
        return type(value) is type(wanted) and value == wanted
    return value is not None and value == wanted


def rows_of_arm(table, arm):
    """The rows, from 0, in which each column of the arm has its value, or one of its values."""
    rows = range(len(table.rows))
    for name, wanted in arm.items():
        values, options = table.column(name), wanted if isinstance(wanted, list) else [wanted]
        rows = [row for row in rows if any(is_equal(values[row], option) for option in options)]
    return list(rows)


def starts_of(table, rows):
    """The replicate of each row."""
    replicates = table.column("replicate")
    return [replicates[row] for row in rows]


def paired(first, second):
    """The rows of the starts that both arms have, in the order of the starts."""
    return [(first[start], second[start]) for start in sorted(first.keys() & second.keys())]


def is_satisfied(table, condition, row):
    """Whether a row satisfies a condition."""
    return all(_is_met(table, name, test, row) for name, test in condition.items())


def _is_met(table, name, test, row):
    if name == "all":
        return all(is_satisfied(table, each, row) for each in test)
    if name == "any":
        return any(is_satisfied(table, each, row) for each in test)
    if name == "not":
        return not is_satisfied(table, test, row)
    value = table.column(name)[row]
    if isinstance(test, list):
        return any(is_equal(value, option) for option in test)
    if not isinstance(test, dict):
        return is_equal(value, test)
    return all(_passes(table, value, relation, test, row) for relation in test if relation != "within")


def _passes(table, value, relation, test, row):
    operand = test[relation]
    if relation == "missing":
        return (value is None) == operand
    if isinstance(operand, dict):
        operand = table.column(operand["column"])[row]
    if value is None or operand is None:
        return False
    if relation == "equals":
        return is_equal(value, operand)
    if relation == "near":
        return abs(value - operand) < test["within"]
    return COMPARISONS[relation](value, operand)
