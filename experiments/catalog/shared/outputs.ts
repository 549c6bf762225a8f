/** The outputs of a run for the four rows of a function of two inputs. */
import { FUNCTIONS_OF_TWO } from "../../../core/components/datasets.ts";
import type { RunRow } from "../../define/tables.ts";

/** The columns of the outputs, in the order of the rows. */
export const OUTPUT_COLUMNS = ["output_00", "output_01", "output_10", "output_11"] as const;

/** Whether every output differs from ½ by less than `margin`. */
export function areOutputsNearHalf(run: RunRow, margin: number): boolean {
  return OUTPUT_COLUMNS.every((column) => Math.abs(run[column]! - 0.5) < margin);
}

/** The largest error of the four rows if the other three are below 0.1; otherwise undefined. */
export function fourthRowError(run: RunRow, name: string): number | undefined {
  const targets = (FUNCTIONS_OF_TWO as readonly string[]).indexOf(name).toString(2).padStart(4, "0");
  const errors = OUTPUT_COLUMNS.map((column, row) => Math.abs(Number(targets[row]) - run[column]!)).sort((a, b) =>
    a - b
  );
  return errors[2]! < 0.1 ? errors[3] : undefined;
}
