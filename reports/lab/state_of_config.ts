/** The setting of the lab that trains as a config of the suite. */
import type { ResolvedConfig } from "../../core/config/config.ts";
import { datasetOf, hasConstantByDefault, type NamedData } from "../../core/components/datasets.ts";
import { canonicalJson } from "../../experiments/claims/canonical_json.ts";
import { labConfig } from "../wire/lab_config.ts";
import { DEFAULT_STATE, type LabState, type LabTable, MAX_LAYERS } from "../wire/lab_state.ts";

/** The setting, with the lab's own seeds; undefined if the lab cannot train such nets. */
export function stateOfConfig(config: ResolvedConfig): LabState | undefined {
  const { data, network: { layers }, loss, optimizer, batch, order, initializer, epochs, check, stop } = config;
  if (!isTruthTable(data) || !initializer || epochs === undefined || layers.length > MAX_LAYERS + 1) return undefined;
  const { targets } = datasetOf({ ...data, constant: false });
  const state: LabState = {
    ...DEFAULT_STATE,
    data: { kind: "table", targets: targets as LabTable["targets"] },
    encoding: data.encoding,
    constant: data.constant,
    hidden: layers.slice(0, -1),
    outputBias: layers.at(-1)!.bias,
    loss: loss ?? DEFAULT_STATE.loss,
    optimizer,
    batch,
    order,
    initializer,
    epochs,
    check,
    stop,
  };
  return trainsAlike(labConfig(state, 0, { suiteSeed: "", experiments: {} }), config) ? state : undefined;
}

function isTruthTable(data: ResolvedConfig["data"]): data is NamedData {
  return "name" in data && hasConstantByDefault(data.name) !== undefined;
}

/** Whether two configs differ at most in their seeds and in what they record. */
function trainsAlike(a: ResolvedConfig, b: ResolvedConfig): boolean {
  const [alike, other] = [a, b].map((config) => canonicalJson({ ...config, seed: "", checkpoints: null }));
  return alike === other;
}
