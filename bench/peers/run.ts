/**
 * Our engine beside its peers: `deno task bench:peers [rounds]`.
 *
 * Every measurement is a process of its own, and the peers take turns, so that what slows the machine down slows all of
 * them. It tells medians and what they are to ours and to C's; a peer that is not installed is named, and left out.
 */

/** Somebody else's program, or ours; it prints a number, or lines of a name and a number. */
interface Peer {
  readonly name: string;
  readonly command: readonly [program: string, ...parameters: string[]];
  /** How to make it ready, before the first round. */
  readonly build?: readonly [program: string, ...parameters: string[]];
  /** What it needs. */
  readonly needs: string;
}

const here = (file: string) => new URL(file, import.meta.url).pathname;
const scratch = Deno.makeTempDirSync();
const PEERS: readonly Peer[] = [
  { name: "ours", command: [Deno.execPath(), "run", here("ours.ts")], needs: "deno" },
  {
    name: "C, gcc -O3, scalar",
    command: [`${scratch}/scalar`],
    build: ["gcc", "-O3", here("scalar.c"), "-lm", "-o", `${scratch}/scalar`],
    needs: "gcc",
  },
  { name: "NumPy", command: ["python3", here("numpy_nets.py")], needs: "python3 with numpy" },
  { name: "brain.js", command: ["node", here("brain.cjs")], needs: "node with brain.js (npm install brain.js@1.6.1)" },
];
/** Libraries of numbers use one thread, as the others do. */
const ONE_THREAD = { OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };

/** What a program prints; undefined where it cannot be run. */
function output([program, ...args]: readonly [string, ...string[]]): string | undefined {
  try {
    const { success, stdout } = new Deno.Command(program, { args, env: ONE_THREAD, stderr: "null" }).outputSync();
    return success ? new TextDecoder().decode(stdout) : undefined;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

/** The numbers in what a peer printed, by name. */
function readings(peer: string, printed: string): [name: string, nanoseconds: number][] {
  return printed.trim().split("\n").map((line) => {
    const [first, second] = line.split(" ");
    return second === undefined ? [peer, Number(first)] : [`${peer}, ${first!.replaceAll("_", " ")}`, Number(second)];
  });
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

const rounds = Number(Deno.args[0] ?? 5), samples = new Map<string, number[]>();
const missing = PEERS.filter(({ command, build }) =>
  (build && output(build) === undefined) || output(command) === undefined
);
const present = PEERS.filter((peer) => !missing.includes(peer));
for (let round = 0; round < rounds; round++) {
  for (const { name, command } of present) {
    for (const [reading, nanoseconds] of readings(name, output(command)!)) {
      samples.set(reading, [...samples.get(reading) ?? [], nanoseconds]);
    }
  }
}
Deno.removeSync(scratch, { recursive: true });

const medians = [...samples].map(([name, times]) => ({ name, time: median(times) }));
const timeOf = (name: string) => medians.find((peer) => peer.name === name)?.time;
const ours = timeOf("ours")!, c = timeOf("C, gcc -O3, scalar");
console.log(`2-4-1 sigmoid, XOR: CPU nanoseconds of a net's epoch, medians of ${rounds} rounds`);
for (const { name, time } of medians) {
  const toOurs = `${(time / ours).toFixed(2)} × ours`, toC = c === undefined ? "" : `${(time / c).toFixed(3)} × C`;
  console.log([name.padEnd(28), time.toFixed(1).padStart(10), toOurs.padStart(16), toC.padStart(14)].join(""));
}
for (const { name, needs } of missing) console.log(`Left out ${name}: it needs ${needs}`);
