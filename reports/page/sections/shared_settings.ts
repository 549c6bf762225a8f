/** Settings of a page that another experiment measures first: each page links to the one with the primary numbers. */
import type { ResolvedConfig } from "../../../core/config/config.ts";
import { settingName } from "../../../experiments/words/display_names.ts";
import type { Experiment } from "../../../experiments/experiment.ts";
import { type Plan, planOf, SUITE_SEED } from "../../../experiments/plan.ts";
import { type Html, markup } from "../../html.ts";
import { formatCount } from "../numbers.ts";

/**
 * The primary experiment of each setting of a course, by its config: the first one that has the setting.
 *
 * An experiment that trains to the end comes before those that stop once solved, because only it knows whether a run
 * stays solved.
 */
const primaries = new WeakMap<readonly Experiment[], ReadonlyMap<string, Experiment>>();

function primariesIn(course: readonly Experiment[]): ReadonlyMap<string, Experiment> {
  const known = primaries.get(course);
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
  primaries.set(course, found);
  return found;
}

/** A config without what differs between the runs of a setting, or ends them. */
function keyOf({ seed: _, checkpoints: __, stop: ___, ...setting }: ResolvedConfig): string {
  return JSON.stringify(setting);
}

/** For each primary experiment of settings of a plan, a sentence that links to it. */
export function sharedSettings({ experiment, cells, cellRuns }: Plan, course: readonly Experiment[]): Html[] {
  const primary = primariesIn(course);
  const shared = cellRuns.flatMap(({ cell, config }) => {
    const other = primary.get(keyOf(config));
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
