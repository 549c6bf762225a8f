/** What differs between two values that JSON can hold. */
import { shown } from "../../core/input/input_error.ts";

/** One difference, at the deepest place that shows it. */
export interface Difference {
  /** Such as `settings.levels.function[1]`. */
  readonly path: string;
  /** Undefined where there was nothing. */
  readonly before: unknown;
  readonly after: unknown;
}

/** All differences, in the order of the first value's fields. */
export function differences(before: unknown, after: unknown, path = ""): Difference[] {
  if (Object.is(before, after)) return [];
  if (!isTree(before) || !isTree(after) || Array.isArray(before) !== Array.isArray(after)) {
    return [{ path, before, after }];
  }
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => {
    const within = Array.isArray(before) ? `${path}[${key}]` : path ? `${path}.${key}` : key;
    return differences(before[key], after[key], within);
  });
}

/** A difference in words: `replicates 200, now 2`. */
export function inWords({ path, before, after }: Difference): string {
  const word = (value: unknown) => value === undefined ? "absent" : shown(value);
  return `${path} ${word(before)}, now ${word(after)}`;
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
