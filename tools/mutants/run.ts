/**
 * Mutation testing: makes one small change at a time to the product and counts the changes that tests notice.
 *
 * `deno task audit mutants [--seed TEXT] [--count N] [--list] [FILE or FOLDER…]` draws N mutations of these files, by
 * default of the whole product, and tries each in a temporary copy of the project in the current folder. The tests that
 * concern a mutated file run nearest first; what all of them let pass goes to the type checker. What runs in pages
 * concerns the browser tests too. `--list` prints all mutations and tries none. Exit code 1: a mutation was not caught,
 * or the tests fail without one.
 */
import { parseArgs } from "@std/cli";
import { stream } from "../../core/random.ts";
import { type TestGroups, testsOf } from "./concerned_tests.ts";
import { describeMutation, mutate, type Mutation, mutationsOf } from "./mutations.ts";
import { copyProject, type ProjectCopy } from "./project_copy.ts";

const PRODUCT = ["core", "experiments", "reports", "command"];
const TESTS = "tests";

/** How a mutation fared: what caught it, if anything did. */
type Fate = "caught by a test" | "caught by the time limit" | "caught by the type checker" | "SURVIVED";

/** A file that can be mutated. */
interface Target {
  readonly path: string;
  readonly source: string;
  readonly tests: TestGroups;
}

/** A mutation of a file. */
interface Mutant {
  readonly target: Target;
  readonly mutation: Mutation;
}

const { seed, count, list, _: names } = parseArgs(Deno.args, {
  string: ["seed", "count", "_"],
  boolean: ["list"],
  default: { seed: "mutants", count: "40" },
});
using project = copyProject(Deno.cwd());
const targets = targetsIn(project, names.map(String));
if (list) listMutants(targets);
else Deno.exitCode = await testMutants(drawMutants(targets, seed, Number(count)));

function listMutants(targets: readonly Target[]): void {
  for (const { path, source } of targets) {
    for (const mutation of mutationsOf(path, source)) console.log(`${path}:${describeMutation(source, mutation)}`);
  }
}

/** Tries mutants one after another and prints what caught them; returns the exit code. */
async function testMutants(mutants: readonly Mutant[]): Promise<number> {
  const tests = new Set(mutants.flatMap(({ target }) => target.tests.flat()));
  console.log(`${mutants.length} mutations, ${tests.size} test files`);
  if (tests.size > 0 && !await passUnchanged([...tests])) return 1;
  const fates: Fate[] = [];
  for (const { target, mutation } of mutants) {
    const fate = await tryMutant(project, { target, mutation });
    console.log(`${fate}: ${target.path}:${describeMutation(target.source, mutation)}`);
    fates.push(fate);
  }
  const survivors = fates.filter((fate) => fate === "SURVIVED").length;
  const percent = (100 * (1 - survivors / fates.length)).toFixed(1);
  console.log(`${fates.length - survivors} of ${fates.length} mutations caught (${percent} %)`);
  for (const [fate, { length }] of Map.groupBy(fates, (fate) => fate)) console.log(`  ${length} ${fate}`);
  return survivors > 0 ? 1 : 0;
}

async function passUnchanged(tests: readonly string[]): Promise<boolean> {
  const { outcome, output } = await project.runTests(tests);
  if (outcome !== "passed") console.error(`${output}\nThe tests fail without any mutation: make them pass first`);
  return outcome === "passed";
}

/** The files of the product with these names or in folders of these names, and their tests. */
function targetsIn(project: ProjectCopy, names: readonly string[]): Target[] {
  const sources = project.sources([...PRODUCT, TESTS]);
  const isNamed = (path: string) => names.length === 0 || names.some((name) => `${path}/`.startsWith(`${name}/`));
  const product = [...sources].filter(([path]) => !path.startsWith(`${TESTS}/`) && isNamed(path));
  const targets = product.map(([path, source]) => ({ path, source, tests: testsOf(path, sources) }));
  const untested = targets.filter(({ tests }) => tests.length === 0);
  if (untested.length > 0) console.log(`No test imports ${untested.map(({ path }) => path).join(", ")}`);
  return targets.filter(({ tests }) => tests.length > 0);
}

/** A sample of all mutations of some files without repetition. */
function drawMutants(targets: readonly Target[], seed: string, count: number): Mutant[] {
  const mutants = targets.flatMap((target) =>
    mutationsOf(target.path, target.source).map((mutation) => ({ target, mutation }))
  );
  const random = stream(seed, "mutants");
  const drawn: Mutant[] = [];
  while (drawn.length < count && mutants.length > 0) {
    drawn.push(...mutants.splice(Math.floor(random.double() * mutants.length), 1));
  }
  return drawn;
}

async function tryMutant(project: ProjectCopy, { target, mutation }: Mutant): Promise<Fate> {
  const { path, source, tests } = target;
  project.write(path, mutate(source, mutation));
  try {
    for (const files of tests) {
      const { outcome } = await project.runTests(files);
      if (outcome === "failed") return "caught by a test";
      if (outcome === "out of time") return "caught by the time limit";
    }
    return await project.passesTypeCheck() ? "SURVIVED" : "caught by the type checker";
  } finally {
    project.write(path, source);
  }
}
