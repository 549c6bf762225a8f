/** The manifest of a result: its provenance, and digests of its files. */
import { InputError } from "../../core/input/input_error.ts";
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
import type { Plan } from "../plan.ts";
import { type Files, sha256Hex } from "./files.ts";
import { type Provenance, provenanceOf, SUITE } from "./provenance.ts";

/** What a result depends on, and the digests of its files. */
export interface Manifest extends Provenance {
  /** SHA-256 by name of the file. */
  readonly files: Readonly<Record<string, string>>;
}

/** The manifest of a plan's result that consists of `files`. */
export function manifestOf(plan: Plan, files: Files): Manifest {
  const digests = [...files].map(([name, text]) => [name, sha256Hex(text)]);
  return { ...provenanceOf(plan), files: Object.fromEntries(digests) };
}

const MAX_REPLICATES = 1_000_000;

const text = satisfying("a text", (value): value is string => typeof value === "string");

/** A file's name that cannot lead out of its folder. */
const fileName = satisfying(
  "the plain name of a file",
  (value): value is string => typeof value === "string" && /^(?!\.{1,2}$)[^/\\:\p{Cc}]+$/u.test(value),
);

/** An object with any number of fields; `read` checks the values, `readName` the names. */
function record<V>(read: Read<V>, readName: Read<string> = text): Read<Readonly<Record<string, V>>> {
  return (value, path) => {
    const entries = Object.entries(object(value, path));
    return Object.fromEntries(entries.map(([name, field]) => [
      readName(name, `each name in ${path}`),
      read(field, fieldPath(path, name)),
    ]));
  };
}

const readManifestFields: Read<Manifest> = fields({
  suite: fields({ name: word(SUITE.name), version: text }),
  experiment: text,
  settings: fields({
    suiteSeed: text,
    replicates: wholeNumber(1, MAX_REPLICATES),
    epochs: nullOr(wholeNumber(0)),
    levels: record(list(text, 1)),
  }),
  cells: list((value) => value),
  versions: record(text),
  files: record(text, fileName),
});

/** Reads a manifest from JSON; throws an InputError that names `file` and what is wrong. */
export function parseManifest(json: string, file: string): Manifest {
  try {
    return readManifestFields(JSON.parse(json), "");
  } catch (error) {
    throw error instanceof InputError ? error.within({ file }) : new InputError({ file, rule: "must be JSON" });
  }
}
