/** Links and special files at every place in a folder of results. */
import { stream } from "../../../core/random.ts";
import { assertNone, copyFolder, draw, type Problem, problemsOf, runBounded, SMALL, smallResults } from "./attacks.ts";
import { digestsIn, type ProcessResult } from "../command.ts";
import type { Fault } from "../fault.ts";

/** Each puts something at a path; `outside` is a folder with a file `profile` and a result `delta-rule`. */
const KINDS: Readonly<Record<string, (path: string, outside: string) => Promise<unknown>>> = {
  "a link to a file": (path, outside) => Deno.symlink(`${outside}/profile`, path),
  "a link to a link to a file": async (path, outside) => {
    await Deno.symlink(`${outside}/profile`, `${outside}.link`).catch(() => {});
    await Deno.symlink(`${outside}.link`, path);
  },
  "a link to a folder": (path, outside) => Deno.symlink(outside, path),
  "a link to a result": (path, outside) => Deno.symlink(`${outside}/delta-rule`, path),
  "a link to nothing": (path, outside) => Deno.symlink(`${outside}/nothing`, path),
  "a link to itself": (path) => Deno.symlink(path.slice(path.lastIndexOf("/") + 1), path),
  "a link to the parent folder": (path) => Deno.symlink("..", path),
  "a link to an endless device": (path) => Deno.symlink("/dev/zero", path),
  "a FIFO": (path) => new Deno.Command("mkfifo", { args: [path] }).output(),
  "a hard link to a file": (path, outside) => Deno.link(`${outside}/profile`, path),
};

const EXPERIMENT = "delta-rule";
const TABLES = ["runs.csv", "curves.csv", "claims.csv"].map((name) => `${EXPERIMENT}/${name}`);
/** What every command that reads a result needs. */
const NEEDED = [EXPERIMENT, `${EXPERIMENT}/manifest.json`, ...TABLES];
const PAGES = ["datapackage.json", "summary.json", "report.html"].map((name) => `${EXPERIMENT}/${name}`);
const UUID = "0a1b2c3d-0000-4000-8000-0123456789ab";
/** Drafts: names that an earlier version used, and names like those of this one. */
const DRAFTS = [".report.html.part", `.report.html.${UUID}.part`].map((name) => `${EXPERIMENT}/${name}`);
const SUITE_DRAFTS = [".index.html.part", `.index.html.${UUID}.part`];
const JOURNAL = `${EXPERIMENT}/.journal`;
const PLACES = [...NEEDED, ...PAGES, JOURNAL, ...DRAFTS, "index.html", ".lock", ...SUITE_DRAFTS];

/** A command on a hostile folder. */
interface Call {
  readonly name: string;
  readonly words: (hostile: string, outside: string) => string[];
  /** Whether it must refuse a link or a special file at a place; elsewhere it may also leave it alone. */
  readonly mustRefuse: (place: string) => boolean;
  readonly writes: boolean;
}

const isInResult = (place: string) => place.startsWith(EXPERIMENT);

const CALLS: readonly Call[] = [
  {
    name: "run",
    words: (hostile) => ["run", EXPERIMENT, ...SMALL, "--out", hostile],
    mustRefuse: (place) => !SUITE_DRAFTS.includes(place),
    writes: true,
  },
  {
    name: "run --resume",
    words: (hostile) => ["run", EXPERIMENT, ...SMALL, "--resume", "--out", hostile],
    mustRefuse: (place) => !SUITE_DRAFTS.includes(place),
    writes: true,
  },
  {
    name: "report",
    words: (hostile) => ["report", hostile],
    mustRefuse: (place) => !SUITE_DRAFTS.includes(place),
    writes: true,
  },
  {
    name: "report on the experiment",
    words: (hostile) => ["report", `${hostile}/${EXPERIMENT}`],
    mustRefuse: (place) => isInResult(place) || place === ".lock",
    writes: true,
  },
  {
    name: "verify",
    words: (hostile) => ["verify", hostile, "--quiet"],
    mustRefuse: (place) => [...NEEDED, ...PAGES, "index.html"].includes(place),
    writes: false,
  },
  {
    name: "diff",
    words: (hostile, outside) => ["diff", outside, hostile],
    mustRefuse: (place) => NEEDED.includes(place),
    writes: false,
  },
];

