/** The JSON Schema of a config, made from the readers of its fields. */
import { type JsonSchema, schemaOf } from "../input/json_schema.ts";
import { readConfigFields, SCHEMA_DEFINITIONS } from "./fields.ts";

/** The rules that no schema states, because they relate several fields or parts of one. */
export const RULES_BEYOND_SCHEMA = {
  table: "All rows of data are equally wide, with one target for each; a test set is as wide as the training set.",
  functionNumber: "The number of function<n>:<number> is below 2^(2^n).",
  shape: "network.inputs is the width of the data; the last layer has as many units as a row has targets.",
  targets: "The targets of crossEntropy and crossEntropyFromLogits are from 0 to 1.",
  loss: "loss is required, but absent for the optimizer perceptron, whose network is one layer of step units.",
  initial: "parameters are given, without initializer, or drawn from seed; the initializer constant needs no seed.",
  parameters: "parameters has an entry for each layer: W is [units][inputs], and b [units] where bias is true.",
  order: "order is shuffled, which needs seed, or lists every row once.",
  length: "Exactly one of epochs and steps is given.",
  checkpoints: "No checkpoint lies beyond the end of the training.",
} as const;

/** The JSON Schema (draft 7) of what `train` reads: a config, or a list of configs. */
export function configSchema(): JsonSchema {
  const config = { $ref: "#/definitions/config" };
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Config of xorlab train",
    description: ["Rules beyond this schema:", ...Object.values(RULES_BEYOND_SCHEMA)].join("\n"),
    anyOf: [config, { type: "array", items: config }],
    definitions: { config: schemaOf(readConfigFields), ...SCHEMA_DEFINITIONS },
  };
}
