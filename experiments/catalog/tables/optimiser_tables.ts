/** Tables of optimisers, each at its best learning rate, on the second half of the starts. */
import { defineTable } from "../../define/tables.ts";
import { solvedCurve } from "../../statistics/statistics.ts";
import type { BestRateTables } from "../shared/best_rates.ts";
import { integerColumn, numberColumn, textColumn } from "../shared/column_builders.ts";

type AtBestRates = BestRateTables<"optimizer">["at_best_rates"];

/** How many runs each optimiser solves, and what that costs. */
export function summaryTable(at_best_rates: AtBestRates) {
  return defineTable({
    meaning: "each optimiser at its best rate, on the second half of the starts",
    columns: {
      optimizer: textColumn("optimiser"),
      learning_rate: numberColumn("its best rate"),
      descent_rate: numberColumn("the best rate of gradient descent; empty if it has none"),
      runs: integerColumn("runs compared"),
      solved: integerColumn("runs solved"),
      expected_epochs: numberColumn("expected epochs with restarts; empty if no run is solved", "epochs"),
    },
    key: ["optimizer"],
    needs: "tables",
    rows: (_, earlier) => {
      const byOptimizer = Map.groupBy(earlier(at_best_rates), ({ optimizer }) => optimizer!);
      const descent_rate = byOptimizer.get("gradientDescent")?.[0]?.learning_rate;
      return [...byOptimizer].map(([optimizer, runs]) => {
        const solved = runs.filter(({ solved }) => solved).length;
        const epochs = runs.reduce((sum, { solved_epoch, epochs }) => sum + (solved_epoch ?? epochs!), 0);
        return {
          optimizer,
          learning_rate: Number(runs[0]!.learning_rate),
          descent_rate: descent_rate === undefined ? undefined : Number(descent_rate),
          runs: runs.length,
          solved,
          expected_epochs: solved > 0 ? epochs / solved : undefined,
        };
      });
    },
  });
}

/** When the runs of each optimiser are solved. */
export function solvedAtBestTable(at_best_rates: AtBestRates) {
  return defineTable({
    meaning: "proportion of the second half of the starts solved by each epoch, each optimiser at its best rate",
    columns: {
      optimizer: textColumn("optimiser"),
      learning_rate: textColumn("its best rate"),
      epoch: numberColumn("epochs trained", "epochs"),
      share_solved: numberColumn("proportion of the runs solved by then", "proportion"),
    },
    needs: "tables",
    rows: (_, earlier) =>
      [...Map.groupBy(earlier(at_best_rates), ({ optimizer }) => optimizer!)].flatMap(([optimizer, runs]) => {
        const { learning_rate } = runs[0]!;
        const points = solvedCurve(runs.map(({ solved_epoch }) => solved_epoch))
          .map(({ epoch, estimate }) => ({ optimizer, learning_rate, epoch, share_solved: estimate }));
        const end = runs.reduce((max, { epochs }) => Math.max(max, epochs!), 0);
        return [...points, { ...points.at(-1)!, epoch: end }];
      }),
  });
}
