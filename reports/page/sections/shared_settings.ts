/** Settings of a page that another experiment holds: one setting has one number, on the page of its home. */
import type { ResolvedConfig } from "../../../core/config/config.ts";
import { settingName } from "../../../experiments/display_names.ts";
import type { Experiment } from "../../../experiments/experiment.ts";
import { type Plan, planOf, SUITE_SEED } from "../../../experiments/plan.ts";
import { type Html, markup } from "../../html.ts";
import { formatCount } from "../numbers.ts";

/**
 * The home of each setting of a course, by its config: the first experiment that has it.
 *
 * An experiment that trains to the end goes before those that stop once solved, because only it knows whether a run
 * stays solved.
 */
const homes = new WeakMap<readonly Experiment[], ReadonlyMap<string, Experiment>>();

function homesIn(course: readonly Experiment[]): ReadonlyMap<string, Experiment> {
  const known = homes.get(course);
  if (known) return known;
  const found = new Map<string, Experiment>();
  const settings = course.flatMap((experiment) =>
    planOf(experiment, { suiteSeed: SUITE_SEED, seeds: 1 }).cellRuns.map(({ config }) => ({ experiment, config }))
  );
  const [toTheEnd, stopped] = [true, false].map((isEnd) =>
    settings.filter(({ config }) => (config.stop === null) === isEnd)
  );
  for (const { experiment, config } of [...toTheEnd!, ...stopped!]) {
    const key = keyOf(config);
    if (!found.has(key)) found.set(key, experiment);
  }
  homes.set(course, found);
  return found;
}

/** A config without what differs between the runs of a setting, or ends them. */
function keyOf({ seed: _, checkpoints: __, stop: ___, ...setting }: ResolvedConfig): string {
  return JSON.stringify(setting);
}

/** For each home of settings of a plan, a sentence that links to it. */
export function sharedSettings({ experiment, cells, cellRuns }: Plan, course: readonly Experiment[]): Html[] {
  const home = homesIn(course);
  const shared = cellRuns.flatMap(({ cell, config }) => {
    const other = home.get(keyOf(config));
    return other && other.id !== experiment.id ? [{ other, levels: cells[cell]!.levels }] : [];
  });
  return [...Map.groupBy(shared, ({ other }) => other)].map(([{ id, question }, settings]) => {
    const [first, ...more] = settings.map(({ levels }) =>
      Object.entries(levels).map(([factor, level]) => settingName(factor, level)).join(", ")
    );
    const others = more.length > 0 ? ` and ${formatCount(more.length, "other setting")}` : "";
    const verb = more.length > 0 ? "are" : "is";
    return markup`The setting ${first}${others} ${verb} measured first in <a href="../${id}/report.html">${question}</a>;
other starts give other numbers here.`;
  });
}
