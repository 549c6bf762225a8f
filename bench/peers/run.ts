/**
 * Our engine beside its peers: `deno task bench:peers [rounds]`.
 *
 * C and ours train every setting, one right after the other; the other peers train the first one. Every measurement is
 * a process of its own, and all take turns, so that what slows the machine down slows all of them. It tells medians of
 * the rounds, and for ratios the medians of each round's own; a peer that is not installed is named, and left out.
 */
import { median, SETTINGS } from "../settings.ts";
import { compilation } from "./twins.ts";

type Command = readonly [program: string, ...parameters: string[]];

/** Who trains a setting; it prints a number, or lines of a name and a number. */
interface Peer {
  readonly name: string;
  readonly setting: string;
  readonly command: Command;
  /** How to make it ready, before the first round; without it, the command itself is tried. */
  readonly build?: Command;
  /** What it needs. */
  readonly needs: string;
}

const OURS = "ours", C = "C, gcc -O3, scalar", FIRST = SETTINGS[0]!.name;
/** Nets and epochs of a sample in C, which takes about a tenth of a second. */
const SAMPLE = ["500", "1000"];
/** What ours may take of C's time: in the first setting, and in any. */
const MOST_OF_FIRST = 0.225, MOST = 0.5;

const here = (file: string) => new URL(file, import.meta.url).pathname;
const scratch = Deno.makeTempDirSync();
const PEERS: readonly Peer[] = [
  ...SETTINGS.flatMap(({ name: setting, config }, i): Peer[] => {
    const twin = `${scratch}/${i}`, deno = Deno.execPath(), ours = here("ours.ts");
    return [
      { name: C, setting, command: [twin, ...SAMPLE], build: compilation(config, twin), needs: "gcc" },
      { name: OURS, setting, command: [deno, "run", ours, setting], build: [deno, "cache", ours], needs: "deno" },
    ];
  }),
  { name: "NumPy", setting: FIRST, command: ["python3", here("numpy_nets.py")], needs: "python3 with numpy" },
  {
    name: "brain.js",
    setting: FIRST,
    command: ["node", here("brain.cjs")],
    needs: "node with brain.js (npm install brain.js@1.6.1)",
  },
];
/** Libraries of numbers use one thread, as the others do. */
const ONE_THREAD = { OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };

/** What a program prints; undefined where it cannot be run. */
function output([program, ...args]: Command): string | undefined {
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

/** The times that are read of each setting, a round each, by who trained it. */
type Times = Readonly<Record<string, Map<string, readonly number[]>>>;

/** Lets peers take turns. */
function timesOf(peers: readonly Peer[], rounds: number): Times {
  const times: Times = Object.fromEntries(peers.map(({ setting }) => [setting, new Map()]));
  for (let round = 0; round < rounds; round++) {
    for (const { name, setting, command } of peers) {
      const read = times[setting]!;
      for (const [who, nanoseconds] of readings(name, output(command)!)) {
        read.set(who, [...read.get(who) ?? [], nanoseconds]);
      }
    }
  }
  return times;
}

/** What times are to others, round by round. */
function ratio(times: readonly number[], others: readonly number[]): number {
  return median(times.map((time, round) => time / others[round]!));
}

function line(name: string, ...cells: readonly string[]): string {
  return name.padEnd(46) + cells.map((cell) => cell.padStart(12)).join("");
}

/** A line a peer. */
function tableOfPeers(times: Times): string[] {
  const read = times[FIRST]!, ours = read.get(OURS)!, c = read.get(C);
  const lines = [...read].map(([who, taken]) => {
    const toC = c ? ratio(taken, c).toFixed(3) : "";
    return line(who, median(taken).toFixed(1), ratio(taken, ours).toFixed(2), toC);
  });
  return [line(FIRST, "ns", "÷ ours", c ? "÷ C" : ""), ...lines];
}

/** A line a setting; one that takes more than it may says so. */
function tableOfSettings(times: Times): string[] {
  const lines = Object.entries(times).map(([setting, read]) => {
    const ours = read.get(OURS)!, c = read.get(C)!, share = ratio(ours, c);
    const most = setting === FIRST ? MOST_OF_FIRST : MOST;
    const cells = [median(ours).toFixed(1), median(c).toFixed(1), share.toFixed(3)];
    return line(setting, ...cells) + (share > most ? `, above ${most}` : "");
  });
  return [line("Beside C of the same net", "ours, ns", "C, ns", "ours ÷ C"), ...lines];
}

const rounds = Number(Deno.args[0] ?? 5);
const present = PEERS.filter(({ command, build }) => output(build ?? command) !== undefined);
const missing = PEERS.filter((peer) => !present.includes(peer));
const times = timesOf(present, rounds), withC = present.some(({ name }) => name === C);
Deno.removeSync(scratch, { recursive: true });

console.log(`CPU nanoseconds of a net's epoch, medians of ${rounds} rounds\n`);
tableOfPeers(times).forEach((line) => console.log(line));
if (withC) ["", ...tableOfSettings(times)].forEach((line) => console.log(line));
for (const [name, { needs }] of new Map(missing.map((peer) => [peer.name, peer]))) {
  console.log(`Left out ${name}: it needs ${needs}`);
}
