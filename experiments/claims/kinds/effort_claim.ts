import { PLAIN } from "../../format.ts";
import { bootstrapDistribution, percentileInterval } from "../../statistics/statistics.ts";
import { columnOf, type ColumnTable, numbersOf, valueAt } from "../column_table.ts";
import { type ClaimKind, pairStarts, START } from "../kind.ts";
import { describeRegion, judgeRegion } from "../region.ts";

/** The runs of an arm, one per start. */
interface Attempts {
  /** 1 for a solved run, 0 for others. */
  readonly solved: Float64Array;
  /** Epochs until solved, or all epochs of a failed run. */
  readonly epochs: Float64Array;
}

/** Decided by the bootstrap interval of the ratio of expected epochs; starts are resampled with both their runs. */
export const effort: ClaimKind = {
  numberFormat: PLAIN,
  hasRegion: true,
  columns: [START, "solved", "solved_epoch", "epochs"],
  prepare: (rule, rows) => {
    const [first, second] = pairStarts(rows).map((arm) => attemptsOf(rows.table, arm)) as [Attempts, Attempts];
    const n = first.solved.length;
    const ratioOf = (starts: Int32Array) => ratio(expectedEpochs(second, starts), expectedEpochs(first, starts));
    const estimate = ratioOf(Int32Array.from({ length: n }, (_, start) => start));
    let distribution: Float64Array | undefined;
    return (confidence) => {
      distribution ??= bootstrapDistribution([n], ratioOf, { random: rows.random() });
      const interval = percentileInterval(distribution, estimate, n, confidence);
      return {
        verdict: judgeRegion(rule, interval),
        interval,
        n,
        rule: describeRegion(
          rule,
          confidence,
          "bootstrap interval of the ratio of expected epochs with restarts, second arm to first,",
          PLAIN,
        ),
      };
    };
  },
};

function attemptsOf(table: ColumnTable, rows: Int32Array): Attempts {
  const isSolved = columnOf(table, "solved");
  const solvedEpoch = numbersOf(table, "solved_epoch");
  const allEpochs = numbersOf(table, "epochs");
  const solved = Float64Array.from(rows, (row) => valueAt(isSolved, row) === true ? 1 : 0);
  return { solved, epochs: solved.map((one, i) => one === 1 ? solvedEpoch[rows[i]!]! : allEpochs[rows[i]!]!) };
}

/** The epochs of all runs over the number solved: `statistics.expectedEpochs` of some starts, for many samples. */
function expectedEpochs({ solved, epochs }: Attempts, starts: Int32Array): number {
  let spent = 0;
  let count = 0;
  for (const start of starts) {
    spent += epochs[start]!;
    count += solved[start]!;
  }
  return count === 0 ? Infinity : spent / count;
}

/** 1 for equal numbers, infinite ones included. */
function ratio(numerator: number, denominator: number): number {
  return numerator === denominator ? 1 : numerator / denominator;
}
