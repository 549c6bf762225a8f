/** JSON Schemas of readers: which values a reader accepts, as data for editors and other languages. */

/** A JSON Schema (draft 7); `{}` accepts everything. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const SCHEMA: unique symbol = Symbol("schema");

type Reader = ((value: unknown, path: string) => unknown) & { readonly [SCHEMA]?: JsonSchema };

/** Attaches a schema to a reader, which must reject every value that the schema rejects. */
export function withSchema<R extends Reader>(schema: JsonSchema, read: R): R {
  return Object.assign(read, { [SCHEMA]: schema });
}

/** The schema of a reader; it accepts everything if none is attached. */
export function schemaOf(read: Reader): JsonSchema {
  return read[SCHEMA] ?? {};
}
