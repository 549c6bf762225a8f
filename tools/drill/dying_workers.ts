/** Loaded before the command, to plant a fault: so many of the first workers as the environment says die of their work. */
const script = new URL("./dying_worker.ts", import.meta.url), Sound = Worker;
let left = Number(Deno.env.get("DYING_WORKERS"));

globalThis.Worker = class extends Sound {
  constructor(url: string | URL, options?: WorkerOptions) {
    super(left-- > 0 ? script : url, options);
  }
};
