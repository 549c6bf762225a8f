/** Trains in workers, in parallel: runs are split into blocks, which workers get as they become free. */
import { type Task, tasksOf } from "./pool_task.ts";
import type { Assignment, WorkerMessage } from "./pool_worker.ts";
import type { Trainer } from "./trainer.ts";

/** A worker and its state as the pool knows it. */
interface WorkerSlot {
  readonly worker: Worker;
  /** The tasks sent to the worker, by block number; it trains the first and has the others queued. */
  readonly tasks: Map<number, Task>;
  /** Keys of the kernels that the worker has compiled. */
  readonly kernelKeys: Set<string>;
}

/** Tasks sent to a worker ahead of time, so that it stays busy while this thread draws a page. */
const QUEUE_DEPTH = 6;
const MAX_ATTEMPTS = 2;

/** A pool of at most `jobs` workers, which are spawned when there are blocks for them. */
export class WorkerPool {
  readonly #slots = new Set<WorkerSlot>();
  readonly #queue: Task[] = [];
  #blockCount = 0;
  #trainingCount = 0;
  #isStopped = false;

  constructor(readonly jobs: number, readonly script: URL = new URL("./pool_worker.ts", import.meta.url)) {}

  /** A trainer, which may be called again before earlier trainings have finished. */
  readonly train: Trainer = (groups, options, onResults) => {
    const { tasks, finished } = tasksOf(this.#trainingCount++, groups, this.jobs, options, onResults);
    if (this.#isStopped) tasks.forEach((task) => task.fail("stopped"));
    else {
      for (const task of tasks) this.#queue.push(task);
      this.#dispatch();
    }
    return finished;
  };

  /** Terminates all workers at once; unfinished and later trainings are rejected with TrainingFailed. */
  stop(): void {
    this.#isStopped = true;
    const tasks = [...this.#slots].flatMap((slot) => [...slot.tasks.values()]).concat(this.#queue.splice(0));
    for (const { worker } of this.#slots) worker.terminate();
    this.#slots.clear();
    for (const task of tasks) task.fail("stopped");
  }

  #ensureWorkers(taskCount: number): void {
    while (this.#slots.size < Math.min(this.jobs, taskCount)) this.#spawn();
  }

  #spawn(): void {
    const worker = new Worker(this.script, { type: "module" });
    const slot: WorkerSlot = { worker, tasks: new Map(), kernelKeys: new Set() };
    worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => this.#handleMessage(slot, data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#retire(slot, event.message.split("\n")[0] || "the worker died");
    };
    this.#slots.add(slot);
  }

  /** Terminates a worker after a failure of the block that it was training. */
  #retire(slot: WorkerSlot, reason: string): void {
    slot.worker.terminate();
    this.#slots.delete(slot);
    const [failed, ...untouched] = slot.tasks.values();
    this.#queue.unshift(...untouched);
    if (failed && ++failed.failures < MAX_ATTEMPTS) this.#queue.unshift(failed);
    else failed?.fail(reason);
    this.#dispatch();
  }

  #handleMessage(slot: WorkerSlot, message: WorkerMessage): void {
    const task = slot.tasks.get(message.block);
    if (!task) return;
    if ("progress" in message) return task.reportProgress(message.progress);
    if ("failure" in message) return this.#retire(slot, message.failure);
    slot.tasks.delete(message.block);
    task.succeed(message.entries);
    this.#dispatch();
  }

  /** Sends queued tasks to workers: a first to each worker that has none, then a second, and so on. */
  #dispatch(): void {
    const busy = [...this.#slots].filter(({ tasks }) => tasks.size > 0).length;
    this.#ensureWorkers(this.#queue.length + busy);
    for (let depth = 0; depth < QUEUE_DEPTH; depth++) {
      for (const slot of this.#slots) {
        if (this.#queue.length === 0) return;
        if (slot.tasks.size <= depth) this.#send(slot, this.#queue.splice(this.#nextFor(slot), 1)[0]!);
      }
    }
  }

  /** Index of a slot's next task: of the oldest training, preferably with a kernel of its own, then with one of no worker. */
  #nextFor({ kernelKeys }: WorkerSlot): number {
    const { training } = this.#queue[0]!;
    const end = this.#queue.findIndex((task) => task.training !== training);
    const oldest = end < 0 ? this.#queue : this.#queue.slice(0, end);
    const compiled = oldest.findIndex(({ kernelKey }) => kernelKeys.has(kernelKey));
    if (compiled >= 0) return compiled;
    const isCompiled = (kernelKey: string) => [...this.#slots].some((slot) => slot.kernelKeys.has(kernelKey));
    return Math.max(0, oldest.findIndex(({ kernelKey }) => !isCompiled(kernelKey)));
  }

  #send(slot: WorkerSlot, task: Task): void {
    const block = this.#blockCount++;
    slot.tasks.set(block, task);
    slot.kernelKeys.add(task.kernelKey);
    slot.worker.postMessage({ block, ...task.assignment } satisfies Assignment);
  }
}
