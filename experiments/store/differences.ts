/** Differences between two JSON values. */
import { preview } from "../../core/input/input_error.ts";

/** One difference, as deep in the values as possible. */
export interface Difference {
  /** Such as `settings.levels.function[1]`. */
  readonly path: string;
  /** Undefined if absent. */
  readonly before: unknown;
  /** Undefined if absent. */
  readonly after: unknown;
}

/** All differences, in the order of the first value's fields. */
export function differences(before: unknown, after: unknown, path = ""): Difference[] {
  if (Object.is(before, after)) return [];
  if (!isObject(before) || !isObject(after) || Array.isArray(before) !== Array.isArray(after)) {
    return [{ path, before, after }];
  }
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => {
    const innerPath = Array.isArray(before) ? `${path}[${key}]` : path ? `${path}.${key}` : key;
    return differences(before[key], after[key], innerPath);
  });
}

/** A difference as text, such as `replicates 200, now 2`. */
export function renderDifference({ path, before, after }: Difference): string {
  const render = (value: unknown) => value === undefined ? "absent" : preview(value);
  return `${path} ${render(before)}, now ${render(after)}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
