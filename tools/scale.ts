/**
 * Measures what a run costs in addition to its training: `deno task drill scale [RUNS]`, by default 4,000,000.
 *
 * Eight settings of hidden-width, 20 epochs each: in one piece, then over eight shards whose merge must have the same
 * files, and `verify` of a sample. CPU seconds and peak memory are those of /usr/bin/time, which Debian's
 * package `time` has. Training alone is measured in this process. Figures that miss their bound end it with exit code 1.
 */
import process from "node:process";
import { CATALOG } from "../experiments/catalog.ts";
import { planOf, SUITE_SEED } from "../experiments/plan.ts";
import { digestOf } from "../experiments/store/content.ts";
import { piecesOf } from "../experiments/store/plain_files.ts";
import { splitIntoBlocks } from "../experiments/training/blocks.ts";
import { configsOf, groupsOf } from "../experiments/training/run_groups.ts";
import { configTrainer } from "../experiments/training/trainer.ts";
import { bundleScripts } from "./start.ts";

const ID = "hidden-width";
const SETTINGS = ["units=2,3", "output_bias=false,true", "loss=crossEntropy,halfSquaredError"];
const CELLS = 8;
const EPOCHS = 20;
const SHARDS = 8;

/** Upper bounds. */
const BOUNDS = {
  "CPU µs per run, training excluded": 40,
  "bytes a run at the peak": 600,
  "GB at the peak of the merge": 1,
  "MB of the page": 0.7,
  "seconds of verify": 60,
  "power of the runs with which CPU time grows": 1.05,
} as const;

/** What a command took. */
interface Usage {
  readonly cpuSeconds: number;
  readonly peakBytes: number;
  readonly seconds: number;
}

/** Runs the command of the suite and measures it; throws an Error if it fails. */
async function measure(...words: string[]): Promise<Usage> {
  const started = performance.now();
  const args = ["-f", "%U %S %M", "deno", "run", "-A", "--no-check", "command/main.ts", ...words, "--quiet"];
  const { stderr, success } = await new Deno.Command("/usr/bin/time", { args, stdout: "null", stderr: "piped" })
    .output();
  const lines = new TextDecoder().decode(stderr).trimEnd().split("\n");
  if (!success) throw new Error(lines.join("\n"));
  const [user, system, kilobytes] = lines.at(-1)!.split(" ").map(Number) as [number, number, number];
  return { cpuSeconds: user + system, peakBytes: 1024 * kilobytes, seconds: (performance.now() - started) / 1000 };
}

/** The words that select the runs. */
function runWords(runs: number): string[] {
  const sets = SETTINGS.flatMap((setting) => ["--set", setting]);
  return ["run", ID, ...sets, "--epochs", String(EPOCHS), "--seeds", String(runs / CELLS)];
}

/** CPU seconds of the training of runs alone, their starts included. */
function trainingSeconds(runs: number): number {
  const experiment = CATALOG.find(({ id }) => id === ID)!;
  const set = Object.fromEntries(SETTINGS.map((setting) => {
    const [factor, levels] = setting.split("=") as [string, string];
    return [factor, levels.split(",")];
  }));
  const plan = planOf(experiment, { suiteSeed: SUITE_SEED, seeds: runs / CELLS, epochs: EPOCHS, set });
  const train = configTrainer();
  const { user, system } = process.cpuUsage();
  for (const { groups } of splitIntoBlocks(groupsOf(plan), 2, "auto")) {
    train(groups.flatMap(configsOf), { engine: "auto" });
  }
  const used = process.cpuUsage({ user, system });
  return (used.user + used.system) / 1e6;
}

/** The slope of a line through points on logarithmic axes. */
function slopeOf(points: readonly (readonly [x: number, y: number])[]): number {
  const logs = points.map((point) => point.map(Math.log) as [number, number]);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(logs.map(([x]) => x)), mean(logs.map(([, y]) => y))];
  const covariance = logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return covariance / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}

const runs = Number(Deno.args[0] ?? 4_000_000);
const folder = await Deno.makeTempDir({ prefix: "xorlab-scale-" });
const failures: string[] = [];

function report(name: keyof typeof BOUNDS, value: number): void {
  const isKept = value <= BOUNDS[name];
  console.log(`${value.toPrecision(3)} ${name}, at most ${BOUNDS[name]}${isKept ? "" : ": MISSED"}`);
  if (!isKept) failures.push(name);
}

try {
  if (!await bundleScripts()) throw new Error("the scripts of pages could not be bundled");
  // one worker: of several, each compiles the same code at its start, which small results would pay for several times
  const inOnePiece = (size: number, name: string) =>
    measure(...runWords(size), "--jobs", "1", "--out", `${folder}/${name}`);
  const base = await inOnePiece(CELLS, "base");
  const sizes = [10_000, 100_000, 1_000_000, runs].filter((size) => size <= runs);
  const points: [number, number][] = [];
  let whole = base;
  for (const size of new Set(sizes)) {
    whole = await inOnePiece(size, "one");
    points.push([size, whole.cpuSeconds - base.cpuSeconds]);
    console.log(`${size} runs: ${whole.cpuSeconds.toFixed(1)} s CPU, ${(whole.peakBytes / 1e6).toFixed(0)} MB`);
  }
  // without what the smallest takes: until then kernels are compiled and code becomes fast
  const [[smallest, warmUp], ...larger] = points as [[number, number], ...[number, number][]];
  const power = slopeOf(larger.map(([size, seconds]) => [size - smallest, seconds - warmUp]));
  report("power of the runs with which CPU time grows", power);
  const [[fewer, before], [most, last]] = points.slice(-2) as [[number, number], [number, number]];
  const step = (last - before) / (most - fewer), average = last / most;
  console.log(`a run more: ${(1e6 * step).toFixed(1)} µs CPU; on average ${(1e6 * average).toFixed(1)} µs`);
  const sample = Math.min(runs, 400_000);
  const training = trainingSeconds(sample) / sample;
  report("CPU µs per run, training excluded", 1e6 * ((whole.cpuSeconds - base.cpuSeconds) / runs - training));
  report("bytes a run at the peak", (whole.peakBytes - base.peakBytes) / runs);
  let shardSeconds = 0;
  for (let shard = 1; shard <= SHARDS; shard++) {
    const words = [...runWords(runs), "--shard", `${shard}/${SHARDS}`, "--out", `${folder}/shards`];
    shardSeconds += (await measure(...words)).cpuSeconds;
  }
  const merged = await measure("merge", `${folder}/shards`, "--out", `${folder}/merged`);
  console.log(`${SHARDS} shards: ${shardSeconds.toFixed(1)} s CPU; merge: ${merged.cpuSeconds.toFixed(1)} s CPU`);
  report("GB at the peak of the merge", merged.peakBytes / 1e9);
  for (const { name } of Deno.readDirSync(`${folder}/one/${ID}`)) {
    const [one, other] = ["one", "merged"].map((part) => digestOf(piecesOf(`${folder}/${part}/${ID}/${name}`)));
    if (one !== other) failures.push(`${name} of the merge differs from that of a run in one piece`);
  }
  report("MB of the page", Deno.statSync(`${folder}/merged/${ID}/report.html`).size / 1e6);
  report("seconds of verify", (await measure("verify", `${folder}/merged/${ID}`, "--sample", "1000")).seconds);
} finally {
  Deno.removeSync(folder, { recursive: true });
}
failures.forEach((failure) => console.error(`failed: ${failure}`));
if (failures.length > 0) Deno.exit(1);
