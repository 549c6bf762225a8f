/** Reference data from outside the project, by file. */
import { fixedPointCases } from "./fixed_points.ts";
import { functionCases } from "./functions.ts";
import { lectureCases } from "./lecture.ts";
import { publishedCases } from "./published.ts";
import type { OracleCase } from "./oracle_case.ts";
import { gradientCases, trajectoryCases } from "./torch.ts";

/** Converts each parsed file to cases; every file has its own format. */
// deno-lint-ignore no-explicit-any
export const ORACLES: Readonly<Record<string, (file: any) => OracleCase[]>> = {
  "functions.json": functionCases,
  "lecture.json": lectureCases,
  "published_case.json": publishedCases,
  "torch_gradients.json": gradientCases,
  "torch_trajectories.json": trajectoryCases,
  "xor_fixed_points.json": fixedPointCases,
};
