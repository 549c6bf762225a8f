/** A worker of the pool: trains the blocks of configs that it is sent. */
import type { EngineName, ResolvedConfig } from "../../core/config/config.ts";
import type { Trained } from "../../core/training.ts";
import { trainerHere } from "./trainer.ts";

/** What a worker is asked. */
export interface Assignment {
  readonly block: number;
  readonly configs: readonly ResolvedConfig[];
  readonly engine: EngineName;
}

/** What a worker says of a block: how far it is, what came out, or what went wrong. */
export type Word =
  & { readonly block: number }
  & ({ readonly share: number } | { readonly trained: readonly Trained[] } | { readonly failure: string });

const WORTH_SAYING = 0.1;
const train = trainerHere();

/** The part of a worker's global scope that is used here; the type checker knows the window's only. */
const scope = self as unknown as {
  onmessage: (event: MessageEvent<Assignment>) => void;
  postMessage(word: Word): void;
};

scope.onmessage = async ({ data: { block, configs, engine } }) => {
  let said = 0;
  const onProgress = (share: number) => {
    if (!(share - said >= WORTH_SAYING)) return;
    said = share;
    scope.postMessage({ block, share });
  };
  try {
    scope.postMessage({ block, trained: await train(configs, { engine, onProgress }) });
  } catch (error) {
    scope.postMessage({ block, failure: error instanceof Error ? error.message : String(error) });
  }
};
