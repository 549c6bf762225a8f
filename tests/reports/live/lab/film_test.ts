/** The frames of a film, and the setting that controls change. */
import { assert, assertEquals } from "@std/assert";
import { changedSetting } from "../../../../reports/live/lab/controls/form.ts";
import { differences } from "../../../../reports/live/lab/compare/describe.ts";
import { createFilm, frameIndexAt, solvedEpochsOf } from "../../../../reports/live/lab/film/film.ts";
import { frameEpochs } from "../../../../reports/live/lab/film/frame_epochs.ts";
import type { FrameArrays } from "../../../../reports/live/lab/worker/messages.ts";
import { labPageData } from "../../../../reports/lab/lab_data.ts";
import { DEFAULT_STATE } from "../../../../reports/wire/lab_state.ts";

Deno.test("frames begin at epoch 0, end at the last one, and are fewer for large nets and for many", () => {
  for (const epochs of [0, 1, 2, 19, 10_000, 1_000_000]) {
    for (const [starts, bytes] of [[200, 40_000], [2000, 400_000], [2000, 20_000_000]] as const) {
      const frames = frameEpochs(epochs, starts, bytes);
      assertEquals([frames[0], frames.at(-1)], [0, epochs]);
      assert(frames.every((epoch, i) => i === 0 || epoch > frames[i - 1]! || epochs === 0));
      assert(frames.length * starts <= 200_000);
    }
  }
  assertEquals(frameEpochs(5, 200, 1000), [0, 1, 2, 3, 4, 5]);
});

Deno.test("a short training has a frame after each update, if there are not too many nets", () => {
  assertEquals(frameEpochs(1, 1, 1000, 4), [0, 0.25, 0.5, 0.75, 1]);
  assertEquals(frameEpochs(100, 1, 1000, 4).length, 401);
  assertEquals(frameEpochs(1.5, 1, 1000, 4), [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5]);
  for (const [epochs, starts, updates] of [[1000, 1, 4], [100, 2000, 4], [100, 1, 1]] as const) {
    assert(frameEpochs(epochs, starts, 1000, updates).every(Number.isInteger));
  }
});

const arraysOf = (values: readonly number[], solvedSince: readonly number[]): FrameArrays => ({
  parameters: Float64Array.from(values),
  tiles: Uint8Array.from(values),
  losses: Float64Array.from(values),
  right: new Float64Array(0),
  testRight: new Float64Array(0),
  solvedSince: Float64Array.from(solvedSince),
});

Deno.test("a frame is complete once all workers have sent their nets, in whatever order", () => {
  const film = createFilm(DEFAULT_STATE, 3, [0, 5], { tileSide: 1, updatesPerEpoch: 4 });
  assertEquals(film.add(0, { first: 1, count: 2 }, arraysOf([2, 3], [NaN, 10])), false);
  assertEquals(film.add(0, { first: 0, count: 1 }, arraysOf([1], [20])), true);
  const [frame] = film.frames;
  assertEquals([...frame!.parameters], [1, 2, 3]);
  assertEquals(solvedEpochsOf(frame!), [20, undefined, 10]);
  assertEquals(frame!.solved, 2);
  assertEquals(film.isComplete, false);
  assertEquals([0, 4, 5, 99].map((epoch) => frameIndexAt(film, epoch)), [0, 0, 1, 1]);
});

Deno.test("a change of a setting is refused with its problem, or changes that field alone", () => {
  const data = labPageData([]);
  const { state, problems } = changedSetting(DEFAULT_STATE, { hidden: "4:tanh:bias,2:relu" }, data);
  assertEquals(problems, []);
  assertEquals({ ...state, hidden: [] }, DEFAULT_STATE);
  assertEquals(changedSetting(state, { hidden: undefined }, data).state, state);
  assertEquals(changedSetting(state, { hidden: "" }, data).state, DEFAULT_STATE);
  for (const rate of ["", "fast", "&hidden=3:tanh", "1e9"]) {
    assertEquals(changedSetting(state, { rate }, data).problems.map(({ field, value }) => [field, String(value)]), [
      ["rate", rate === "1e9" ? "1000000000" : rate],
    ]);
  }
});

Deno.test("two settings are described by what they differ in", () => {
  const { state } = changedSetting(DEFAULT_STATE, { hidden: "4:relu", rate: "2" }, labPageData([]));
  assertEquals(differences(state, DEFAULT_STATE), ["4 ReLU, rate 2", "no hidden layer, rate 0.9"]);
  assertEquals(differences(state, state), ["", ""]);
});
