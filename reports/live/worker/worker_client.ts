/** The page's end of the connection to its worker. */
import type { PageData } from "../../wire/page_data.ts";
import type { RequestParameters, RequestResult, RequestType, ResponseMessage } from "./page_worker.ts";

/** A running worker. */
export type WorkerClient = ReturnType<ReturnType<typeof workerStarter>>;

/** Returns a function that starts workers from the page's own script, so that the script is sent once. */
export function workerStarter(script: string, data: PageData) {
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  return () => {
    const worker = new Worker(url);
    const pending = new Map<number, (response: ResponseMessage) => void>();
    let nextId = 0;
    worker.onmessage = ({ data: response }: MessageEvent<ResponseMessage>) => pending.get(response.id)?.(response);
    return {
      /** Sends a request; rejects if the worker reports an error. `onProgress` receives numbers in [0, 1]. */
      request<T extends RequestType>(
        type: T,
        parameters: RequestParameters<T>,
        onProgress?: (progress: number) => void,
      ): Promise<RequestResult<T>> {
        return new Promise((resolve, reject) => {
          const id = nextId++;
          pending.set(id, (response) => {
            if ("progress" in response) return onProgress?.(response.progress);
            pending.delete(id);
            if ("error" in response) reject(new Error(response.error));
            else resolve(response.result as RequestResult<T>);
          });
          worker.onerror = ({ message }) => reject(new Error(message || "The browser refused the worker"));
          worker.postMessage({ type, id, data, parameters });
        });
      },
      /** Stops the worker; pending requests never settle. */
      terminate: () => worker.terminate(),
    };
  };
}
