/** Checks a result's files with other software: the data package with published schemas, the CSV with d3-dsv. */
import { Ajv } from "ajv";
import { assert, assertEquals, assertMatch, assertThrows } from "@std/assert";
import { csvParse } from "d3-dsv";
import { CATALOG } from "../../../experiments/catalog.ts";
import { CLAIMS_SCHEMA, type Table } from "../../../experiments/define/tables.ts";
import { csvOf } from "../../../experiments/store/csv.ts";
import { InputError } from "../../../core/input/input_error.ts";
import { dataPackageOf } from "../../../experiments/store/data_package.ts";
import { formatJson } from "../../../experiments/store/files.ts";
import { manifestOf, parseManifest } from "../../../experiments/store/manifest.ts";
import { planOf } from "../../../experiments/plan.ts";
import { schemasOf } from "../../../experiments/records.ts";
import { runPlan } from "../../../experiments/training/run_plan.ts";
import { singleThreadTrainer } from "../../../experiments/training/trainer.ts";
import published from "../../fixtures/data_package_schemas.json" with { type: "json" };
import { toy } from "../toy.ts";

interface Package {
  readonly resources: readonly Record<string, unknown>[];
}

/** The data package of an experiment as a reader of its file gets it. */
function packageOf(experiment: typeof toy | typeof CATALOG[number]): Package {
  const plan = planOf(experiment, { suiteSeed: "xorlab", seeds: 1 });
  const tables = [...schemasOf(plan), CLAIMS_SCHEMA].map((schema) => ({ ...schema, rows: [] }));
  return JSON.parse(formatJson(dataPackageOf(plan, tables, "It is so.")));
}

// The published schemas use only those keywords of draft 4 that mean the same in draft 7; formats are hints for editors.
const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
const isPackage = ajv.compile(published.package), isTable = ajv.compile(published.resource);

/** The errors that the schemas report; version 1 declares a table by `profile`, version 2 by `type`. */
function schemaErrors(dataPackage: Package): string {
  const errors = [isPackage(dataPackage) ? "" : ajv.errorsText(isPackage.errors)];
  for (const resource of dataPackage.resources.filter(({ type }) => type === "table")) {
    if (!isTable({ ...resource, profile: "tabular-data-resource" })) errors.push(ajv.errorsText(isTable.errors));
  }
  return errors.filter(Boolean).join("; ");
}

Deno.test("dataPackageOf satisfies the Data Package schema for every experiment of the catalog", () => {
  for (const experiment of CATALOG) assertEquals(schemaErrors(packageOf(experiment)), "", experiment.id);
});

Deno.test("the Data Package schema finds planted faults", () => {
  const sound = packageOf(toy), [runs] = sound.resources;
  assertEquals(schemaErrors(sound), "");
  const planted: [Package, RegExp][] = [
    [{ resources: [] }, /data\/resources must NOT have fewer than 1 items/],
    [{ ...sound, name: "Two Words" } as Package, /data\/name must match pattern/],
    [{ resources: [{ ...runs, path: 3 }] }, /data\/path must be string/],
    [{ resources: [{ ...runs, schema: { fields: [{ name: "x", type: "float" }] } }] }, /data\/schema/],
    [{ resources: [{ ...runs, schema: { fields: [{ type: "number" }] } }] }, /must have required property 'name'/],
    [{ resources: [{ ...runs, dialect: { lineTerminator: 3 } }] }, /data\/dialect\/lineTerminator must be string/],
  ];
  for (const [dataPackage, message] of planted) {
    assertMatch(schemaErrors(dataPackage), message);
  }
});

Deno.test("parseManifest accepts only plain file names", () => {
  const written = manifestOf(planOf(toy, { suiteSeed: "xorlab" }), new Map([["runs.csv", ""]]));
  const parseWith = (name: string) =>
    parseManifest(formatJson({ ...written, files: { [name]: "0".repeat(64) } }), "m.json");
  assertEquals(parseManifest(formatJson(written), "m.json"), JSON.parse(formatJson(written)));
  for (const name of ["../../../etc/passwd", "/etc/passwd", "a/b", "a\\b", "C:b", ".", "..", "", "a\nb"]) {
    const { message } = assertThrows(() => parseWith(name), InputError);
    const quoted = JSON.stringify(name);
    assertMatch(message, /^m\.json, line \d+: /);
    assertEquals(
      message.slice(message.indexOf("files")),
      `files${/\W|^$/.test(name) ? `[${quoted}]` : `.${name}`} must be the plain name of a file, but is ${quoted}`,
    );
  }
  for (const name of [".a", "..a", "a b.csv", "−δ.csv"]) assertEquals(Object.keys(parseWith(name).files), [name]);
});

