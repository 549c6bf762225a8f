/** Preloaded before the command: the first DYING_WORKERS workers die of their first block. */
const script = new URL("./dying_worker.ts", import.meta.url);
const IntactWorker = Worker;
let left = Number(Deno.env.get("DYING_WORKERS"));

globalThis.Worker = class extends IntactWorker {
  constructor(url: string | URL, options?: WorkerOptions) {
    super(left-- > 0 ? script : url, options);
  }
};
