/** The page's worker: trains in the background, so that the page stays responsive. */
import type { ResolvedConfig } from "../../../core/config/config.ts";
import { parseConfig } from "../../../core/config/parse_config.ts";
import { createKernelCache, type KernelCache, trainAll } from "../../../core/engine/engine.ts";
import { prepare } from "../../../core/train_network.ts";
import { workUpdate } from "../../../core/worked/work_update.ts";
import type { PageData } from "../../wire/page_data.ts";
import { runOf } from "../../wire/page_runs.ts";
import { changedConfig } from "./changed_config.ts";
import type { RequestMessage, Requests, ResponseMessage, RunRequest } from "./protocol.ts";
import { recordTraining } from "./recording.ts";
import { retrain } from "./retrain.ts";

type Handlers = {
  readonly [K in keyof Requests]: (
    data: PageData,
    parameters: Requests[K]["parameters"],
    kernels: KernelCache,
    onProgress: (progress: number) => void,
  ) => Requests[K]["result"];
};

const HANDLERS: Handlers = {
  record: (data, request, kernels) => {
    const run = { ...runOf(data, request.cell, request.replicate), config: configOf(data, request) };
    const start = performance.now();
    return { ...recordTraining(data, run, kernels, request.epoch), milliseconds: performance.now() - start };
  },
  workUpdate: (data, request, kernels) => {
    const config = configOf(data, request), steps = workUpdate(config, request.update);
    const before = prepare(parseConfig({ ...config, unit: "step", checkpoints: [request.update] }).config);
    return { steps, parameters: trainAll([before], "auto", { kernels })[0]!.snapshots[0]!.parameters };
  },
  retrain: (data, _, kernels, onProgress) => retrain(data, kernels, onProgress),
};

function configOf(data: PageData, { cell, replicate, changes }: RunRequest): ResolvedConfig {
  const { config } = runOf(data, cell, replicate);
  return changes ? changedConfig(config, changes) : config;
}

/** The parts of a worker's global scope used here. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<RequestMessage>) => void) | null;
  postMessage(response: ResponseMessage): void;
}

/** Handles the page's requests in order. */
export function serve(scope: WorkerScope): void {
  const kernels = createKernelCache();
  scope.onmessage = ({ data: { type, id, data, parameters } }) => {
    const onProgress = (progress: number) => scope.postMessage({ id, progress });
    try {
      // TypeScript can't correlate a handler with its parameters.
      const handle = HANDLERS[type] as Handlers["record"];
      const result = handle(data, parameters as Requests["record"]["parameters"], kernels, onProgress);
      scope.postMessage({ id, result });
    } catch (error) {
      scope.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
    }
  };
}
