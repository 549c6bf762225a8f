/** The page's worker: trains what the page asks for, so that the page itself never halts. */
import { parseConfig, type ResolvedConfig } from "../../core/config/config.ts";
import { type Kernels, noKernels, trainAll } from "../../core/engine/engine.ts";
import { prepare } from "../../core/train_network.ts";
import { workUpdate } from "../../core/worked/work_update.ts";
import { changed, type Changes } from "./explorer/changes.ts";
import { type Film, filmOf } from "./explorer/film.ts";
import type { PageData } from "../wire/page_data.ts";
import { type Agreement, retrain } from "./reproduce/retrain.ts";
import { runOf } from "../wire/page_runs.ts";
import type { Worked } from "./worked/worked_update.ts";

/** A run of the page, perhaps with other settings. */
export interface Subject {
  readonly cell: number;
  readonly replicate: number;
  readonly changes?: Changes;
}

/** A film, and how long it took to make, in milliseconds. */
export interface TimedFilm extends Film {
  readonly milliseconds: number;
}

/** What the page may ask, and what it is answered. */
export interface Questions {
  readonly film: { readonly ask: Subject & { readonly also?: number }; readonly answer: TimedFilm };
  readonly work: { readonly ask: Subject & { readonly update: number }; readonly answer: Worked };
  readonly retrain: { readonly ask: Record<never, never>; readonly answer: Agreement };
}

/** A question on its way. */
export type Asked = {
  readonly [K in keyof Questions]: {
    readonly kind: K;
    readonly ticket: number;
    readonly data: PageData;
    readonly ask: Questions[K]["ask"];
  };
}[keyof Questions];

/** What comes back: the share that is done, the answer, or what went wrong. */
export type Told =
  & { readonly ticket: number }
  & ({ readonly share: number } | { readonly answer: unknown } | { readonly failure: string });

/** How each question is answered. */
type Answers = {
  readonly [K in keyof Questions]: (
    data: PageData,
    ask: Questions[K]["ask"],
    kernels: Kernels,
    onProgress: (share: number) => void,
  ) => Questions[K]["answer"];
};

const ANSWERS: Answers = {
  film: (data, ask, kernels) => {
    const run = { ...runOf(data, ask.cell, ask.replicate), config: configOf(data, ask) }, from = performance.now();
    return { ...filmOf(data, run, kernels, ask.also), milliseconds: performance.now() - from };
  },
  work: (data, ask, kernels) => {
    const config = configOf(data, ask), steps = workUpdate(config, ask.update);
    const before = prepare(parseConfig({ ...config, unit: "step", checkpoints: [ask.update] }).config);
    return { steps, parameters: trainAll([before], "auto", { kernels })[0]!.snapshots[0]!.parameters };
  },
  retrain: (data, _, kernels, onProgress) => retrain(data, kernels, onProgress),
};

function configOf(data: PageData, { cell, replicate, changes }: Subject): ResolvedConfig {
  const { config } = runOf(data, cell, replicate);
  return changes ? changed(config, changes) : config;
}

/** The parts of a worker's global scope that are used here. */
interface Scope {
  onmessage: ((event: MessageEvent<Asked>) => void) | null;
  postMessage(told: Told): void;
}

/** Answers the page's questions, one after the other. */
export function serve(scope: Scope): void {
  const kernels = noKernels();
  scope.onmessage = ({ data: { kind, ticket, data, ask } }) => {
    const onProgress = (share: number) => scope.postMessage({ ticket, share });
    try {
      const answer = (ANSWERS[kind] as Answers["film"])(data, ask as Questions["film"]["ask"], kernels, onProgress);
      scope.postMessage({ ticket, answer });
    } catch (error) {
      scope.postMessage({ ticket, failure: error instanceof Error ? error.message : String(error) });
    }
  };
}
