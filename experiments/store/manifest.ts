/** The manifest of a result: its provenance, and digests of its files. */
import { InputError } from "../../core/input/input_error.ts";
import { readJson } from "../../core/input/json.ts";
import {
  fieldPath,
  fields,
  list,
  nullOr,
  object,
  type Read,
  satisfying,
  wholeNumber,
  word,
} from "../../core/input/readers.ts";
import { CLAIMS_SCHEMA } from "../define/tables.ts";
import type { Plan } from "../plan.ts";
import { schemasOf } from "../records.ts";
import { REPLICATION_SCHEMA } from "../replication.ts";
import { MAX_EPOCHS, MAX_REPLICATES, readLevels, readSuiteSeed } from "../setting_readers.ts";
import type { Content } from "../define/stored.ts";
import { sha256Hex } from "./files.ts";
import { type Provenance, provenanceOf, SUITE } from "./provenance.ts";

/** What a result depends on, and the digests of its files. */
export interface Manifest extends Provenance {
  /** SHA-256 by name of the file. */
  readonly files: Readonly<Record<string, string>>;
}

/** The manifest of a plan's result that consists of files with the given contents. */
export function manifestOf(plan: Plan, files: ReadonlyMap<string, string | Content>): Manifest {
  const digests = [...files].map(([name, file]) => [name, typeof file === "string" ? sha256Hex(file) : file.sha256]);
  return { ...provenanceOf(plan), files: Object.fromEntries(digests) };
}

/** A text of a bounded length. */
function matching(rule: string, pattern: RegExp): Read<string> {
  return satisfying(rule, (value): value is string => typeof value === "string" && pattern.test(value));
}

const text = matching("a text of at most 1000 characters", /^[^]{0,1000}$/);
const digest = matching("a SHA-256 in hexadecimal", /^[\da-f]{64}$/);

/** A file's name that cannot lead out of its folder. */
const fileName = matching("the plain name of a file", /^(?!\.{1,2}$)[^/\\:\p{Cc}]{1,255}$/u);

/** An object with any number of fields; `read` checks the values, `readName` the names. */
function record<V>(read: Read<V>, readName: Read<string> = text): Read<Readonly<Record<string, V>>> {
  return (value, path) => {
    const entries = Object.entries(object(value, path));
    return Object.fromEntries(entries.map(([name, field]) => [
      readName(name, fieldPath(path, name)),
      read(field, fieldPath(path, name)),
    ]));
  };
}

/** The file with the replications of a result, where they were made. */
export const REPLICATION_FILE = `${REPLICATION_SCHEMA.name}.csv`;

/** The names of the files of a plan's result, except its manifest and its replications. */
export function resultFilesOf(plan: Plan): string[] {
  const tables = schemasOf(plan).map(({ name }) => `${name}.csv`);
  return [...tables, `${CLAIMS_SCHEMA.name}.csv`, "claims.json", "datapackage.json", "summary.json", "report.html"];
}

/** Longest manifest.json, in UTF-16 code units: enough for a plan of the largest size. */
const MAX_LENGTH = 128 * 1024 * 1024;

/** The readers of a provenance's fields. */
export const PROVENANCE_FIELDS = {
  suite: fields({ name: word(SUITE.name), version: text }),
  experiment: text,
  seal: digest,
  settings: fields({
    suiteSeed: readSuiteSeed,
    replicates: wholeNumber(1, MAX_REPLICATES),
    epochs: nullOr(wholeNumber(1, MAX_EPOCHS)),
    levels: record(readLevels),
  }),
  cells: list((value) => value),
  versions: record(text),
};

const readManifest: Read<Manifest> = fields({ ...PROVENANCE_FIELDS, files: record(digest, fileName) });

/** Reads a manifest from JSON; throws an InputError that names `file` and what is wrong. */
export function parseManifest(json: string, file: string): Manifest {
  if (json.length > MAX_LENGTH) throw new InputError({ file, rule: `must have at most ${MAX_LENGTH} characters` });
  return readJson(json, file, readManifest);
}