Deno.test("parseManifest refuses every value that no run writes, in one line with its path", () => {
  const written = manifestOf(planOf(toy, { suiteSeed: "xorlab" }), new Map([["runs.csv", ""]]));
  const { settings } = written, { levels } = settings;
  const set = (changes: object) => ({ ...written, settings: { ...settings, ...changes } });
  const long = "x".repeat(20_000);
  const values: readonly (readonly [unknown, string])[] = [
    [null, "it must be an object"],
    [{ ...written, files: { "a.csv": "" } }, 'files["a.csv"] must be a SHA-256 in hexadecimal'],
    [{ ...written, files: { [long]: "0".repeat(64) } }, "must be the plain name of a file"],
    [{ ...written, experiment: long }, "experiment must be a text of at most 1000 characters"],
    [{ ...written, versions: { vega: long } }, "versions.vega must be a text of at most 1000 characters"],
    [{ ...written, cells: {} }, "cells must be a list"],
    [set({ suiteSeed: "a\nb" }), "settings.suiteSeed must be a text of one line"],
    [set({ suiteSeed: "" }), "settings.suiteSeed must be a text of one line"],
    [set({ suiteSeed: long }), "settings.suiteSeed must be a text of at most 10000 characters"],
    [set({ replicates: 0 }), "settings.replicates must be a whole number of at least 1"],
    [set({ replicates: 1e9 }), "settings.replicates must be a whole number of at most 100000000"],
    [set({ replicates: 1.5 }), "settings.replicates must be a whole number of at least 1"],
    [set({ epochs: 0 }), "settings.epochs must be a whole number of at least 1"],
    [set({ epochs: 1e10 }), "settings.epochs must be a whole number of at most 1000000000"],
    [set({ levels: { ...levels, function: [] } }), "settings.levels.function must be a list of at least 1"],
    [set({ levels: { ...levels, function: ["and", "and"] } }), "settings.levels.function[1] must not repeat a level"],
    [set({ levels: { ...levels, function: [3] } }), "settings.levels.function[0] must be a text"],
    [set({ levels: { ...levels, function: [long] } }), "settings.levels.function[0] must be a text"],
  ];
  for (const [value, message] of values) {
    const error = assertThrows(() => parseManifest(JSON.stringify(value), "m.json"), InputError, message);
    assert(error.message.startsWith("m.json"), error.message);
    assert(error.message.length < 1000 && !error.message.includes("\n"));
  }
  const tooLong = " ".repeat(2 ** 27 + 1);
  assertThrows(() => parseManifest(tooLong, "m.json"), InputError, "m.json must have at most 134217728 characters");
  const text = formatJson(written);
  const twice = text.replace('"replicates": 4,', '"replicates": 4,\n    "replicates": 5,');
  assertThrows(() => parseManifest(twice, "m.json"), InputError, 'm.json, line 11 names "replicates" twice');
  const deep = text.replace('"cells": [', `"cells": [${"[".repeat(200_000)}${"]".repeat(200_000)},`);
  assertThrows(() => parseManifest(deep, "m.json"), InputError, "nests values more than 100 deep");
});

Deno.test("d3-dsv reads the CSV of csvOf back to the same bits", async () => {
  const plan = planOf(toy, { suiteSeed: "xorlab" });
  const tables = await runPlan(plan, singleThreadTrainer(), { engine: "reference" });
  const rows = ['a "quoted", word', "two\r\nlines", " spaces ", "−0 · δ"].map((text, x) => ({
    x,
    text,
    square: -0.1 * x,
  }));
  const columns = { x: { type: "integer", meaning: "" }, text: { type: "string", meaning: "" } } as const;
  const awkward: Table = { name: "awkward", meaning: "", columns, key: [], rows };
  for (const table of [...tables, awkward]) {
    const names = Object.keys(table.columns);
    const read: { readonly columns: string[] } & Record<string, string>[] = csvParse(csvOf(table));
    assertEquals([read.columns, read.length], [names, table.rows.length]);
    read.forEach((cells, r) => {
      for (const name of names) {
        const expected = table.rows[r]![name], field = cells[name]!;
        if (typeof expected === "number") {
          assert(field !== "" && Object.is(Number(field), expected), `${table.name} ${r} ${name}`);
        } else assertEquals(field, expected === undefined ? "" : String(expected));
      }
    });
  }
});
