import { assertEquals, assertThrows } from "@std/assert";
import { InputError } from "../../../core/input/input_error.ts";
import { CATALOG } from "../../../experiments/catalog.ts";
import { isMeantAsExperiment, readExperiment } from "../../../experiments/define/read_experiment.ts";

Deno.test("readExperiment accepts every experiment of the suite as it is", () => {
  for (const experiment of CATALOG) {
    assertEquals(isMeantAsExperiment(experiment), true);
    assertEquals(readExperiment(experiment, "it") === experiment, true);
  }
});

Deno.test("isMeantAsExperiment is false of what modules export besides", () => {
  const others = [undefined, null, 1, "text", () => 1, [], {}, { id: "a" }, { id: "a", factors: {} }, CATALOG];
  for (const value of others) assertEquals(isMeantAsExperiment(value), false);
});

const FAULTS: readonly (readonly [change: Readonly<Record<string, unknown>>, message: string])[] = [
  [{ id: undefined }, "own.id is missing"],
  [{ question: 1 }, "own.question must be a text, but is 1"],
  [{ base: [] }, "own.base must be an object, but is []"],
  [{ factors: { units: { levels: {} } } }, "own.factors.units.meaning is missing"],
  [{ factors: { units: { meaning: "", levels: { a: 1 } } } }, "own.factors.units.levels.a must be an object, but is 1"],
  [{ replicates: 1.5 }, "own.replicates must be a whole number of at least 1, but is 1.5"],
  [{ curveReplicates: -1 }, "own.curveReplicates must be a whole number of at least 0, but is -1"],
  [{ tables: { t: { columns: {}, rows: [] } } }, "own.tables.t.rows must be a function, but is []"],
  [{ claims: { c: { kind: "every", table: "runs" } } }, "own.claims.c.arms is missing"],
  [{ views: [{ kind: "solved" }] }, "own.views[0].title is missing"],
  [{ limits: [undefined] }, "own.limits[0] must be a text, but is undefined"],
];

for (const [change, message] of FAULTS) {
  Deno.test(`readExperiment refuses: ${message}`, () => {
    assertEquals(assertThrows(() => readExperiment({ ...CATALOG[0], ...change }, "own"), InputError).message, message);
  });
}
