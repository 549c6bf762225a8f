import { assert, assertEquals, assertThrows } from "@std/assert";
import { noKernels } from "../../../../core/engine/engine.ts";
import { trainReference } from "../../../../core/reference.ts";
import { answersOf, prepare, trainingLoss } from "../../../../core/train_network.ts";
import { stepsPerEpoch } from "../../../../core/training.ts";
import { changed, settingsOf } from "../../../../reports/live/explorer/changes.ts";
import { filmOf, frameAt, frameSteps } from "../../../../reports/live/explorer/film.ts";
import { digestAt, digestOf, runOf } from "../../../../reports/wire/page_runs.ts";
import { endOf } from "../../../../reports/live/words.ts";
import { pageDataOf } from "../../../../reports/page/build_page_data.ts";
import { trainedToy } from "../toy_data.ts";

const data = pageDataOf(await trainedToy()), kernels = noKernels();

Deno.test("frameSteps keeps all of a short training, and the start, the end and some 250 epochs of a long one", () => {
  assertEquals(frameSteps(0, 4), [0]);
  assertEquals(frameSteps(5, 4), [0, 1, 2, 3, 4, 5]);
  const long = frameSteps(40_000, 4);
  assert(long.length > 200 && long.length < 300, String(long.length));
  assertEquals(long.slice(0, 4), [0, 4, 8, 12]);
  assertEquals(long.at(-1), 40_000);
  assert(long.every((step) => step % 4 === 0), "whole epochs");
});

Deno.test("frameSteps has the epoch of a link among its frames, if the training reaches it", () => {
  assert(frameSteps(40_000, 4, 7777).includes(4 * 7777));
  assertEquals(frameSteps(40_000, 4, 10_001), frameSteps(40_000, 4));
});

Deno.test("frameAt finds the last frame that is not after an epoch", () => {
  const frames = [0, 1, 5, 10].map((epoch) => ({ epoch, parameters: [], loss: 0, meanSquaredError: 0 }));
  assertEquals([0, 0.5, 1, 4.9, 5, 99].map((epoch) => frameAt(frames, epoch)), [0, 0, 1, 1, 2, 3]);
});

Deno.test("endOf says of a run that ends when it is solved no more than is known", () => {
  const frames = [0, 1000].map((epoch) => ({ epoch, parameters: [], loss: 0, meanSquaredError: 0 }));
  const ended = { status: "finished", solved: true, solvedEpoch: 1000, frames } as const;
  assertEquals(endOf(ended), "solved at epoch 1000, its last");
  assertEquals(endOf({ ...ended, solvedEpoch: 230 }), "solved from epoch 230 on");
  assertEquals(endOf({ ...ended, solved: false, solvedEpoch: undefined }), "not solved within 1000 epochs");
});

Deno.test("filmOf ends in the row that the page has a digest of, however many frames are kept", () => {
  for (const [cell, replicate] of [[0, 0], [3, 2]] as const) {
    const run = runOf(data, cell, replicate), film = filmOf(data, run, kernels, 17);
    assertEquals(digestOf(film.line), digestAt(data, cell, replicate));
    const plain = prepare(run.config), last = film.frames.at(-1)!;
    assertEquals(last.parameters, trainReference(plain).snapshots.at(-1)!.parameters);
    assertEquals(last.epoch, plain.steps / stepsPerEpoch(plain));
    assertEquals(last.loss, trainingLoss(plain, answersOf(plain, last.parameters)));
    assertEquals(film.frames[0]!.parameters, plain.start);
  }
});

Deno.test("changed keeps every weight that both nets have at the start, and draws the others", () => {
  const { config } = runOf(data, 2, 1), own = prepare(config), wide = prepare(changed(config, { width: 5 }));
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
  assertEquals(new Set(wide.start).size, wide.start.length, "no number is drawn twice");
  const narrow = prepare(changed(config, { width: 1 }));
  assertEquals(weight(narrow, 0, 0, 1), weight(own, 0, 0, 1));
});

Deno.test("changed sets what is asked for and nothing else", () => {
  const { config } = runOf(data, 0, 0);
  const changes = { learningRate: 2, activation: "relu", loss: "squaredError", width: 3, batch: 2 };
  const other = changed(config, changes);
  assertEquals(settingsOf(other), changes);
  assertEquals(other.network.layers[1]!.activation.name, "sigmoid", "the output unit keeps its activation");
  const unchanged = (
    { data, seed, order, epochs, check, stop }: typeof config,
  ) => [data, seed, order, epochs, check, stop];
  assertEquals(unchanged(other), unchanged(config));
});

Deno.test("changed takes the sigmoid from an output whose loss takes it itself, and gives it back", () => {
  const { config } = runOf(data, 0, 0), output = ({ network }: typeof config) => network.layers.at(-1)!.activation.name;
  const logits = changed(config, { loss: "crossEntropyFromLogits" });
  assertEquals([output(config), output(logits)], ["sigmoid", "identity"]);
  assertEquals(output(changed(logits, { loss: "crossEntropy" })), "sigmoid");
  assertEquals(output(changed(logits, { learningRate: 1 })), "identity");
  const tanh = changed(config, { loss: "squaredError" });
  assertEquals(output(tanh), "sigmoid", "losses of one kind change nothing");
});

Deno.test("settingsOf leaves the perceptron's rule nothing to choose but steps", () => {
  const { config } = runOf(data, 0, 0);
  const { activation, loss } = settingsOf({ ...config, loss: null });
  assertEquals([activation, loss], [undefined, undefined]);
});

Deno.test("changed refuses what does not go together, in words", () => {
  const { config } = runOf(data, 0, 0);
  assertThrows(() => changed(config, { loss: "hinge", batch: 0 }), Error, "batch must be");
});
