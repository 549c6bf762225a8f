/** Reads all tables in a results folder with DuckDB: each value must have its declared type and the same bits. */
import { assert, assertEquals } from "@std/assert";
import { csvParse } from "d3-dsv";

/** Imported dynamically, so that only this script loads it; the last version available for every platform. */
const DUCKDB = "npm:@duckdb/node-api@1.5.5-r.5";
const { DuckDBInstance } = await import(DUCKDB);

const TYPES: Readonly<Record<string, string>> = {
  string: "VARCHAR",
  boolean: "BOOLEAN",
  integer: "BIGINT",
  number: "DOUBLE",
};

const [folder] = Deno.args, connection = await (await DuckDBInstance.create(":memory:")).connect();
let tables = 0, values = 0;

for await (const { name: id, isDirectory } of Deno.readDir(folder!)) {
  if (!isDirectory) continue;
  const { resources } = JSON.parse(await Deno.readTextFile(`${folder}/${id}/datapackage.json`));
  for (const { type, path, schema } of resources) {
    if (type !== "table") continue;
    const file = `${folder}/${id}/${path}`, rows = csvParse(await Deno.readTextFile(file));
    const fields: { name: string; type: string }[] = schema.fields;
    const columns = fields.map(({ name, type }) => `'${name}': '${TYPES[type]}'`).join(", ");
    const query = `SELECT * FROM read_csv('${file}', header = true, columns = {${columns}})`;
    const read: unknown[][] = (await connection.runAndReadAll(query)).getRows();
    assertEquals(read.length, rows.length, file);
    read.forEach((row, r) =>
      row.forEach((value, c) => {
        const { name, type } = fields[c]!, text: string = rows[r][name];
        if (text === "") assertEquals(value, null);
        else if (type === "number") assert(Object.is(value, Number(text)), `${file} ${r} ${name}: ${value}, ${text}`);
        else assertEquals(String(value), text);
        values++;
      })
    );
    tables++;
  }
}
console.log(`${tables} tables, ${values} values, each of its declared type and with the same bits`);
