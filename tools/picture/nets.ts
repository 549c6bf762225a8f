/** The nets of the README's picture: the first starts of depth-xor on XOR, with their errors over the epochs. */
import { NUMBERS } from "../../core/arithmetic/elementary.ts";
import { flatten, forward, outputLayer } from "../../core/network.ts";
import { trainNetworks } from "../../core/train_networks.ts";
import { prepare, type TrainResult } from "../../core/train_network.ts";
import { depthXor } from "../../experiments/catalog/depth_xor.ts";
import { GRID_POSITIONS } from "../../experiments/catalog/shared/surface_table.ts";
import { planOf, runsOf, SUITE_SEED } from "../../experiments/plan.ts";
import type { Grid } from "../../reports/chart/contour.ts";

/** Nets with each number of layers. */
export const NETS = 200;
/** The first epoch of the curves. */
export const FIRST_EPOCH = 1;
/** The last epoch of the curves. */
export const LAST_EPOCH = 10_000;

/** A point of a curve. */
export interface CurvePoint {
  readonly epoch: number;
  /** The root of the mean squared error over the four rows. */
  readonly error: number;
}

/** The nets with one number of layers. */
export interface TrainedNets {
  /** The curve of each net. */
  readonly curves: readonly (readonly CurvePoint[])[];
  /** How many nets are solved in the end. */
  readonly solved: number;
  /** The outputs of the first net over the plane of both inputs, after training. */
  readonly surface: Grid;
}

/** Trains the nets without and with a hidden layer. */
export function trainNets(): readonly [singleLayer: TrainedNets, twoLayer: TrainedNets] {
  const plan = planOf(depthXor, { suiteSeed: SUITE_SEED, seeds: NETS, set: { function: ["xor"] } });
  const runs = [...runsOf(plan)], checkpoints = curveEpochs();
  const results = trainNetworks(runs.map(({ config }) => ({ ...config, checkpoints })));
  const withLayers = (network: string) => netsOf(results.filter((_, i) => runs[i]!.levels.network === network));
  return [withLayers("single-layer"), withLayers("two-layer")];
}

/** Whole epochs, about 40 in each power of ten. */
function curveEpochs(): number[] {
  const epochs = [FIRST_EPOCH];
  for (let epoch = FIRST_EPOCH; epoch < LAST_EPOCH;) {
    epoch = Math.min(Math.ceil(epoch * 1.06), LAST_EPOCH);
    epochs.push(epoch);
  }
  return epochs;
}

function netsOf(results: readonly TrainResult[]): TrainedNets {
  return {
    curves: results.map(({ checkpoints }) =>
      checkpoints.map(({ epoch, meanSquaredError }) => ({ epoch, error: Math.sqrt(meanSquaredError) }))
    ),
    solved: results.filter(({ solved }) => solved).length,
    surface: surfaceOf(results[0]!),
  };
}

/** The outputs of a net over the plane; its third input is 1. */
function surfaceOf({ config, checkpoints }: TrainResult): Grid {
  const { network } = prepare(config), parameters = flatten(checkpoints.at(-1)!.parameters);
  const value = (i: number, j: number) =>
    outputLayer(forward(NUMBERS, network, parameters, [GRID_POSITIONS[i]!, GRID_POSITIONS[j]!, 1]))[0];
  return { xs: GRID_POSITIONS, ys: GRID_POSITIONS, value };
}
