/**
 * Trains in workers, side by side.
 *
 * The runs are cut into blocks of about equal cost, handed out as workers become free: about in order, but to those that
 * have the kernels where there are such. Answers are placed by index, so that who finished first changes nothing.
 */
import type { Trained } from "../../core/training.ts";
import { blocksOf } from "./blocks.ts";
import type { Trainer } from "./trainer.ts";
import type { Assignment, Word } from "./pool_worker.ts";

/** Workers that train for whoever asks. */
export interface Pool {
  readonly train: Trainer;
  /** Ends all workers at once; what they were doing is lost, and whoever waits for it is told. */
  readonly stop: () => void;
}

/** Thrown where a block of runs could not be trained, twice. */
export class TrainingFailed extends Error {
  override name = "TrainingFailed";

  /** The runs from `first` to `last`, counted from 0 in the list that was to be trained. */
  constructor(readonly first: number, readonly last: number, reason: string) {
    super(reason);
  }
}

/** A block that waits for a worker or is with one. */
interface Task {
  /** Which call of `train` asked for it. */
  readonly training: number;
  readonly kind: string;
  readonly assignment: Omit<Assignment, "block">;
  readonly said: (share: number) => void;
  readonly done: (trained: readonly Trained[]) => void;
  readonly failed: (reason: string) => void;
  tries: number;
}

/** A worker and what it is doing: the task in hand and some more, so that it never waits while this thread draws a page. */
interface Hand {
  readonly worker: Worker;
  readonly tasks: Map<number, Task>;
  /** The kinds of runs that it has kernels for. */
  readonly kinds: Set<string>;
}

const IN_HAND = 6, TRIES = 2;

/** Starts a pool of at most `jobs` workers; each is made when there is work for it. */
export function startPool(jobs: number, script: URL = new URL("./pool_worker.ts", import.meta.url)): Pool {
  const hands = new Set<Hand>(), waiting: Task[] = [];
  let numbered = 0, trainings = 0;

  function hire(): void {
    const hand: Hand = { worker: new Worker(script, { type: "module" }), tasks: new Map(), kinds: new Set() };
    hand.worker.onmessage = ({ data }: MessageEvent<Word>) => hear(hand, data);
    hand.worker.onerror = (event) => {
      event.preventDefault();
      dismiss(hand, event.message.split("\n")[0] || "the worker died");
    };
    hands.add(hand);
  }

  /** Hires for so many pieces of work. */
  function staff(pieces: number): void {
    while (hands.size < Math.min(jobs, pieces)) hire();
  }

  /** Ends a worker; what it had in hand goes to another, unless it has failed before. */
  function dismiss(hand: Hand, reason: string): void {
    hand.worker.terminate();
    hands.delete(hand);
    const [inHand, ...untouched] = hand.tasks.values();
    waiting.unshift(...untouched);
    if (inHand) retry(inHand, reason);
    handOut();
  }

  function retry(task: Task, reason: string): void {
    task.tries++;
    if (task.tries < TRIES) waiting.unshift(task);
    else task.failed(reason);
  }

  function hear(hand: Hand, word: Word): void {
    const task = hand.tasks.get(word.block);
    if (!task) return;
    if ("share" in word) return task.said(word.share);
    if ("failure" in word) return dismiss(hand, word.failure);
    hand.tasks.delete(word.block);
    task.done(word.trained);
    handOut();
  }

  /** Gives each worker in turn one task, then each a second. */
  function handOut(): void {
    staff(waiting.length + [...hands].filter(({ tasks }) => tasks.size > 0).length);
    for (let depth = 0; depth < IN_HAND; depth++) {
      for (const hand of hands) {
        if (waiting.length === 0) return;
        if (hand.tasks.size <= depth) assign(hand, waiting.splice(choose(hand), 1)[0]!);
      }
    }
  }

  /** Of the training that waits longest a block whose kernels the hand has, or nobody, or just the first. */
  function choose({ kinds }: Hand): number {
    const { training } = waiting[0]!, others = waiting.findIndex((task) => task.training !== training);
    const next = others < 0 ? waiting : waiting.slice(0, others);
    const known = next.findIndex(({ kind }) => kinds.has(kind));
    if (known >= 0) return known;
    return Math.max(0, next.findIndex(({ kind }) => ![...hands].some(({ kinds }) => kinds.has(kind))));
  }

  function assign(hand: Hand, task: Task): void {
    const block = numbered++;
    hand.tasks.set(block, task);
    hand.kinds.add(task.kind);
    hand.worker.postMessage({ block, ...task.assignment } satisfies Assignment);
  }

  const train: Trainer = (configs, { engine, onProgress, onTrained }) => {
    staff(configs.length); // they start while the runs are cut
    const blocks = blocksOf(configs, jobs, engine), number = trainings++;
    const total = blocks.reduce((sum, { cost }) => sum + cost, 0), shares = blocks.map(() => 0);
    const results = new Array<Trained>(configs.length);
    const say = (b: number, share: number) => {
      shares[b] = share;
      onProgress?.(blocks.reduce((sum, { cost }, i) => sum + cost * shares[i]!, 0) / total);
    };
    const training = blocks.map(({ first, count, kind }, b) =>
      new Promise<void>((resolve, reject) => {
        /** A listener that throws ends the training: nobody else could hear of it. */
        const guarded = (tell: () => void) => {
          try {
            tell();
          } catch (error) {
            reject(error);
          }
        };
        waiting.push({
          training: number,
          kind,
          assignment: { configs: configs.slice(first, first + count), engine },
          tries: 0,
          said: (share) => guarded(() => say(b, share)),
          done: (trained) => {
            trained.forEach((one, i) => results[first + i] = one);
            guarded(() => {
              onTrained?.(first, trained);
              say(b, 1);
              resolve();
            });
          },
          failed: (reason) => reject(new TrainingFailed(first, first + count - 1, reason)),
        });
      })
    );
    handOut();
    return Promise.all(training).then(() => results);
  };

  function stop(): void {
    const tasks = [...hands].flatMap(({ tasks }) => [...tasks.values()]).concat(waiting.splice(0));
    for (const { worker } of hands) worker.terminate();
    hands.clear();
    for (const task of tasks) task.failed("stopped");
  }

  return { train, stop };
}
