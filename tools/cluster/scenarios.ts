/** All scenarios of the cluster's drill. */
import { FILES } from "./files.ts";
import { INTERRUPTIONS } from "./interruptions.ts";
import type { Scenario } from "./scenario.ts";
import { SURROUNDINGS } from "./surroundings.ts";
import { TEMPLATES } from "./templates.ts";
import { UNDISTURBED } from "./undisturbed.ts";

const SCENARIOS: readonly Scenario[] = [...UNDISTURBED, ...TEMPLATES, ...INTERRUPTIONS, ...FILES, ...SURROUNDINGS];

/** The scenarios whose names contain one of the words; all of them without words. */
export function scenariosWith(words: readonly string[]): Scenario[] {
  return SCENARIOS.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
}
