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

Deno.test("isMeantAsExperiment is false for whatever else modules export", () => {
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

/** An experiment of the suite with one claim and one view; a change to undefined removes a field. */
function withParts(claim: Readonly<Record<string, unknown>>, view: Readonly<Record<string, unknown>> = {}) {
  const experiment = CATALOG.find(({ id }) => id === "depth-xor")!;
  const present = (fields: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const parts = {
    claims: {
      c: present({
        kind: "difference",
        table: "runs",
        arms: [{ network: "two-layer" }, { network: ["single-layer"] }],
        condition: { solved: true },
        is: "above",
        than: 0,
        statement: "It helps.",
        wording: { supported: "Yes.", refuted: "No.", undecided: "Open." },
        ...claim,
      }),
    },
    views: [
      {
        kind: "solved",
        color: "network",
        title: "Solved",
        captionClaims: ["c"],
        howToRead: "Higher is better.",
        ...view,
      },
    ],
    why: { theory: "None.", data: [] },
    answer: ["c"],
  };
  const { headline: _, ...rest } = experiment;
  return { ...rest, ...parts };
}

Deno.test("readExperiment accepts conditions of all forms", () => {
  const conditions = [
    { solved: false, network: ["single-layer", "two-layer"] },
    { solved_epoch: { atLeast: 10, below: { column: "epochs" }, missing: false } },
    { any: [{ output_00: { near: 0.5, within: 0.1 } }, { not: { status: { equals: { column: "network" } } } }] },
  ];
  for (const condition of conditions) readExperiment(withParts({ condition }), "own");
  readExperiment(withParts({ is: undefined, than: undefined, margin: 0.1, near: 0.5 }), "own");
});

const CLAIM_FAULTS: readonly (readonly [change: Readonly<Record<string, unknown>>, message: string])[] = [
  [
    { kind: "diference" },
    'kind must be one of proof, every, none, proportion, difference, sooner, ratio, effort, median, but is "diference" (did you mean "difference"?)',
  ],
  [{ table: "rns" }, 'table must be one of runs, curves, failures, surface, but is "rns" (did you mean "runs"?)'],
  [{ arms: [{ network: "two-layer" }] }, "arms must have 2 for a claim of the kind difference"],
  [
    { arms: [{ network: "two-layer" }, { network: "single-layr" }] },
    'arms[1].network must be one of single-layer, two-layer, but is "single-layr" (did you mean "single-layer"?)',
  ],
  [{ condition: { solved: 1 } }, "condition.solved must be true or false, but is 1"],
  [{ condition: { epochs: { abve: 1 } } }, 'condition.epochs.abve is not a field (did you mean "above"?)'],
  [{ value: "solved_epoch" }, "value is not a field of a claim of the kind difference"],
  [{ kind: "sooner" }, "condition is not a field of a claim of the kind sooner"],
  [{ kind: "sooner", condition: undefined }, "value is missing"],
  [{ is: "abve" }, 'is must be one of above, below, but is "abve" (did you mean "above"?)'],
  [{ margin: 1 }, "must have either is and than, or margin, or between"],
  [{ confidence: 95 }, "confidence must be a number between 0 and 1, but is 95"],
  [{ wording: { supported: "", refuted: "" } }, "wording.undecided is missing"],
];

for (const [change, message] of CLAIM_FAULTS) {
  Deno.test(`readExperiment refuses a claim: ${message}`, () => {
    const start = message.startsWith("must") ? "own.claims.c " : "own.claims.c.";
    assertEquals(assertThrows(() => readExperiment(withParts(change), "own"), InputError).message, start + message);
  });
}

Deno.test("readExperiment refuses what is not a column, a factor or a claim", () => {
  const messageOf = (...parts: Parameters<typeof withParts>) =>
    assertThrows(() => readExperiment(withParts(...parts), "own"), InputError).message;
  assertEquals(
    messageOf({ condition: { solvd: true } }),
    'the column own.claims.c.condition.solvd must be a column of runs.csv, but is "solvd" (did you mean "solved"?)',
  );
  assertEquals(
    messageOf({}, { color: "netwrk" }),
    'own.views[0].color must be one of function, network, but is "netwrk" (did you mean "network"?)',
  );
  assertEquals(
    messageOf({}, { captionClaims: ["d"] }),
    'own.views[0].captionClaims[0] must be one of c, but is "d"',
  );
  assertEquals(messageOf({}, { kind: "dots", table: "failures" }), "own.views[0].by is missing");
});
