/** `run --dry-run`, and the times that `list` tells: what there is to do, without doing it. */
import type { EngineName } from "../../core/config/config.ts";
import type { Plan } from "../../experiments/plan.ts";
import { trainerHere } from "../../experiments/training/trainer.ts";
import { secondsFor, timeInWords } from "./estimate.ts";
import type { Terminal } from "../cli/terminal.ts";
import { layOut } from "../cli/text_table.ts";

/** How much an experiment is. */
interface Amount {
  readonly id: string;
  readonly question: string;
  readonly cells: number;
  readonly seeds: number;
  readonly runs: number;
  /** The estimated time. */
  readonly seconds: number;
}

/** What the amounts are told for. */
interface Asked {
  readonly engine: EngineName;
  readonly jobs: number;
  readonly json?: boolean | undefined;
}

/** Tells how much the plans are, with so many workers of an engine. */
export async function tellAmounts(
  plans: readonly Plan[],
  { engine, jobs, json }: Asked,
  { result }: Pick<Terminal, "result">,
): Promise<0> {
  const estimator = { trainer: trainerHere(), engine, jobs, known: new Map() }, amounts: Amount[] = [];
  for (const plan of plans) {
    const { experiment: { id, question }, cells, replicates, runs } = plan;
    const seconds = await secondsFor(plan, estimator);
    amounts.push({ id, question, cells: cells.length, seeds: replicates, runs: runs.length, seconds });
  }
  if (json) result(JSON.stringify(amounts));
  else tableOf(amounts).forEach(result);
  return 0;
}

/** The amounts as lines, with their sums. */
function tableOf(amounts: readonly Amount[]): string[] {
  const rows = amounts.map((
    { id, question, cells, seeds, runs, seconds },
  ) => [id, ...[cells, seeds, runs].map(String), timeInWords(seconds), question]);
  const sum = (key: "cells" | "runs" | "seconds") => amounts.reduce((sum, amount) => sum + amount[key], 0);
  const last = ["all", String(sum("cells")), "", String(sum("runs")), timeInWords(sum("seconds")), ""];
  const titles = ["experiment", "cells", "seeds", "runs", "time, about", "question"];
  return layOut(titles, amounts.length > 1 ? [...rows, last] : rows, [1, 2, 3, 4]);
}
