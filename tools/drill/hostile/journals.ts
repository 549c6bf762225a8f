/** Journals with valid checksums around content that no run can have written. */
import { assertEquals } from "@std/assert";
import { type Stream, stream } from "../../../core/random.ts";
import { CATALOG } from "../../../experiments/catalog.ts";
import { planOf, runsOf, SUITE_SEED } from "../../../experiments/plan.ts";
import { sha256Hex } from "../../../experiments/store/files.ts";
import { journalHeaderOf } from "../../../experiments/training/journal/journal_format.ts";
import { journalLine } from "../../../experiments/training/journal/journal_lines.ts";
import { entryLine } from "../../../experiments/training/journal/journal_results.ts";
import { configTrainer } from "../../../experiments/training/trainer.ts";
import { digestsIn } from "../command.ts";
import type { Fault } from "../fault.ts";
import { assertNone, draw, type Problem, problemsOf, runBounded, SMALL, smallResults } from "./attacks.ts";
import { placesIn, removeAt, replaceAt, valueAt, wrongValue } from "./json_forgeries.ts";

const EXPERIMENT = "depth-xor";
const RUNS_PER_ENTRY = 3;

/** A forged journal: its lines, each without its checksum. */
interface Forgery {
  readonly name: string;
  readonly lines: readonly string[];
}

const decoder = new TextDecoder();
const jsonOf = (line: Uint8Array) => decoder.decode(line).slice(decoder.decode(line).indexOf(" ") + 1).trimEnd();

/** The lines of an honest journal that lacks the last runs, each without its checksum. */
function honestLines(): string[] {
  const experiment = CATALOG.find(({ id }) => id === EXPERIMENT)!;
  const plan = planOf(experiment, { suiteSeed: SUITE_SEED, seeds: 2, epochs: 20 });
  const results = configTrainer()([...runsOf(plan)].map(({ config }) => config), { engine: "auto" });
  const lines = [journalLine(journalHeaderOf(plan))];
  for (let first = 0; first + RUNS_PER_ENTRY < results.length; first += RUNS_PER_ENTRY) {
    lines.push(entryLine(first, results.slice(first, first + RUNS_PER_ENTRY)));
  }
  return lines.map(jsonOf);
}

/** Changes one line. */
function changeLine(lines: readonly string[], random: Stream, change: (json: string) => string): string[] {
  const l = Math.floor(random.uniform(0, lines.length));
  return lines.with(l, change(lines[l]!));
}

/** Changes a random place of a line; only places within a run of an entry, and of the header, cannot be valid again. */
function changePlace(
  lines: readonly string[],
  random: Stream,
  isEligible: (path: string) => boolean,
  change: (place: ReturnType<typeof placesIn>[number]) => void,
): string[] {
  return changeLine(lines, random, (json) => {
    const value = JSON.parse(json);
    change(draw(random, placesIn(value).filter(({ path }) => isEligible(path))));
    return JSON.stringify(value);
  });
}

/** Whether a path is below `.runs.0`; the list of runs itself may have any length, like the header's own lists. */
const isRequired = (path: string) => !/^\.runs\.\d+$/.test(path);
/** Whether any number is valid at a path. */
const isParameter = (path: string) => /\.parameters\.\d+$/.test(path);

/** The kinds of forgery. */
const FORGERIES: Readonly<Record<string, (lines: readonly string[], random: Stream) => string[]>> = {
  "a wrong value": (lines, random) =>
    changePlace(lines, random, () => true, (place) => {
      replaceAt(place, wrongValue(random, valueAt(place), isParameter(place.path)));
    }),
  "a missing part": (lines, random) => changePlace(lines, random, isRequired, removeAt),
  "an unknown field": (lines, random) =>
    changeLine(lines, random, (json) => json.replace("{", () => `{${draw(random, ['"x":1', '"__proto__":{}'])},`)),
  "a repeated field": (lines, random) => changeLine(lines, random, (json) => `{${json.slice(1, -1)},${json.slice(1)}`),
  "a line of another value": (lines, random) =>
    changeLine(lines, random, () => draw(random, ["null", "[]", "{}", "0", '"text"', "[[]]", "[null]"])),
  "a line that is not JSON": (lines, random) =>
    changeLine(lines, random, (json) => draw(random, ["", "{", "NaN", json.slice(0, -1), `${json},`, "\u202e{}"])),
  "deep nesting": (lines, random) => changeLine(lines, random, () => draw(random, ["[", '{"a":']).repeat(200_000)),
  "no header": (lines) => lines.slice(1),
  "the header second": ([header, first, ...entries]) => [first!, header!, ...entries],
  "two headers": ([header, ...entries]) => [header!, header!, ...entries],
  "a repeated entry": (lines, random) => {
    const line = draw(random, lines.slice(1));
    return [...lines, line];
  },
  "runs out of range": (lines) => {
    const last = JSON.parse(lines.at(-1)!);
    return [...lines.slice(0, -1), JSON.stringify({ ...last, first: 1_000_000 })];
  },
  "a header of other curves": ([header, ...entries]) => {
    const value = JSON.parse(header!);
    return [JSON.stringify({ ...value, curves: value.curves + 1 }), ...entries];
  },
};

/** Resumes forged journals. */
export const JOURNALS: Fault = {
  name: "forged journals",
  attempt: async (folder, { quick, seed }) => {
    const honest = honestLines();
    const expected = await digestsIn(await smallResults(folder, EXPERIMENT));
    assertEquals(await outcome(`${folder}/honest`, { name: "honest", lines: honest }, expected), "resumed");
    const names = Object.keys(FORGERIES);
    const forgeries = Array.from({ length: quick ? 26 : 200 }, (_, i): Forgery => {
      const random = stream(seed, `journal ${i}`);
      const name = names[i % names.length]!;
      return { name, lines: FORGERIES[name]!(honest, random) };
    });
    const outcomes: string[] = [];
    const problems = await problemsOf(forgeries, async (forgery, i): Promise<Problem> => {
      try {
        outcomes.push(await outcome(`${folder}/${i}`, forgery, expected));
      } catch (error) {
        return `${forgery.name} (${i}): ${(error as Error).message}`;
      }
    });
    assertNone(problems, forgeries.length);
    const refused = outcomes.filter((each) => each === "refused").length;
    return `${forgeries.length} journals, forged in ${names.length} ways: ${refused} refused in one line, the others without effect`;
  },
};

/** Resumes a journal: it must be refused, and nothing written, or the result must have the right bytes. */
async function outcome(
  folder: string,
  { lines }: Forgery,
  expected: Readonly<Record<string, string>>,
): Promise<"refused" | "resumed"> {
  const out = `${folder}/out`;
  await Deno.mkdir(`${out}/${EXPERIMENT}`, { recursive: true });
  const text = lines.map((json) => `${sha256Hex(json).slice(0, 16)} ${json}\n`).join("");
  await Deno.writeTextFile(`${out}/${EXPERIMENT}/.journal`, text);
  const before = await digestsIn(out);
  const { code, messages } = await runBounded(folder, ["run", EXPERIMENT, ...SMALL, "--resume", "--out", out]);
  if (code === 0) assertEquals([messages, await digestsIn(out)], [[], expected], "wrong bytes with exit code 0");
  else {
    assertEquals([code, messages.length], [2, 1], messages.join(" / ").slice(0, 300));
    assertEquals(await digestsIn(out), before);
  }
  await Deno.remove(folder, { recursive: true });
  return code === 0 ? "resumed" : "refused";
}
