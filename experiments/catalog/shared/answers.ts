/** What a run answers to the four rows of a function of two inputs, beside what it should. */
import { FUNCTIONS_OF_TWO } from "../../../core/components/datasets.ts";
import type { RunRow } from "../../experiment.ts";

/** The columns of the answers, in the order of the rows. */
export const ANSWERS = ["output_00", "output_01", "output_10", "output_11"] as const;

/** Whether every answer is within so much of ½. */
export function nearHalf(run: RunRow, margin: number): boolean {
  return ANSWERS.every((column) => Math.abs(run[column]! - 0.5) < margin);
}

/** How far the fourth row is from its target where the three others are within 0.1 of theirs; otherwise undefined. */
export function errorOfTheFourth(run: RunRow, name: string): number | undefined {
  const targets = (FUNCTIONS_OF_TWO as readonly string[]).indexOf(name).toString(2).padStart(4, "0");
  const errors = ANSWERS.map((column, row) => Math.abs(Number(targets[row]) - run[column]!)).sort((a, b) => a - b);
  return errors[2]! < 0.1 ? errors[3] : undefined;
}
