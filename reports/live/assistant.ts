/** The page's side of its worker. */
import type { PageData } from "../wire/page_data.ts";
import type { Questions, Told } from "./page_worker.ts";

/** Somebody who answers questions from a worker. */
export interface Assistant {
  ask<K extends keyof Questions>(
    kind: K,
    ask: Questions[K]["ask"],
    onProgress?: (share: number) => void,
  ): Promise<Questions[K]["answer"]>;
  /** Ends the worker; what it was asked is never answered. */
  dismiss(): void;
}

/** Starts workers from the page's own script, which thus is sent once. */
export function assistants(script: string, data: PageData): () => Assistant {
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  return () => {
    const worker = new Worker(address), waiting = new Map<number, (told: Told) => void>();
    let ticket = 0;
    worker.onmessage = ({ data: told }: MessageEvent<Told>) => waiting.get(told.ticket)?.(told);
    return {
      ask: (kind, ask, onProgress) =>
        new Promise((resolve, reject) => {
          const own = ticket++;
          waiting.set(own, (told) => {
            if ("share" in told) return onProgress?.(told.share);
            waiting.delete(own);
            if ("failure" in told) reject(new Error(told.failure));
            else resolve(told.answer as Questions[typeof kind]["answer"]);
          });
          worker.onerror = ({ message }) => reject(new Error(message || "The worker was refused"));
          worker.postMessage({ kind, ticket: own, data, ask });
        }),
      dismiss: () => worker.terminate(),
    };
  };
}
