import { assertEquals, assertNotEquals, assertThrows } from "@std/assert";
import { CATALOG } from "../../experiments/catalog.ts";
import { canonicalJson } from "../../experiments/claims/canonical_json.ts";
import type { Experiment } from "../../experiments/experiment.ts";
import { planOf } from "../../experiments/plan.ts";
import { sealedRules, sealOf } from "../../experiments/claims/seal.ts";
import { toy } from "./toy.ts";
import { listRuns } from "./trained_runs.ts";

Deno.test("canonicalJson follows RFC 8785", () => {
  // from section 3.2.2 and 3.2.3 of the RFC
  const value = {
    numbers: [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    literals: [null, true],
  };
  assertEquals(
    canonicalJson(value),
    '{"literals":[null,true],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]}',
  );
  assertEquals(canonicalJson({ "\u20ac": 1, "\r": 2, "1": 3, "\u0080": 4 }), '{"\\r":2,"1":3,"\u0080":4,"\u20ac":1}');
  assertEquals(canonicalJson({ b: undefined, a: [{ d: 1, c: -0 }] }), '{"a":[{"c":0,"d":1}]}');
  assertThrows(() => canonicalJson({ a: Infinity }), RangeError, "canonical JSON");
  assertThrows(() => canonicalJson(() => 1), RangeError, "canonical JSON");
});

/** The toy with some changes. */
function changed(part: object): Experiment {
  return { ...toy, ...part } as Experiment;
}

/** The toy with a claim changed. */
function withClaim(name: string, part: object): Experiment {
  return changed({ claims: { ...toy.claims, [name]: { ...toy.claims[name], ...part } } });
}

Deno.test("the seal changes with whatever decides a verdict", () => {
  const function2 = { ...toy.factors.function!, levels: { ...toy.factors.function!.levels, or: { data: "or" } } };
  const edits: readonly Experiment[] = [
    changed({ base: { ...toy.base, epochs: 61 } }),
    changed({ factors: { ...toy.factors, function: function2 } }),
    changed({ exclude: [{ function: "xor", learning_rate: "4" }] }),
    changed({ claims: { "and-solved": toy.claims["and-solved"] } }),
    withClaim("faster", { is: "below" }),
    withClaim("faster", { than: 0.6 }),
    withClaim("faster", { value: "epochs" }),
    withClaim("faster", { confidence: 0.99 }),
    withClaim("faster", { arms: toy.claims.faster!.arms.toReversed() }),
    withClaim("and-solved", { kind: "none" }),
    withClaim("and-solved", { condition: { solved: false } }),
    withClaim("and-solved", { arms: [{ function: "and", learning_rate: "0.5" }] }),
    withClaim("and-solved", { table: "curves" }),
  ];
  const seals = [toy, ...edits].map(sealOf);
  assertEquals(new Set(seals).size, seals.length);
});

Deno.test("the seal changes with the type of a column that a claim reads, and with no other column's", () => {
  const claim = { kind: "proof", table: "squares", arms: [{}], condition: { square: { above: -1 } } };
  const withColumns = (x: string, square: string) => {
    const columns = { x: { type: x, meaning: "" }, square: { type: square, meaning: "" } };
    return sealOf(changed({ claims: { claim }, tables: { squares: { ...toy.tables.squares, columns } } }));
  };
  assertNotEquals(withColumns("integer", "number"), withColumns("integer", "integer"));
  assertEquals(withColumns("integer", "number"), withColumns("number", "number"));
});

Deno.test("the seal does not change with words, charts and numbers of starts, nor with the order of declaration", () => {
  const { faster, ...others } = toy.claims;
  const edits: readonly Experiment[] = [
    changed({ question: "Another?", why: { theory: "", data: [] }, views: [], limits: [], answer: [] }),
    changed({ replicates: 5, curveReplicates: 1 }),
    withClaim("faster", { statement: "Another.", wording: { supported: "", refuted: "", undecided: "" } }),
    changed({ claims: { faster, ...others } }),
    changed({ factors: Object.fromEntries(Object.entries(toy.factors).reverse()) }),
    withClaim("faster", { confidence: 0.95 }),
  ];
  for (const edit of edits) assertEquals(sealOf(edit), sealOf(toy));
});

Deno.test("settings change no run: the same seed with other seeds, epochs and levels", () => {
  const seedsOf = (settings: object) =>
    listRuns(planOf(toy, { suiteSeed: "s", ...settings })).map(({ config }) => config.seed);
  const [first] = seedsOf({});
  assertEquals(first, `s\ntoy\n${sealOf(toy)}\n0`);
  for (const settings of [{ seeds: 9 }, { epochs: 3 }, { set: { function: ["xor"], learning_rate: ["2.5"] } }]) {
    assertEquals(seedsOf(settings)[0], first);
  }
});

Deno.test("the rules of every experiment of the catalogue are plain data", () => {
  for (const experiment of CATALOG) {
    const rules = sealedRules(experiment);
    assertEquals(canonicalJson(JSON.parse(canonicalJson(rules))), canonicalJson(rules));
    const types = Object.values(rules.claims).flatMap(({ columns }) => Object.values(columns));
    assertEquals(types.includes(null), false, `${experiment.id} names an unknown column`);
  }
});