interface Attack {
  readonly kind: string;
  readonly place: string;
  readonly call: Call;
}

/** Plants everything everywhere, and lets each command meet it. */
export const LINKS: Fault = {
  name: "links and special files",
  attempt: async (folder, { quick, seed }) => {
    const honest = await smallResults(folder, EXPERIMENT, "forward-pass");
    const all = Object.keys(KINDS).flatMap((kind) =>
      PLACES.flatMap((place) => CALLS.map((call): Attack => ({ kind, place, call })))
    );
    const random = stream(seed, "links");
    const attacks = quick ? Array.from({ length: 60 }, () => draw(random, all)) : all;
    const problems = await problemsOf(attacks, (attack, i) => attempt(attack, honest, `${folder}/${i}`));
    assertNone(problems, attacks.length);
    return `${attacks.length} attacks (${Object.keys(KINDS).length} kinds, ${PLACES.length} places, ${CALLS.length} ` +
      "commands), each refused or left alone: nothing outside has changed";
  },
};

/** Plants something in a copy of honest results and runs a command. */
async function attempt({ kind, place, call }: Attack, honest: string, folder: string): Promise<Problem> {
  const hostile = `${folder}/hostile`;
  const outside = `${folder}/outside`;
  const planted = `${hostile}/${place}`;
  await Deno.mkdir(folder);
  await copyFolder(honest, hostile);
  await copyFolder(honest, outside);
  await Deno.writeTextFile(`${outside}/profile`, "a file of the user\n");
  await Deno.remove(planted, { recursive: true }).catch(() => {});
  await KINDS[kind]!(planted, outside);
  const before = await digestsIn(outside);
  const listing = call.writes ? undefined : await listingOf(hostile);
  const describe = (problem: string) => `${kind} at ${place}, ${call.name}: ${problem.replaceAll(folder, "")}`;
  try {
    const result = await runBounded(folder, call.words(hostile, outside));
    if (JSON.stringify(await digestsIn(outside)) !== JSON.stringify(before)) return describe("CHANGED what is outside");
    if (listing !== undefined && listing !== await listingOf(hostile)) return describe("changed the folder");
    const mayPass = isHarmless(kind, place, call) || !call.mustRefuse(place);
    const problem = problemWith(result, call, planted, mayPass);
    return problem && describe(problem);
  } catch (error) {
    return describe((error as Error).message);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Whether what was planted is a plain file, or is merely no folder where a command looks for those of results. */
function isHarmless(kind: string, place: string, { name }: Call): boolean {
  return kind === "a hard link to a file" ||
    (kind === "a FIFO" && place === EXPERIMENT && ["report", "diff"].includes(name));
}

/** What is wrong with how a command ended. */
function problemWith(
  { code, results, messages }: ProcessResult,
  { name, writes }: Call,
  planted: string,
  mayPass: boolean,
): Problem {
  const said = [...messages, ...results].join(" / ").slice(0, 300);
  if (code === 0) return mayPass ? undefined : `not refused: ${said}`;
  const isVerdict = !writes && code === 1;
  if (name === "verify" && code === 1) {
    return results.some((line) => line.includes(planted)) ? undefined : `the path is not named: ${said}`;
  }
  if (isVerdict) return mayPass ? undefined : `not refused: ${said}`;
  if (code !== 2 || messages.length !== 1) return `exit code ${code}, ${messages.length} messages: ${said}`;
  return messages[0]!.includes(planted) || messages[0]!.includes(planted.slice(0, planted.lastIndexOf("/")))
    ? undefined
    : `the path is not named: ${said}`;
}

/** Names, kinds, sizes and times of everything in a folder. */
async function listingOf(folder: string): Promise<string> {
  const entries: string[] = [];
  for await (const { name } of Deno.readDir(folder)) {
    const path = `${folder}/${name}`;
    const { size, mtime, ino, isDirectory } = await Deno.lstat(path);
    entries.push(`${name} ${ino} ${isDirectory ? await listingOf(path) : `${size} ${mtime?.getTime()}`}`);
  }
  return entries.sort().join("\n");
}
