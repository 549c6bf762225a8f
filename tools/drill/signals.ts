/** Ctrl-C, and the signal of service managers, at random moments of every sub-command. */
import { assert, assertEquals } from "@std/assert";
import { SUBCOMMANDS } from "../../command/subcommands/subcommands.ts";
import { type Stream, stream } from "../../core/random.ts";
import { commandLine, digestsIn, startProcess } from "./command.ts";
import type { Fault } from "./fault.ts";

const SIGNALS = ["SIGINT", "SIGTERM"] as const;
/** How often each signal is sent to each call, at another moment each time. */
const TIMES = 20;
/** The moments: up to this share of the time that the call takes undisturbed. */
const LATEST = 1.05;

const SMALL = ["run", "delta-rule", "--seeds", "20", "--epochs", "400", "--engine", "reference", "--quiet"];
const CELL = ["depth-xor", "--set", "function=xor", "--set", "network=two-layer"];
const CONFIG = {
  data: "xor",
  network: { inputs: 2, layers: [3, 1].map((units) => ({ units, activation: "sigmoid", bias: true })) },
  loss: "squaredError",
  optimizer: { name: "gradientDescent", learningRate: 0.5 },
  seed: 1,
  epochs: 200_000,
};

/** A command line that is disturbed. */
interface SignalledCall {
  readonly words: readonly string[];
  /** Command lines that come before it, undisturbed. */
  readonly before?: readonly (readonly string[])[];
}

/** Calls that are long enough to be hit, by sub-command; `out` is a folder, and `config` a file. */
const callsOf = (out: string, config: string): Readonly<Record<string, readonly SignalledCall[]>> => {
  const run = [...SMALL, "--out", out];
  const shards = ["1/2", "2/2"].map((shard) => [...SMALL, "--shard", shard, "--out", `${out}/shards`]);
  return {
    run: [
      { words: run },
      { words: [...run, "--resume"], before: [run] },
      { words: [...SMALL, "--shard", "1/2", "--out", out] },
      { words: [...SMALL, "--dry-run"] },
    ],
    list: [{ words: ["list"] }],
    merge: [{ words: ["merge", `${out}/shards`, "--quiet", "--out", out], before: shards }],
    verify: [
      { words: ["verify", out, "--engine", "reference", "--quiet"], before: [run] },
      { words: ["verify", out, "--sample", "9", "--sample-seed", "a", "--quiet"], before: [run] },
    ],
    diff: [{ words: ["diff", out, out], before: [run] }],
    report: [{ words: ["report", out], before: [run] }],
    replicate: [{ words: ["replicate", "--times", "4", "--quiet", "--out", out], before: [run] }],
    config: [{ words: ["config", ...CELL] }],
    trace: [{ words: ["trace", ...CELL, "--steps", "400"] }],
    train: [{ words: ["train", "--config", config] }],
    lab: [{ words: ["lab", "--out", out] }, { words: ["lab", "starts=200"] }],
    gradcheck: [{ words: ["gradcheck"] }],
    bench: [{ words: ["bench", "--quiet"] }],
    completions: [{ words: ["completions", "bash", "xorlab run --"] }],
  };
};

/** What is left behind until the next writer comes: locks, drafts and journals. */
const LEFT_BEHIND = /\.(?:lock|part|journal)$/;

/** Whether the files of a folder are whole: each as before the call or as after it. */
function requireWhole(found: Digests, before: Digests, after: Digests, place: string): void {
  const torn = Object.entries(found).filter(([path, digest]) => {
    return !LEFT_BEHIND.test(path) && digest !== before[path] && digest !== after[path];
  });
  assertEquals(torn, [], `${place}: half written`);
  const lost = Object.keys(before).filter((path) => !LEFT_BEHIND.test(path) && path in after && !(path in found));
  assertEquals(lost, [], `${place}: lost`);
}

type Digests = Readonly<Record<string, string>>;

/** The digests in a folder; none if it does not exist. */
async function digestsOf(folder: string): Promise<Digests> {
  return await digestsIn(folder).catch((error) => {
    if (error instanceof Deno.errors.NotFound) return {};
    throw error;
  });
}

/** The exit codes and messages that a signal may cause; 130 is the command's own, 128 + n that of the signal. */
function requireContract(
  { code, messages }: { readonly code: number; readonly messages: readonly string[] },
  signal: typeof SIGNALS[number],
  undisturbed: number,
  place: string,
): void {
  const codes = [undisturbed, 130, ...signal === "SIGTERM" ? [143] : []];
  assert(codes.includes(code), `${place}: exit code ${code}: ${messages.join(" / ")}`);
  assert(
    messages.length <= 1 && !messages.some((line) => /^error|^ +at /.test(line)),
    `${place}: ${messages.join(" / ")}`,
  );
}

/** Sends signals to a call; returns how many hit it. */
async function disturb(folder: string, random: Stream, callOf: (out: string) => SignalledCall): Promise<number> {
  const prepare = async (name: string) => {
    const out = `${folder}/${name}`, { before = [], words } = callOf(out);
    for (const each of before) assertEquals((await startProcess(commandLine(folder, each)).result).code, 0);
    return { out, words, start: () => startProcess(commandLine(folder, words)) };
  };
  const model = await prepare("model");
  const before = await digestsOf(model.out);
  const started = performance.now(), whole = await model.start().result, time = performance.now() - started;
  const after = await digestsOf(model.out);
  let hits = 0;
  for (const signal of SIGNALS) {
    for (let n = 0; n < TIMES; n++) {
      const delay = random.uniform(0, LATEST * time);
      const place = `${model.words.slice(0, 3).join(" ")}, ${signal} after ${delay.toFixed(0)} of ${
        time.toFixed(0)
      } ms`;
      const { out, start } = await prepare("tried");
      const process = start();
      await new Promise((resolve) => setTimeout(resolve, delay));
      process.kill(signal);
      const result = await process.result;
      requireContract(result, signal, whole.code, place);
      if (result.code >= 128) hits++;
      requireWhole(await digestsOf(out), before, after, place);
      // a writer cleans up what was left behind, and ends where it would have ended
      if (Object.keys(after).length > 0) {
        const again = await start().result;
        assertEquals([again.code, again.messages], [whole.code, whole.messages], place);
        assertEquals(Object.keys(await digestsOf(out)).filter((path) => /\.(?:lock|part)$/.test(path)), [], place);
        requireWhole(await digestsOf(out), after, after, place);
      }
      await Deno.remove(out, { recursive: true }).catch(() => {});
    }
  }
  return hits;
}

/** Signals at random moments, one fault for each sub-command. */
export const SIGNALLED: readonly Fault[] = Object.keys(SUBCOMMANDS).map((name) => ({
  name: `signals: ${name}`,
  attempt: async (folder, { seed }) => {
    const config = `${folder}/config.json`;
    await Deno.writeTextFile(config, JSON.stringify(CONFIG));
    const count = callsOf("", "")[name]!.length;
    let hits = 0;
    for (let i = 0; i < count; i++) {
      hits += await disturb(folder, stream(seed, `${name} ${i}`), (out) => callsOf(out, config)[name]![i]!);
    }
    const sent = count * SIGNALS.length * TIMES;
    return `${hits} of ${sent} signals ended it, the others came too late; no stack, nothing half written`;
  },
}));
