/** The data package of a result: describes its tables to other software. */
import type { Plan } from "../plan.ts";
import type { Schema, Table } from "../define/tables.ts";
import { SUITE } from "./provenance.ts";

/**
 * The Data Package (version 2) of an experiment's tables; `answer` summarizes the verdicts.
 *
 * Source: https://datapackage.org/standard/data-package/
 */
export function dataPackageOf({ experiment }: Plan, tables: readonly Table[], answer: string): unknown {
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: experiment.id,
    title: experiment.question,
    description: answer,
    version: SUITE.version,
    resources: [...tables.map(resourceOf), CLAIMS, SUMMARY],
  };
}

/** The claims as data. */
const CLAIMS = {
  name: "claims.json",
  path: "claims.json",
  description: "every claim with its rule: kind, table, arms, condition or value, threshold or margin, and confidence",
  format: "json",
  mediatype: "application/json",
  encoding: "utf-8",
};

/** What the front page needs. */
const SUMMARY = {
  name: "summary.json",
  path: "summary.json",
  description: "question, answer, number of claims by verdict, runs, epochs, and one chart as a tree of SVG elements",
  format: "json",
  mediatype: "application/json",
  encoding: "utf-8",
};

function resourceOf({ name, meaning, columns, key }: Schema) {
  return {
    name,
    path: `${name}.csv`,
    description: meaning,
    type: "table",
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    dialect: { delimiter: ",", lineTerminator: "\r\n", doubleQuote: true },
    schema: {
      fields: Object.entries(columns).map(([name, { type, unit, meaning }]) => ({
        name,
        type,
        unit,
        description: meaning,
      })),
      ...(key.length > 0 && { primaryKey: key }),
      missingValues: [""],
    },
  };
}
