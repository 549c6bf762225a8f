/** The setting of the lab that trains as a config of the suite. */
import type { ResolvedConfig } from "../../core/config/config.ts";
import { datasetOf, hasConstantByDefault } from "../../core/components/datasets.ts";
import { batchSizeOf, stepsPerEpoch } from "../../core/training.ts";
import { outputActivationOf } from "./lab_config.ts";
import { DEFAULT_STATE, type LabState, MAX_GENERATED_POINTS, MAX_TABLE_INPUTS } from "./lab_state.ts";

/** The setting, with the lab's own seeds. It may hold what no control sets and no address names. */
export function stateOfConfig(config: ResolvedConfig): LabState {
  const { network: { layers }, optimizer, batch, order, check, stop } = config;
  const loss = config.loss ?? DEFAULT_STATE.loss, last = layers.at(-1)!;
  const state: LabState = {
    ...DEFAULT_STATE,
    ...dataOf(config.data),
    hidden: layers.slice(0, -1),
    outputBias: last.bias,
    loss,
    optimizer,
    batch,
    order,
    initializer: config.initializer ?? DEFAULT_STATE.initializer,
    parameters: config.parameters ?? null,
    epochs: epochsOf(config),
    check,
    stop,
  };
  return outputActivationOf(state).name === last.activation.name ? state : { ...state, output: last.activation };
}

/** Truth tables and sets of points as the controls make them, if they are small enough; other data as they are given. */
function dataOf(data: ResolvedConfig["data"]): Pick<LabState, "data"> & Partial<LabState> {
  if ("points" in data) {
    const { seed, constant, ...options } = data;
    if (options.points <= MAX_GENERATED_POINTS && typeof seed === "number") {
      return { data: { kind: "generated", ...options, dataSeed: seed }, constant };
    }
  } else if ("name" in data && hasConstantByDefault(data.name) !== undefined) {
    const { encoding, constant } = data;
    const { targets } = datasetOf({ ...data, constant: false });
    if (targets.length <= 1 << MAX_TABLE_INPUTS) {
      return { data: { kind: "table", targets: targets as readonly (0 | 1)[] }, encoding, constant };
    }
  }
  return { data: { kind: "given", data } };
}

function epochsOf({ epochs, steps, data, batch }: ResolvedConfig): number {
  if (epochs !== undefined) return epochs;
  const { inputs: rows } = datasetOf(data);
  return steps! / stepsPerEpoch({ rows, batch: batchSizeOf(batch, rows.length) });
}
