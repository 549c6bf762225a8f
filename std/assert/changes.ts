/** A line that both texts have, or only the first (removed), or only the second (added). */
export interface Change {
  readonly kind: "common" | "removed" | "added";
  readonly line: string;
}

/**
 * Lists the fewest changes that lead from the lines of one text to those of another.
 *
 * Wu, Manber, Myers, Miller, "An O(NP) Sequence Comparison Algorithm", Information Processing Letters 35 (1990). Among
 * equally short lists the choice is that of the real package, so that the messages agree to the letter.
 */
export function changes(before: readonly string[], after: readonly string[]): readonly Change[] {
  const shortest = Math.min(before.length, after.length);
  let head = 0;
  while (head < shortest && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shortest - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const removed = before.slice(head, before.length - tail);
  const added = after.slice(head, after.length - tail);
  return [
    ...before.slice(0, head).map(common),
    ...(removed.length >= added.length
      ? route(removed, added, "removed", "added")
      : route(added, removed, "added", "removed")),
    ...before.slice(before.length - tail).map(common),
  ];
}

function common(line: string): Change {
  return { kind: "common", line };
}

/** A place on a diagonal: how many short lines are used up, and by which changes, the last one first. */
interface Place {
  readonly y: number;
  readonly trail: Trail | null;
}

interface Trail {
  readonly change: Change;
  readonly before: Trail | null;
}

const UNREACHED: Place = { y: -1, trail: null };

function route(
  long: readonly string[],
  short: readonly string[],
  onlyLong: Change["kind"],
  onlyShort: Change["kind"],
): Change[] {
  if (short.length === 0) return long.map((line) => ({ kind: onlyLong, line }));
  const furthest = new Map<number, Place>();
  const at = (diagonal: number): Place => furthest.get(diagonal) ?? UNREACHED;

  /** The furthest place of a diagonal (long lines used less short lines used), from its two neighbours. */
  function advance(diagonal: number): void {
    if (diagonal < -short.length || diagonal > long.length) return;
    const left = at(diagonal - 1);
    const right = at(diagonal + 1);
    let place: Place;
    if (left.y === -1 && right.y === -1) {
      place = { y: 0, trail: null };
    } else if (right.y === -1 || diagonal === long.length || left.y > right.y + 1) {
      place = step(left, left.y, onlyLong, long[left.y + diagonal - 1]!);
    } else {
      place = step(right, right.y + 1, onlyShort, short[right.y]!);
    }
    while (place.y < short.length && long[place.y + diagonal] === short[place.y]) {
      place = step(place, place.y + 1, "common", short[place.y]!);
    }
    furthest.set(diagonal, place);
  }

  const goal = long.length - short.length;
  for (let detour = 0; at(goal).y < short.length; detour++) {
    for (let diagonal = -detour; diagonal < goal; diagonal++) advance(diagonal);
    for (let diagonal = goal + detour; diagonal > goal; diagonal--) advance(diagonal);
    advance(goal);
  }

  const changes: Change[] = [];
  for (let trail = at(goal).trail; trail !== null; trail = trail.before) changes.push(trail.change);
  return changes.reverse();
}

function step(from: Place, y: number, kind: Change["kind"], line: string): Place {
  return { y, trail: { change: { kind, line }, before: from.trail } };
}
