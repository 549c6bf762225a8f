/** What a worker of the lab reports: the nets of a film are those of `train`, bit for bit. */
import { assert, assertEquals } from "@std/assert";
import { NUMBERS } from "../../../../core/arithmetic/elementary.ts";
import { forward, outputLayer } from "../../../../core/network.ts";
import { trainReference } from "../../../../core/reference.ts";
import { prepare } from "../../../../core/train_network.ts";
import { stepsPerEpoch, type Training } from "../../../../core/training.ts";
import { film } from "../../../../reports/live/lab/worker/film_job.ts";
import { type FrameArrays, tileBytes } from "../../../../reports/live/lab/worker/messages.ts";
import { tilePoints } from "../../../../reports/live/lab/worker/tile_points.ts";
import { createToolbox } from "../../../../reports/live/lab/worker/toolbox.ts";
import { labPageData } from "../../../../reports/lab/lab_data.ts";
import { parseLabAddress } from "../../../../reports/wire/lab_address.ts";
import { labConfig } from "../../../../reports/wire/lab_config.ts";

const SEEDS = labPageData([]);
const FIRST = 3, COUNT = 5, SIDE = 6;
/** So long that kernels train them, not the reference. */
const EPOCHS = [0, 1, 2, 5, 10, 333, 3000];

/** Settings of many kinds; some end early, some diverge. */
const ADDRESSES = [
  "#epochs=3000",
  "#hidden=4:sigmoid&epochs=3000",
  "#hidden=3:tanh:bias,2:relu&batch=full&optimizer=adam&rate=0.05&loss=crossEntropy&epochs=3000",
  "#hidden=2:sin&order=shuffled&batch=3&optimizer=momentum&epochs=3000",
  "#data=parity3&hidden=4:tanh&rate=0.3&stop=0.4&epochs=3000",
  "#data=moons&points=30&split=0.5&noise=0.2&hidden=3:relu:bias&loss=crossEntropyFromLogits&epochs=3000",
  "#data=placed&xy=0:0:0,1:0.5:1,-0.25:1:1,1:-1:0&hidden=2:leakyRelu:slope:0.2&rate=0.5&epochs=3000",
  "#hidden=3:relu&rate=1000&epochs=3000",
  "#optimizer=perceptron&rate=1&epochs=3000",
];

/** The frames that a worker reports, in order. */
function framesOf(address: string, toolbox = createToolbox()): FrameArrays[] {
  const { state, problems } = parseLabAddress(address, SEEDS), frames: FrameArrays[] = [];
  assertEquals(problems, []);
  const request = { type: "film", job: 0, state, first: FIRST, count: COUNT, epochs: EPOCHS, tileSide: SIDE } as const;
  for (const _ of film(request, SEEDS, toolbox, (frame, arrays) => frames[frame] = arrays));
  return frames;
}

/** The parameters of a net after each of the epochs, by the reference; those of its end if it ended before. */
function expectedParameters(training: Training): readonly (readonly number[])[] {
  const steps = EPOCHS.slice(1).map((epoch) => epoch * stepsPerEpoch(training));
  const { snapshots } = trainReference({ ...training, checkpoints: steps });
  return [training.start, ...steps.map((step) => snapshots.findLast((each) => each.step <= step)!.parameters)];
}

/** A net's bytes of a tile, by the reference. */
function expectedTile(training: Training, parameters: readonly number[], points: readonly (readonly number[])[]) {
  const outputs = points.map((inputs) =>
    training.loss.probability(NUMBERS, outputLayer(forward(NUMBERS, training.network, parameters, inputs))[0]!)
  );
  return tileBytes(Float64Array.from(outputs));
}

for (const address of ADDRESSES) {
  Deno.test(`the nets of the wall are those of train, to the last bit, at every frame: ${address}`, () => {
    const { state } = parseLabAddress(address, SEEDS), frames = framesOf(address);
    assertEquals(frames.length, EPOCHS.length);
    for (let net = 0; net < COUNT; net++) {
      const training = prepare(labConfig(state, FIRST + net, SEEDS)), { parameterCount } = training.network;
      const points = tilePoints(state, training, SIDE);
      expectedParameters(training).forEach((expected, frame) => {
        const { parameters, tiles } = frames[frame]!, label = `net ${net}, epoch ${EPOCHS[frame]}`;
        const shown = [...parameters.subarray(net * parameterCount, (net + 1) * parameterCount)];
        // assertEquals tells −0 from 0, and finds NaN equal to NaN
        assertEquals(shown, [...expected], label);
        const tile = tiles.subarray(net * SIDE * SIDE, (net + 1) * SIDE * SIDE);
        assertEquals([...tile], [...expectedTile(training, expected, points)], label);
      });
      assertEquals(frames.at(-1)!.solvedSince[net], trainReference(training).solvedEpoch ?? NaN);
    }
  });
}

Deno.test("nets that are not trained at all count as solved if their first outputs are right", () => {
  const { state } = parseLabAddress("#data=false&hidden=3:sigmoid&init=normal:deviation:3&epochs=0", SEEDS);
  const request = { type: "film", job: 0, state, first: 0, count: 50, epochs: [0], tileSide: SIDE } as const;
  const frames: FrameArrays[] = [];
  for (const _ of film(request, SEEDS, createToolbox(), (_, arrays) => frames.push(arrays)));
  const expected = Array.from({ length: 50 }, (_, net) => {
    return trainReference(prepare(labConfig(state, net, SEEDS))).solvedEpoch ?? NaN;
  });
  assertEquals(frames.map(({ solvedSince }) => [...solvedSince]), [expected]);
  assert(expected.includes(0) && expected.some(Number.isNaN));
});

Deno.test("a worker that has trained other settings before reports the same frames", () => {
  const toolbox = createToolbox();
  const first = ADDRESSES.map((address) => framesOf(address, toolbox));
  ADDRESSES.forEach((address, i) => assertEquals(framesOf(address, toolbox), first[i], address));
});

Deno.test("an output is the nearest of 255 bytes, and one that is not finite has a byte of its own", () => {
  const outputs = [0, 1, 0.5, 0.499, 1 / 508 - 1e-9, 1 / 508 + 1e-9, -0, -3, 7, NaN, Infinity, -Infinity];
  assertEquals([...tileBytes(Float64Array.from(outputs))], [0, 254, 127, 127, 0, 1, 0, 0, 254, 255, 255, 255]);
});
