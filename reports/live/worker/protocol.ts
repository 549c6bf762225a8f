/** Messages between a page and its worker. */
import type { WorkedStep } from "../../../core/worked/work_update.ts";
import type { PageData } from "../../wire/page_data.ts";
import type { RunSelection } from "../../wire/run_selection.ts";
import type { TrainingRecording } from "./recording.ts";
import type { Agreement } from "./retrain.ts";

/** A run of the page, optionally with changed settings. */
export type RunRequest = Pick<RunSelection, "cell" | "replicate"> & Partial<Pick<RunSelection, "changes">>;

/** A recording and the time it took, in milliseconds. */
export interface TimedRecording extends TrainingRecording {
  readonly milliseconds: number;
}

/** An update worked out, and the parameters before it. */
export interface WorkedUpdate {
  readonly steps: readonly WorkedStep[];
  readonly parameters: readonly number[];
}

/** The types of requests, each with its parameters and its result. */
export interface Requests {
  /** Trains a run and records it; `epoch` is one of the recorded epochs if the run reaches it. */
  readonly record: { readonly parameters: RunRequest & { readonly epoch?: number }; readonly result: TimedRecording };
  /** Works out an update of a run, counted from 0. */
  readonly workUpdate: {
    readonly parameters: RunRequest & { readonly update: number };
    readonly result: WorkedUpdate;
  };
  /** Trains all runs of the page. */
  readonly retrain: { readonly parameters: Record<never, never>; readonly result: Agreement };
}

/** A message to the worker. */
export type RequestMessage = {
  readonly [K in keyof Requests]: {
    readonly type: K;
    readonly id: number;
    readonly data: PageData;
    readonly parameters: Requests[K]["parameters"];
  };
}[keyof Requests];

/** A message from the worker: progress in [0, 1], the result, or an error. */
export type ResponseMessage =
  & { readonly id: number }
  & ({ readonly progress: number } | { readonly result: unknown } | { readonly error: string });
