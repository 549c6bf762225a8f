import { assert, assertEquals } from "@std/assert";
import type { TrainConfig } from "../../../core/config/config.ts";
import { parseConfig } from "../../../core/config/parse_config.ts";
import { trainReference } from "../../../core/reference.ts";
import { prepare } from "../../../core/train_network.ts";
import { depthXor } from "../../../experiments/catalog/depth_xor.ts";
import type { Outcome } from "../../../experiments/define/run.ts";
import { furtherRows } from "../further_rows.ts";

/** A net 3-1-1 on AND that is not trained, without output bias: h = σ(w·x), y = σ(v · h). */
function outcomeOf(replicate: number, w: readonly number[], v: number): Outcome {
  const sigmoid = { units: 1, activation: "sigmoid", bias: false } as const;
  const { config } = parseConfig({
    data: { name: "and", encoding: "binary", constant: true },
    network: { inputs: 3, layers: [sigmoid, sigmoid] },
    parameters: [{ W: [w] }, { W: [[v]] }],
    loss: "halfSquaredError",
    optimizer: { name: "gradientDescent", learningRate: 0.9 },
    epochs: 0,
  } as unknown as TrainConfig);
  const training = prepare(config);
  const run = { cell: 0, levels: { function: "and", network: "two-layer" }, replicate, config };
  return { run, training, trained: trainReference(training) };
}

Deno.test("depthXor lists for a failed net the row with the largest error, and its largest hidden output", () => {
  // h is on for every row but 11, where w·x = −8 − 8 + 12 = −4; v = −6 then answers 0 to those and about ½ to 11
  const [row, ...others] = furtherRows(depthXor, "failures", [outcomeOf(7, [-8, -8, 12], -6)]) as {
    readonly [column: string]: unknown;
  }[];
  assertEquals(others, []);
  const { output, largest_hidden, next_error, ...rest } = row!;
  assertEquals(rest, { function: "and", replicate: 7, row: "11", target: 1 });
  assert(Math.abs(Number(output) - 0.5) < 0.03 && Number(largest_hidden) < 0.02 && Number(next_error) < 0.1);
});

Deno.test("depthXor leaves out solved nets and single-layer ones", () => {
  const failed = outcomeOf(0, [-8, -8, 12], -6), single = { ...failed.run.levels, network: "single-layer" };
  assertEquals(
    furtherRows(depthXor, "failures", [
      { ...failed, run: { ...failed.run, levels: single } },
      { ...failed, trained: { ...failed.trained, solved: true } },
    ]),
    [],
  );
});
