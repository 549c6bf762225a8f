/** The outside sources by file. */
import { fixedPointQuestions } from "./fixed_points.ts";
import { functionQuestions } from "./functions.ts";
import { lectureQuestions } from "./lecture.ts";
import { publishedQuestions } from "./published.ts";
import type { Question } from "./question.ts";
import { gradientQuestions, trajectoryQuestions } from "./torch.ts";

/** A reader turns the parsed file into questions; the file's shape is its own. */
// deno-lint-ignore no-explicit-any
export const ORACLES: Readonly<Record<string, (file: any) => Question[]>> = {
  "functions.json": functionQuestions,
  "lecture.json": lectureQuestions,
  "published_case.json": publishedQuestions,
  "torch_gradients.json": gradientQuestions,
  "torch_trajectories.json": trajectoryQuestions,
  "xor_fixed_points.json": fixedPointQuestions,
};
