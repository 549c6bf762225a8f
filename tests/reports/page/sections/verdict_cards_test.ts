/** The run that refutes a claim, and the link to it. */
import { assertEquals, assertNotMatch, assertStringIncludes } from "@std/assert";
import type { Claim } from "../../../../experiments/claims/claim.ts";
import type { Experiment } from "../../../../experiments/experiment.ts";
import { parseRun } from "../../../../reports/wire/address.ts";
import { counterexampleAddress } from "../../../../reports/page/sections/verdict_cards.ts";
import { pageDataOf } from "../../../../reports/page/page.ts";
import { toy } from "../../toy.ts";
import { pageOf, toyReport } from "../../toy_report.ts";

const WORDING = { statement: "S", wording: { supported: "", refuted: "", undecided: "" } };
const condition = { solved: true };

/** A report of the toy with other claims. */
function reportWith(claims: Readonly<Record<string, object>>) {
  const experiment = { ...toy, claims, answer: [], views: [] } as unknown as Experiment;
  return toyReport({}, experiment);
}

/** The report and the address for one claim. */
function exception(claim: object): object | undefined {
  const report = reportWith({ one: { ...WORDING, ...claim } as Claim });
  const address = counterexampleAddress(report, report.judged[0]!),
    run = address === undefined ? undefined : parseRun(address, pageDataOf(report));
  return run && { ...report.plan.cells[run.cell]!.levels, replicate: run.replicate };
}

Deno.test("counterexampleAddress selects the first run that refutes the claim", () => {
  const place = { activation: "relu", learning_rate: "0.5" };
  const every = {
    kind: "every",
    table: "runs",
    arms: [{ activation: "relu", function: "xor" }],
    condition,
  };
  assertEquals(exception(every), { function: "xor", ...place, replicate: 2 });
  assertEquals(exception({ ...every, kind: "none" }), { function: "xor", ...place, replicate: 0 });
});

Deno.test("counterexampleAddress is undefined for a claim that holds, that counts, or whose rows are not runs", () => {
  assertEquals(exception({ kind: "every", table: "runs", arms: [{}], condition: {} }), undefined);
  const most = { kind: "proportion", table: "runs", arms: [{ activation: "relu", function: "xor" }], condition };
  assertEquals(exception({ ...most, is: "above", than: 0.99 }), undefined);
  assertEquals(exception({ kind: "proof", table: "shapes", arms: [{}], condition: { z: 100 } }), undefined);
});

Deno.test("renderPage links to a run that refutes a claim if the page has a script", async () => {
  const report = reportWith({ all: { ...WORDING, kind: "every", table: "runs", arms: [{}], condition } });
  assertStringIncludes(
    await pageOf(report, "const a = 1;"),
    '<a href="#cell=and,relu,0.5&amp;replicate=3">Watch the run that refutes it</a>',
  );
  assertNotMatch(await pageOf(report), /Watch the run/);
});
