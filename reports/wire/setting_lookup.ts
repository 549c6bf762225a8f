/** The settings of an experiment that have some levels. */
import type { Cell } from "../../experiments/plan.ts";

/** Indices of the cells with these levels; levels of a few factors fit several cells. */
export function settingsWith(cells: readonly Cell[], levels: Readonly<Record<string, unknown>>): number[] {
  return [...cells.keys()].filter((i) =>
    Object.entries(levels).every(([factor, level]) => cells[i]!.levels[factor] === level)
  );
}
