/**
 * Compares xorlab with other programs: `deno task bench peers [rounds]`.
 *
 * C and xorlab train every setting, the other peers the first one. Each measurement is a process of its own. All take
 * turns, so that changes of the machine's speed affect them equally. Times are medians over rounds, ratios are medians
 * of the ratios of each round. Peers that are not installed are listed and skipped.
 */
import { median, SETTINGS } from "../settings.ts";
import { compilation } from "./twins.ts";

type Command = readonly [program: string, ...parameters: string[]];

/** A program that trains a setting and prints a number, or lines of a name and a number. */
interface Peer {
  readonly name: string;
  readonly setting: string;
  readonly command: Command;
  /** Prepares it before the first round; by default the command itself is run. */
  readonly build?: Command;
  /** What has to be installed. */
  readonly needs: string;
}

const OURS = "ours", C = "C, gcc -O3, scalar", FIRST = SETTINGS[0]!.name;
/** Nets and epochs of a sample in C: about a tenth of a second. */
const SAMPLE = ["500", "1000"];
/** Upper bounds on the ratio to C, for the first setting and for all others. */
const MAX_FIRST_RATIO = 0.225, MAX_RATIO = 0.5;

const pathOf = (file: string) => new URL(file, import.meta.url).pathname;
const buildFolder = Deno.makeTempDirSync();
const PEERS: readonly Peer[] = [
  ...SETTINGS.flatMap(({ name: setting, config }, i): Peer[] => {
    const twin = `${buildFolder}/${i}`, deno = Deno.execPath(), ours = pathOf("ours.ts");
    return [
      { name: C, setting, command: [twin, ...SAMPLE], build: compilation(config, twin), needs: "gcc" },
      { name: OURS, setting, command: [deno, "run", ours, setting], build: [deno, "cache", ours], needs: "deno" },
    ];
  }),
  { name: "NumPy", setting: FIRST, command: ["python3", pathOf("numpy_nets.py")], needs: "python3 with numpy" },
  {
    name: "brain.js",
    setting: FIRST,
    command: ["node", pathOf("brain.cjs")],
    needs: "node with brain.js (npm install brain.js@1.6.1)",
  },
];
/** Restricts numerical libraries to one thread, like the other peers. */
const ONE_THREAD = { OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };

/** The output of a program; undefined if it cannot be run. */
function outputOf([program, ...args]: Command): string | undefined {
  try {
    const { success, stdout } = new Deno.Command(program, { args, env: ONE_THREAD, stderr: "null" }).outputSync();
    return success ? new TextDecoder().decode(stdout) : undefined;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

/** The times that a peer printed, by name. */
function parseTimes(peer: string, printed: string): [name: string, nanoseconds: number][] {
  return printed.trim().split("\n").map((line) => {
    const [first, second] = line.split(" ");
    return second === undefined ? [peer, Number(first)] : [`${peer}, ${first!.replaceAll("_", " ")}`, Number(second)];
  });
}

/** Times by setting and peer, one per round. */
type Times = Readonly<Record<string, Map<string, readonly number[]>>>;

/** Runs all peers in turn, round after round. */
function measureInTurns(peers: readonly Peer[], rounds: number): Times {
  const times: Times = Object.fromEntries(peers.map(({ setting }) => [setting, new Map()]));
  for (let round = 0; round < rounds; round++) {
    for (const { name, setting, command } of peers) {
      const timesByName = times[setting]!;
      for (const [program, nanoseconds] of parseTimes(name, outputOf(command)!)) {
        timesByName.set(program, [...timesByName.get(program) ?? [], nanoseconds]);
      }
    }
  }
  return times;
}

/** The median ratio of two lists of times, round by round. */
function medianRatio(times: readonly number[], others: readonly number[]): number {
  return median(times.map((time, round) => time / others[round]!));
}

function line(name: string, ...cells: readonly string[]): string {
  return name.padEnd(46) + cells.map((cell) => cell.padStart(12)).join("");
}

/** One line per peer, for the first setting. */
function peerTable(times: Times): string[] {
  const timesByName = times[FIRST]!, ours = timesByName.get(OURS)!, c = timesByName.get(C);
  const lines = [...timesByName].map(([name, own]) => {
    const ratioToC = c ? medianRatio(own, c).toFixed(3) : "";
    return line(name, median(own).toFixed(1), medianRatio(own, ours).toFixed(2), ratioToC);
  });
  return [line(FIRST, "ns", "÷ ours", c ? "÷ C" : ""), ...lines];
}

/** One line per setting, with a note if the ratio exceeds its bound. */
function settingTable(times: Times): string[] {
  const lines = Object.entries(times).map(([setting, timesByName]) => {
    const ours = timesByName.get(OURS)!, c = timesByName.get(C)!, ratio = medianRatio(ours, c);
    const max = setting === FIRST ? MAX_FIRST_RATIO : MAX_RATIO;
    const cells = [median(ours).toFixed(1), median(c).toFixed(1), ratio.toFixed(3)];
    return line(setting, ...cells) + (ratio > max ? `, above ${max}` : "");
  });
  return [line("Beside C of the same net", "ours, ns", "C, ns", "ours ÷ C"), ...lines];
}

const rounds = Number(Deno.args[0] ?? 5);
const present = PEERS.filter(({ command, build }) => outputOf(build ?? command) !== undefined);
const missing = PEERS.filter((peer) => !present.includes(peer));
const times = measureInTurns(present, rounds), withC = present.some(({ name }) => name === C);
Deno.removeSync(buildFolder, { recursive: true });

console.log(`CPU nanoseconds of a net's epoch, medians of ${rounds} rounds\n`);
peerTable(times).forEach((line) => console.log(line));
if (withC) ["", ...settingTable(times)].forEach((line) => console.log(line));
for (const [name, { needs }] of new Map(missing.map((peer) => [peer.name, peer]))) {
  console.log(`Left out ${name}: it needs ${needs}`);
}
