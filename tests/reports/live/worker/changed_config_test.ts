import { assertEquals, assertThrows } from "@std/assert";
import { prepare } from "../../../../core/train_network.ts";
import { changedConfig, settingsOf } from "../../../../reports/live/worker/changed_config.ts";
import { runOf } from "../../../../reports/wire/page_runs.ts";
import { toyData } from "../toy_data.ts";

const data = toyData();

Deno.test("changedConfig keeps the initial weights that both nets have and draws the others", () => {
  const { config } = runOf(data, 2, 1), own = prepare(config), wide = prepare(changedConfig(config, { width: 5 }));
  assertEquals(wide.network.layers.map(({ units }) => units), [5, 1]);
  const weight = (training: typeof own, l: number, unit: number, input: number) => {
    const { weights, inputs } = training.network.layers[l]!;
    return training.start[weights + unit * inputs + input]!;
  };
  for (const unit of [0, 1]) {
    for (const input of [0, 1]) assertEquals(weight(wide, 0, unit, input), weight(own, 0, unit, input));
    assertEquals(weight(wide, 1, 0, unit), weight(own, 1, 0, unit));
    assertEquals(wide.start[wide.network.layers[0]!.biases! + unit], own.start[own.network.layers[0]!.biases! + unit]);
  }
  assertEquals(wide.start[wide.network.layers[1]!.biases!], own.start[own.network.layers[1]!.biases!]);
  assertEquals(new Set(wide.start).size, wide.start.length, "no value is drawn twice");
  const narrow = prepare(changedConfig(config, { width: 1 }));
  assertEquals(weight(narrow, 0, 0, 1), weight(own, 0, 0, 1));
});

Deno.test("changedConfig sets the given settings and nothing else", () => {
  const { config } = runOf(data, 0, 0);
  const changes = { learningRate: 2, activation: "relu", loss: "squaredError", width: 3, batch: 2 };
  const other = changedConfig(config, changes);
  assertEquals(settingsOf(other), changes);
  assertEquals(other.network.layers[1]!.activation.name, "sigmoid", "the output unit keeps its activation");
  const unchanged = (
    { data, seed, order, epochs, check, stop }: typeof config,
  ) => [data, seed, order, epochs, check, stop];
  assertEquals(unchanged(other), unchanged(config));
});

Deno.test("changedConfig removes the output sigmoid for a loss on logits, and restores it", () => {
  const { config } = runOf(data, 0, 0), output = ({ network }: typeof config) => network.layers.at(-1)!.activation.name;
  const logits = changedConfig(config, { loss: "crossEntropyFromLogits" });
  assertEquals([output(config), output(logits)], ["sigmoid", "identity"]);
  assertEquals(output(changedConfig(logits, { loss: "crossEntropy" })), "sigmoid");
  assertEquals(output(changedConfig(logits, { learningRate: 1 })), "identity");
  const squared = changedConfig(config, { loss: "squaredError" });
  assertEquals(output(squared), "sigmoid", "losses on the same kind of output");
});

Deno.test("settingsOf offers no activation and no loss for the perceptron rule", () => {
  const { config } = runOf(data, 0, 0);
  const { activation, loss } = settingsOf({ ...config, loss: null });
  assertEquals([activation, loss], [undefined, undefined]);
});

Deno.test("changedConfig rejects inconsistent settings with a message", () => {
  const { config } = runOf(data, 0, 0);
  assertThrows(() => changedConfig(config, { loss: "hinge", batch: 0 }), Error, "batch must be");
});
