/** The page's worker: trains in the background, so that the page stays responsive. */
import { parseConfig } from "../../../core/config/parse_config.ts";
import { createKernelCache, type KernelCache, trainAll } from "../../../core/engine/engine.ts";
import { prepare } from "../../../core/train_network.ts";
import type { DeltaSymbol } from "../../../core/worked/quantity.ts";
import { renderWorked, workUpdate } from "../../../core/worked/work_update.ts";
import type { RunSelection } from "../../wire/address.ts";
import type { PageData } from "../../wire/page_data.ts";
import { runOf } from "../../wire/page_runs.ts";
import { ROUNDED_STYLE } from "../worked/rounded_style.ts";
import { retrain } from "./retrain.ts";

/** What handlers use besides the parameters of a request. */
interface Context {
  readonly data: PageData;
  readonly kernels: KernelCache;
  /** Receives numbers in [0, 1]. */
  readonly onProgress: (progress: number) => void;
}

/** An update, and how it writes ∂L/∂v. */
interface UpdateSelection extends RunSelection {
  readonly update: number;
  readonly delta: DeltaSymbol;
}

const HANDLERS = {
  /** Works out an update of a run, counted from 0, with four digits; `parameters` are those before it. */
  workUpdate(
    { cell, replicate, update, delta }: UpdateSelection,
    { data, kernels }: Context,
  ) {
    const { config } = runOf(data, cell, replicate);
    const steps = workUpdate(config, update, ROUNDED_STYLE, delta);
    const before = prepare(parseConfig({ ...config, unit: "step", checkpoints: [update] }).config);
    return { steps, delta, parameters: trainAll([before], "auto", { kernels })[0]!.snapshots[0]!.parameters };
  },
  /** The text of a worked update, with all digits. */
  renderUpdate(
    { cell, replicate, update, delta }: UpdateSelection,
    { data }: Context,
  ) {
    return renderWorked(workUpdate(runOf(data, cell, replicate).config, update, undefined, delta));
  },
  /** Trains all runs of the page. */
  retrain: (_: Record<never, never>, { data, kernels, onProgress }: Context) => retrain(data, kernels, onProgress),
};

/** The type of a request. */
export type RequestType = keyof typeof HANDLERS;
/** The parameters of a request. */
export type RequestParameters<T extends RequestType> = Parameters<(typeof HANDLERS)[T]>[0];
/** The result of a request. */
export type RequestResult<T extends RequestType> = ReturnType<(typeof HANDLERS)[T]>;
/** An update worked out, and the parameters before it. */
export type WorkedUpdate = RequestResult<"workUpdate">;

/** A message to the worker. */
export type RequestMessage = {
  readonly [T in RequestType]: {
    readonly type: T;
    readonly id: number;
    readonly data: PageData;
    readonly parameters: RequestParameters<T>;
  };
}[RequestType];

/** A message from the worker: progress in [0, 1], the result, or an error. */
export type ResponseMessage =
  & { readonly id: number }
  & ({ readonly progress: number } | { readonly result: unknown } | { readonly error: string });

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
      const handle = HANDLERS[type] as (parameters: RequestMessage["parameters"], context: Context) => unknown;
      scope.postMessage({ id, result: handle(parameters, { data, kernels, onProgress }) });
    } catch (error) {
      scope.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
    }
  };
}
