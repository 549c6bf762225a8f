import { assert, assertEquals } from "@std/assert";
import { createKernelCache } from "../../../../core/engine/engine.ts";
import { trainReference } from "../../../../core/reference.ts";
import { outputsOf, prepare, trainingLoss } from "../../../../core/train_network.ts";
import { stepsPerEpoch } from "../../../../core/training.ts";
import { endText } from "../../../../reports/live/run_texts.ts";
import { frameAt, frameSteps, recordTraining } from "../../../../reports/live/worker/recording.ts";
import { expectedDigest, rowDigest, runOf } from "../../../../reports/wire/page_runs.ts";
import { pageDataOf } from "../../../../reports/page/page.ts";
import { trainedToy } from "../toy_data.ts";

const data = pageDataOf(await trainedToy()), kernels = createKernelCache();

Deno.test("frameSteps returns all updates of a short training, and start, end and some 250 epochs of a long one", () => {
  assertEquals(frameSteps(0, 4), [0]);
  assertEquals(frameSteps(5, 4), [0, 1, 2, 3, 4, 5]);
  const long = frameSteps(40_000, 4);
  assert(long.length > 200 && long.length < 300, String(long.length));
  assertEquals(long.slice(0, 4), [0, 4, 8, 12]);
  assertEquals(long.at(-1), 40_000);
  assert(long.every((step) => step % 4 === 0), "whole epochs");
});

Deno.test("frameSteps includes the epoch of a link if the training reaches it", () => {
  assert(frameSteps(40_000, 4, 7777).includes(4 * 7777));
  assertEquals(frameSteps(40_000, 4, 10_001), frameSteps(40_000, 4));
});

Deno.test("frameAt finds the last frame at or before an epoch", () => {
  const frames = [0, 1, 5, 10].map((epoch) => ({ epoch, parameters: [], loss: 0, meanSquaredError: 0 }));
  assertEquals([0, 0.5, 1, 4.9, 5, 99].map((epoch) => frameAt(frames, epoch)), [0, 0, 1, 1, 2, 3]);
});

Deno.test("endText distinguishes a run first solved at its last epoch", () => {
  const frames = [0, 1000].map((epoch) => ({ epoch, parameters: [], loss: 0, meanSquaredError: 0 }));
  const ended = { status: "finished", solved: true, solvedEpoch: 1000, frames } as const;
  assertEquals(endText(ended), "solved at epoch 1000, its last");
  assertEquals(endText({ ...ended, solvedEpoch: 230 }), "solved from epoch 230 on");
  assertEquals(endText({ ...ended, solved: false, solvedEpoch: undefined }), "not solved within 1000 epochs");
});

Deno.test("recordTraining ends in the row whose digest the page holds, regardless of the frames", () => {
  for (const [cell, replicate] of [[0, 0], [3, 2]] as const) {
    const run = runOf(data, cell, replicate), recording = recordTraining(data, run, kernels, 17);
    assertEquals(rowDigest(recording.line), expectedDigest(data, cell, replicate));
    const original = prepare(run.config), last = recording.frames.at(-1)!;
    assertEquals(last.parameters, trainReference(original).snapshots.at(-1)!.parameters);
    assertEquals(last.epoch, original.steps / stepsPerEpoch(original));
    assertEquals(last.loss, trainingLoss(original, outputsOf(original, last.parameters)));
    assertEquals(recording.frames[0]!.parameters, original.start);
  }
});
