/** Seals: digests of experiments' rules as declared, which name their random streams. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { canonicalJson } from "./canonical_json.ts";
import { columnsOfRule, ruleOf } from "./claim_data.ts";
import { columnTypesOf } from "./column_types.ts";
import type { Claim } from "./claim.ts";
import type { Experiment } from "../experiment.ts";

const seals = new WeakMap<Experiment, string>();

/**
 * The seal of an experiment: the SHA-256, in hexadecimal, of what its claims judge and by which rules.
 *
 * It covers the base config, the factors' levels, the exclusions, and of each claim the rule with the names and types
 * of the columns it reads; all as declared, before any setting. It covers neither numbers of replicates, sentences and
 * views, nor the code that fills a table. Because the seal is part of the name of every random stream, whoever edits a
 * rule after seeing its data gets new data.
 */
export function sealOf(experiment: Experiment): string {
  const known = seals.get(experiment);
  if (known !== undefined) return known;
  const seal = bytesToHex(sha256(new TextEncoder().encode(canonicalJson(sealedRules(experiment)))));
  seals.set(experiment, seal);
  return seal;
}

/** What the seal covers. */
export function sealedRules(experiment: Experiment) {
  const { id, base, factors, exclude = [], claims } = experiment;
  return {
    base,
    exclude,
    factors: Object.fromEntries(Object.entries(factors).map(([name, { levels }]) => [name, levels])),
    claims: Object.fromEntries(
      Object.entries(claims).map(([name, claim]) => [name, {
        ...ruleOf(claim, id),
        columns: typesOfColumns(experiment, claim),
      }]),
    ),
  };
}

function typesOfColumns(experiment: Experiment, claim: Claim): Record<string, string | null> {
  const types = columnTypesOf(experiment, claim.table);
  return Object.fromEntries(columnsOfRule(claim).map((column) => [column, types(column) ?? null]));
}
