/** `bench`: how fast each engine trains here. */
import { ENGINES, measure, type Measurement, SETTINGS } from "../../bench/settings.ts";
import { jsonLine } from "../cli/json_line.ts";
import { startProgress } from "../cli/progress.ts";
import type { Subcommand } from "../cli/subcommand.ts";
import { layOut } from "../cli/text_table.ts";

/** The sub-command `bench`. */
export const bench: Subcommand = {
  summary: "measures CPU nanoseconds for a net and an epoch, of each engine here",
  operands: { shown: "", least: 0, most: 0 },
  options: ["json", "quiet"],
  notes: ["With --json, a list of measurements, each the median of its rounds."],
  run: async ({ options }, terminal) => {
    const all = SETTINGS.flatMap((setting) => ENGINES.map((engine) => ({ setting, engine })));
    const measured: Measurement[] = [], { json = false, quiet = false } = options;
    const progress = startProgress(terminal, quiet, () => `${measured.length} of ${all.length} measured`);
    for (const { setting, engine } of all) {
      measured.push(measure(setting, engine));
      progress.show(measured.length / all.length);
      await pause();
    }
    await progress.stop();
    if (json) terminal.result(jsonLine(measured));
    else tableOf(measured).forEach(terminal.result);
    return 0;
  },
};

/** Lets whatever draws by the clock have its turn. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** A line a setting, a column an engine. */
function tableOf(measured: readonly Measurement[]): string[] {
  const settings = [...Map.groupBy(measured, ({ setting }) => setting)].map(([setting, all]) => [
    setting,
    ...ENGINES.map((engine) => all.find((one) => one.engine === engine)!.nanosecondsPerNetEpoch.toFixed(1)),
  ]);
  const titles = ["CPU nanoseconds for a net and an epoch", ...ENGINES];
  return layOut(titles, settings, ENGINES.map((_, i) => i + 1));
}
