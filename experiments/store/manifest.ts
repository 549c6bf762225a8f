/** What accompanies the tables: the data package that explains them and the manifest that vouches for them. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import project from "../../deno.json" with { type: "json" };
import { InputError } from "../../core/input/input_error.ts";
import { fieldPath, fields, list, object, type Read, satisfying, wholeNumber, word } from "../../core/input/readers.ts";
import type { Column } from "../define/columns.ts";
import { type Difference, differences } from "./differences.ts";
import type { Plan, Settings } from "../plan.ts";
import type { Table } from "../records.ts";
import type { Files } from "./files.ts";

/** Name and version of the suite. */
export const SUITE = { name: "xorlab", version: project.version } as const;

/** The versions that draw the charts. */
export const CHART_VERSIONS = {
  vega: versionOf(project.imports.vega),
  "vega-lite": versionOf(project.imports["vega-lite"]),
} as const;

/** All that a result depends on, and the digests of its files. */
export interface Manifest {
  readonly suite: typeof SUITE;
  readonly experiment: string;
  readonly settings: ManifestSettings;
  /** The config of each cell, its seed and checkpoints apart. */
  readonly cells: readonly unknown[];
  readonly versions: Readonly<Record<string, string>>;
  /** SHA-256 by file. */
  readonly files: Readonly<Record<string, string>>;
}

/** What a plan is made from, in full. */
export interface ManifestSettings {
  readonly suiteSeed: string;
  readonly replicates: number;
  /** Epochs of every cell that trains; null: each cell's own. */
  readonly epochs: number | null;
  /** The levels of each factor. */
  readonly levels: Readonly<Record<string, readonly string[]>>;
}

/** The manifest of a result with such files. */
export function manifestOf(plan: Plan, files: Files): Manifest {
  const { experiment, settings, replicates, levels, epochs, runs } = plan;
  return {
    suite: SUITE,
    experiment: experiment.id,
    settings: { suiteSeed: settings.suiteSeed, replicates, epochs: epochs ?? null, levels },
    cells: runs.filter(({ replicate }) => replicate === 0).map(({ levels, config }) => {
      const { seed: _, checkpoints: __, ...rest } = config;
      return { levels, config: rest };
    }),
    versions: CHART_VERSIONS,
    files: Object.fromEntries([...files].map(([name, text]) => [name, digestOf(text)])),
  };
}

/** What a result depends on, apart from its files. */
export type Provenance = Omit<Manifest, "files">;

/** What a plan's result depends on. */
export function provenanceOf(plan: Plan): Provenance {
  const { files: _, ...provenance } = manifestOf(plan, new Map());
  return provenance;
}

/** What one result depends on otherwise than another: settings first, and the cells' configs only where these agree. */
export function provenanceDifferences(before: Provenance, after: Provenance): Difference[] {
  const of = ({ suite, settings: { replicates, ...settings }, versions }: Provenance) => ({
    suite,
    seeds: replicates,
    ...settings,
    versions,
  });
  const settings = differences(of(before), of(after));
  return settings.length > 0 ? settings : differences({ cells: before.cells }, { cells: after.cells });
}

/** The settings with which a manifest's plan is made again. */
export function settingsOf({ settings: { suiteSeed, replicates, epochs, levels } }: Manifest): Settings {
  return { suiteSeed, seeds: replicates, set: levels, ...(epochs !== null && { epochs }) };
}

const text = satisfying("a text", (value): value is string => typeof value === "string");

/** A file of a folder: a name that leads nowhere else. */
const fileName = satisfying(
  "the plain name of a file",
  (value): value is string => typeof value === "string" && /^(?!\.{1,2}$)[^/\\:\p{Cc}]+$/u.test(value),
);

/** An object whose fields are all of one kind, and their names of another. */
function record<V>(read: Read<V>, readName: Read<string> = text): Read<Readonly<Record<string, V>>> {
  return (value, path) =>
    Object.fromEntries(
      Object.entries(object(value, path)).map(([name, part]) => [
        readName(name, `each name in ${path}`),
        read(part, fieldPath(path, name)),
      ]),
    );
}

const MOST_REPLICATES = 1_000_000;

const settings = fields({
  suiteSeed: text,
  replicates: wholeNumber(1, MOST_REPLICATES),
  epochs: (value: unknown, path: string) => value === null ? null : wholeNumber(0)(value, path),
  levels: record(list(text, 1)),
});

const manifest = fields({
  suite: fields({ name: word(SUITE.name), version: text }),
  experiment: text,
  settings,
  cells: list((value) => value),
  versions: record(text),
  files: record(text, fileName),
});

/** Reads a manifest; throws an InputError that names what is wrong where it is none. */
export function parseManifest(json: string, where: string): Manifest {
  try {
    return manifest(JSON.parse(json), "");
  } catch (error) {
    throw error instanceof InputError
      ? error.within({ file: where })
      : new InputError({ file: where, rule: "must be JSON" });
  }
}

/** SHA-256 of a text, in hexadecimal. */
export function digestOf(text: string): string {
  return bytesToHex(sha256(new TextEncoder().encode(text)));
}

/** The Frictionless Data Package of an experiment's tables; `answer` is what the verdicts say. */
export function dataPackageOf({ experiment }: Plan, tables: readonly Table[], answer: string): unknown {
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: experiment.id,
    title: experiment.question,
    description: answer,
    version: SUITE.version,
    resources: tables.map(({ name, meaning, columns }) => ({
      name,
      path: `${name}.csv`,
      description: meaning,
      type: "table",
      format: "csv",
      mediatype: "text/csv",
      encoding: "utf-8",
      dialect: { delimiter: ",", lineTerminator: "\r\n", doubleQuote: true },
      schema: {
        fields: Object.entries(columns).map(([column, { type, unit, meaning }]: [string, Column]) => ({
          name: column,
          type,
          ...(unit && { unit }),
          description: meaning,
        })),
        missingValues: [""],
      },
    })),
  };
}

/** JSON as the suite writes it. */
export function jsonOf(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function versionOf(specifier: string): string {
  return specifier.slice(specifier.lastIndexOf("@") + 1);
}
