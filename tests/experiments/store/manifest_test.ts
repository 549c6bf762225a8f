/** The files of a result in the hands of others: the data package by the published schemas, the CSV by another reader. */
import { Ajv } from "ajv";
import { assert, assertEquals, assertThrows } from "@std/assert";
import { csvParse } from "d3-dsv";
import { CATALOG } from "../../../experiments/catalog.ts";
import { CLAIM_COLUMNS } from "../../../experiments/define/columns.ts";
import { csvOf } from "../../../experiments/store/csv.ts";
import { InputError } from "../../../core/input/input_error.ts";
import { dataPackageOf, jsonOf, manifestOf, parseManifest } from "../../../experiments/store/manifest.ts";
import { planOf } from "../../../experiments/plan.ts";
import { schemasOf, type Table } from "../../../experiments/records.ts";
import { runPlan } from "../../../experiments/training/run_plan.ts";
import { trainerHere } from "../../../experiments/training/trainer.ts";
import published from "../../fixtures/data_package_schemas.json" with { type: "json" };
import { toy } from "../toy.ts";

const claims = { name: "claims", meaning: "one row a claim", columns: CLAIM_COLUMNS };

interface Package {
  readonly resources: readonly Record<string, unknown>[];
}

/** The data package as it stands in the file, read back. */
function packageOf(experiment: typeof toy | typeof CATALOG[number]): Package {
  const plan = planOf(experiment, { suiteSeed: "xorlab", seeds: 1 });
  const tables = [...schemasOf(plan), claims].map((schema) => ({ ...schema, rows: [] }));
  return JSON.parse(jsonOf(dataPackageOf(plan, tables, "It is so.")));
}

// The published schemas are of draft 4, whose keywords in use here mean the same in draft 7; formats are for editors.
const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
const isPackage = ajv.compile(published.package), isTable = ajv.compile(published.resource);

/** What the schemas find wrong; version 1 wants a table declared by `profile`, where version 2 has `type`. */
function faults(described: Package): string {
  const found = [isPackage(described) ? "" : ajv.errorsText(isPackage.errors)];
  for (const resource of described.resources) {
    if (!isTable({ ...resource, profile: "tabular-data-resource" })) found.push(ajv.errorsText(isTable.errors));
  }
  return found.filter(Boolean).join("; ");
}

Deno.test("dataPackageOf describes every experiment of the catalogue as the Data Package schema wants it", () => {
  for (const experiment of CATALOG) assertEquals(faults(packageOf(experiment)), "", experiment.id);
});

Deno.test("dataPackageOf is held to a schema that finds planted faults", () => {
  const sound = packageOf(toy), [runs] = sound.resources;
  assertEquals(faults(sound), "");
  const planted: [Package, RegExp][] = [
    [{ resources: [] }, /data\/resources must NOT have fewer than 1 items/],
    [{ ...sound, name: "Two Words" } as Package, /data\/name must match pattern/],
    [{ resources: [{ ...runs, path: 3 }] }, /data\/path must be string/],
    [{ resources: [{ ...runs, schema: { fields: [{ name: "x", type: "float" }] } }] }, /data\/schema/],
    [{ resources: [{ ...runs, schema: { fields: [{ type: "number" }] } }] }, /must have required property 'name'/],
    [{ resources: [{ ...runs, dialect: { lineTerminator: 3 } }] }, /data\/dialect\/lineTerminator must be string/],
  ];
  for (const [described, message] of planted) {
    assert(message.test(faults(described)), `${message}: ${faults(described)}`);
  }
});

Deno.test("parseManifest takes files of the folder alone", () => {
  const written = manifestOf(planOf(toy, { suiteSeed: "xorlab" }), new Map([["runs.csv", ""]]));
  const naming = (name: string) => parseManifest(jsonOf({ ...written, files: { [name]: "" } }), "m.json");
  assertEquals(parseManifest(jsonOf(written), "m.json"), JSON.parse(jsonOf(written)));
  for (const name of ["../../../etc/passwd", "/etc/passwd", "a/b", "a\\b", "C:b", ".", "..", "", "a\nb"]) {
    const { message } = assertThrows(() => naming(name), InputError);
    assertEquals(
      message,
      `m.json: each name in files must be the plain name of a file, but is ${JSON.stringify(name)}`,
    );
  }
  for (const name of [".a", "..a", "a b.csv", "−δ.csv"]) assertEquals(Object.keys(naming(name).files), [name]);
});

Deno.test("csvOf writes what d3-dsv reads back to the same bits", async () => {
  const plan = planOf(toy, { suiteSeed: "xorlab" }),
    tables = await runPlan(plan, trainerHere(), { engine: "reference" });
  const words = ['a "quoted", word', "two\r\nlines", " spaces ", "−0 · δ"].map((text, x) => ({
    x,
    text,
    square: -0.1 * x,
  }));
  const columns = { x: { type: "integer", meaning: "" }, text: { type: "string", meaning: "" } } as const;
  const awkward: Table = { name: "awkward", meaning: "", columns, rows: words };
  for (const table of [...tables, awkward]) {
    const names = Object.keys(table.columns);
    const read: { readonly columns: string[] } & Record<string, string>[] = csvParse(csvOf(table));
    assertEquals([read.columns, read.length], [names, table.rows.length]);
    read.forEach((cells, r) => {
      for (const name of names) {
        const must = table.rows[r]![name], is = cells[name]!;
        if (typeof must === "number") assert(Object.is(Number(is), must) && is !== "", `${table.name} ${r} ${name}`);
        else assertEquals(is, must === undefined ? "" : String(must));
      }
    });
  }
});
