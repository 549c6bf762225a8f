import { ENGINES, measure, type Measurement, SETTINGS } from "../../bench/settings.ts";
import { startProgress } from "../cli/progress.ts";
import type { RunSubcommand } from "../cli/subcommand.ts";
import { formatTable, jsonLine } from "../cli/text_output.ts";

/** `bench`: the training speed of each engine on this machine. */
export const run: RunSubcommand = async ({ options: { json = false, quiet = false } }, terminal) => {
  const pairs = SETTINGS.flatMap((setting) => ENGINES.map((engine) => ({ setting, engine })));
  const measurements: Measurement[] = [];
  const progress = startProgress(terminal, quiet, () => `${measurements.length} of ${pairs.length} measured`);
  for (const { setting, engine } of pairs) {
    measurements.push(measure(setting, engine));
    progress.show(measurements.length / pairs.length);
    // lets the progress display redraw between two synchronous measurements
    await new Promise((resolve) => setTimeout(resolve));
  }
  await progress.stop();
  if (json) terminal.printResult(jsonLine(measurements));
  else measurementTable(measurements).forEach(terminal.printResult);
  return 0;
};

/** One line per setting, one column per engine. */
function measurementTable(measurements: readonly Measurement[]): string[] {
  const titles = ["CPU nanoseconds per net and epoch", ...ENGINES];
  const rows = [...Map.groupBy(measurements, ({ setting }) => setting)].map(([setting, group]) => [
    setting,
    ...ENGINES.map((name) => group.find(({ engine }) => engine === name)!.nanosecondsPerNetEpoch.toFixed(1)),
  ]);
  return formatTable([titles, ...rows], ENGINES.map((_, i) => i + 1));
}
