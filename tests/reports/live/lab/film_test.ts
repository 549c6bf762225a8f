/** The frames of a film, and the setting that controls change. */
import { assert, assertEquals } from "@std/assert";
import { changedSetting } from "../../../../reports/live/lab/controls/form.ts";
import { differences } from "../../../../reports/live/lab/compare/describe.ts";
import { createFilm, frameIndexAt, solvedEpochsOf } from "../../../../reports/live/lab/film/film.ts";
import { createPlayer } from "../../../../reports/live/lab/film/film_player.ts";
import { frameEpochs, sparseEpochs } from "../../../../reports/live/lab/film/frame_epochs.ts";
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

Deno.test("a sparse film has few of the frames, among them the first and the last", () => {
  assertEquals(sparseEpochs(frameEpochs(100, 200, 1000)), [0, 1, 2, 4, 8, 16, 32, 65, 100]);
  assertEquals(sparseEpochs([0, 0.25, 0.5, 0.75, 1, 1.25, 1.5]), [0, 0.25, 0.5, 1, 1.5]);
  for (const epochs of [0, 1, 2, 19, 10_000, 1_000_000]) {
    const all = frameEpochs(epochs, 200, 40_000), sparse = sparseEpochs(all);
    assertEquals([sparse[0], sparse.at(-1)], [all[0], all.at(-1)]);
    assert(sparse.every((epoch) => all.includes(epoch)));
    assert(sparse.length <= 3 + Math.ceil(Math.log2(Math.max(1, epochs))));
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

/** A film of one net, of which some frames have arrived. */
function filmOf(epochs: readonly number[], arrived = epochs.length) {
  const film = createFilm(DEFAULT_STATE, 1, epochs, { tileSide: 1, updatesPerEpoch: 4 });
  for (let frame = 0; frame < arrived; frame++) film.add(frame, { first: 0, count: 1 }, arraysOf([frame], [NaN]));
  return film;
}

Deno.test("a player that exchanges its film shows the epoch that the reader chose, or waits for", () => {
  const shown: number[] = [];
  const player = createPlayer(({ film, index }) => shown.push(film.epochs[index]!), () => {});
  const all = [0, 1, 2, 3, 4, 5, 6, 7, 8], sparse = filmOf([0, 1, 2, 4, 8]), begun = filmOf(all, 3);
  player.load(begun);
  player.grow(begun);
  player.toEnd();
  assertEquals([shown.at(-1), player.awaited], [0, Infinity]);
  player.exchange(sparse);
  assertEquals([shown.at(-1), player.awaited], [8, undefined]);
  player.scrub(7);
  assertEquals(shown.at(-1), 4);
  player.exchange(filmOf(all));
  assertEquals(shown.at(-1), 7);
  player.step(-1);
  player.exchange(sparse);
  player.exchange(filmOf(all));
  assertEquals(shown.slice(-3), [6, 4, 4]);
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
  assertEquals(differences(state, DEFAULT_STATE), [
    "4 ReLU, learning rate 2",
    "no hidden layer, learning rate 0.9",
  ]);
  assertEquals(differences(state, state), ["", ""]);
  const given = (changes: Record<string, string>) => changedSetting(DEFAULT_STATE, changes, labPageData([])).state;
  const circles = given({ data: "circles", hidden: "3:relu" });
  assertEquals(differences(circles, state), ["circles, 3 ReLU, learning rate 0.9", "XOR, 4 ReLU, learning rate 2"]);
  const noisy = given({ data: "moons", noise: "0.5" });
  assertEquals(differences(noisy, DEFAULT_STATE), ["moons, noise 0.5", "XOR"]);
  assertEquals(differences(given({ data: "moons", points: "50" }), noisy), [
    "points 50, noise 0.1",
    "points 100, noise 0.5",
  ]);
  const placed = given({ data: "placed", xy: "0:0:0,1:1:1,1:0:1" });
  assertEquals(differences(placed, DEFAULT_STATE), ["your points", "XOR"]);
  assertEquals(differences(placed, given({ data: "placed", xy: "0:0:0" })), ["3 points", "1 point"]);
});
