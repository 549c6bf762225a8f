/** The JSON Schema of a config against `parseConfig`. */
import { assert, assertEquals, assertGreater } from "@std/assert";
import { Ajv } from "ajv";
import fc from "fast-check";
import { configSchema, RULES_BEYOND_SCHEMA } from "../../../core/config/config_schema.ts";
import { parseConfig } from "../../../core/config/parse_config.ts";
import { type Fault, InputError } from "../../../core/input/input_error.ts";
import { mutated, mutations, randomConfig } from "../random_configs.ts";
import { changed, layers, OUTPUT, PARAMETERS, PERCEPTRON, SEEDLESS, table, VALID } from "./configs.ts";

const isAllowed = new Ajv().compile(configSchema());

/** The fault that `parseConfig` finds; undefined if there is none. */
function faultOf(value: unknown): Fault | undefined {
  try {
    parseConfig(value);
  } catch (error) {
    assert(error instanceof InputError, String(error));
    return error.fault;
  }
}

type RuleName = keyof typeof RULES_BEYOND_SCHEMA;

/** The fields whose faults are about a rule, and patterns of what they say. */
const RULES: Readonly<Record<RuleName, readonly (readonly [field: RegExp, rule: RegExp])[]>> = {
  table: [
    [/^data(\.test)?\.(inputs|targets)(\[\d+\])?$/, /^must have \d+ (numbers|rows|entries, one per row)$/],
    [/^data\.test\.targets\[\d+\]$/, /^must be a (finite number|list of at least 1)$/],
  ],
  functionNumber: [[/^data(\.name)?$/, /^must be one of false, and, .* function<n>/]],
  shape: [[
    /^network\.(inputs|layers\[\d+\]\.units)$/,
    /^must be \d+, the (width of the data|number of targets a row)$/,
  ]],
  targets: [[/^data(\.test)?\.targets\[\d+\](\[\d+\])?$/, /^must be from 0 to 1 for crossEntropy/]],
  loss: [
    [/^loss$/, /^(is missing$|must be absent)/],
    [/^network\.layers$/, /^must be one layer/],
    [/^network\.layers\[0\]\.activation$/, /^must be step/],
  ],
  initial: [[/^initializer$/, /^must be absent/], [/^parameters$/, /^is missing/]],
  parameters: [
    [/^parameters$/, /^must have \d+ entries/],
    [/^parameters\[\d+\]\.[Wb](\[\d+\])?$/, /^must have \d+ (rows|numbers)$/],
    [/^parameters\[\d+\]\.b$/, /^(is missing|is not a field)$/],
  ],
  order: [[/^seed$/, /^is missing/], [/^order$/, /^must be a permutation/]],
  length: [[/^epochs$/, /^is missing/], [/^steps$/, /^must be absent/]],
  checkpoints: [[/^checkpoints\[\d+\]$/, /^must be at most [\d.]+, where the run ends$/]],
};

/** The rules beyond the schema that a fault is about. */
function rulesOf({ field = "", rule }: Fault): string[] {
  return Object.entries(RULES).flatMap(([name, patterns]) =>
    patterns.some(([fields, rules]) => fields.test(field) && rules.test(rule)) ? [name] : []
  );
}

/** Checks a value that came from JSON; returns the rule beyond the schema that it violates, if any. */
function check(value: unknown): "schema" | RuleName | undefined {
  const fault = faultOf(value);
  const text = () => `${JSON.stringify(value)}: ${JSON.stringify(fault ?? isAllowed.errors)}`;
  if (!isAllowed(value) && !Array.isArray(value)) {
    assert(fault !== undefined, `only the schema rejects ${text()}`);
    return "schema";
  }
  if (!fault || Array.isArray(value)) return undefined;
  const [rule, ...others] = rulesOf(fault);
  assert(rule !== undefined && others.length === 0, `not one listed rule rejects ${text()}`);
  return rule as RuleName;
}

const asJson = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, part) => typeof part === "bigint" ? `${part}` : part) ?? "null");

Deno.test("the schema rejects only what parseConfig rejects, which else follows listed rules: 6,000 configs", () => {
  const cases = fc.sample(fc.tuple(randomConfig, mutations), { seed: 1, numRuns: 3000 });
  const values = cases.flatMap(([config, changes]) => [config, changes.reduce<unknown>(mutated, config)]);
  const counts = Map.groupBy(values.map((value) => check(asJson(value))), (rule) => rule);
  assertGreater(counts.get("schema")!.length, 500);
  assertGreater(counts.get(undefined)!.length, 500);
});

const DATA = { inputs: [[0, 0], [1, 1]], targets: [0, 1] };
const withTest = (targets: unknown) => changed({ data: { ...DATA, test: { inputs: [[0, 1]], targets } } });

/** Configs that violate each rule. */
const VIOLATIONS: Readonly<Record<RuleName, readonly unknown[]>> = {
  table: [
    table([[0, 0], [1]], [0, 1]),
    table([[0, 0], [1, 1]], [0]),
    table([[0, 0], [1, 1]], [[0], [1, 1]]),
    withTest([[1]]),
    withTest([1, 1]),
    changed({ data: { ...DATA, targets: [[0], [1]], test: { inputs: [[0, 1]], targets: [1] } } }),
  ],
  functionNumber: [changed({ data: "function2:16" }), changed({ data: { name: "function1:4" } })],
  shape: [changed({ data: "parity3" }), layers({ ...OUTPUT, units: 2 })],
  targets: [table([[0, 0], [1, 1]], [0, 2]), table([[0, 0], [1, 1]], [[0], [-1]]), withTest([3])],
  loss: [
    changed({ loss: null }),
    { ...PERCEPTRON, loss: "hinge" },
    { ...PERCEPTRON, network: VALID.network },
    { ...PERCEPTRON, network: { inputs: 2, layers: [OUTPUT] } },
  ],
  initial: [changed({ parameters: PARAMETERS, initializer: "uniform" }), SEEDLESS],
  parameters: [
    changed({ parameters: [] }),
    changed({ parameters: [PARAMETERS[1], PARAMETERS[1]] }),
    changed({ parameters: [PARAMETERS[0], PARAMETERS[0]] }),
    changed({ parameters: [PARAMETERS[0], { W: [[1]] }] }),
    changed({ parameters: [{ W: [[1, 2], [3, 4]], b: [0] }, PARAMETERS[1]] }),
    changed({ parameters: [{ W: [[1, 2], [3, 4]] }, PARAMETERS[1]] }),
    changed({ parameters: [PARAMETERS[0], { W: [[1, 2]], b: [0] }] }),
  ],
  order: [
    changed({ order: [0, 1] }),
    changed({ order: [0, 1, 2, 4] }),
    { ...SEEDLESS, parameters: PARAMETERS, order: "shuffled" },
  ],
  length: [changed({ steps: 3 }), changed({ epochs: undefined })],
  checkpoints: [changed({ checkpoints: [0, 21] }), changed({ unit: "step", checkpoints: [21] })],
};

for (const [rule, configs] of Object.entries(VIOLATIONS)) {
  Deno.test(`beyond the schema: ${RULES_BEYOND_SCHEMA[rule as RuleName]}`, () => {
    assertEquals(configs.map(check), configs.map(() => rule as RuleName));
  });
}

Deno.test("the schema accepts a list of configs, comments on its own address, and every resolved config", () => {
  assert(isAllowed([VALID, PERCEPTRON]));
  assert(!isAllowed([VALID, {}]));
  const addressed = { $schema: "./train.schema.json", ...VALID };
  assert(isAllowed(addressed));
  assertEquals(parseConfig(addressed), parseConfig(VALID));
  assertEquals(check({ ...VALID, $schema: 1 }), "schema");
  for (const config of fc.sample(randomConfig, { seed: 2, numRuns: 300 }).filter((config) => !faultOf(config))) {
    assert(isAllowed(asJson(parseConfig(config).config)), JSON.stringify(isAllowed.errors));
  }
});

Deno.test("the schema offers every default that parseConfig fills in", () => {
  const { definitions } = configSchema() as { definitions: { config: { properties: Record<string, object> } } };
  const { config } = parseConfig(VALID);
  const offered = Object.entries(definitions.config.properties).flatMap(([name, schema]) =>
    "default" in schema && name !== "engine" ? [[name, schema.default]] : []
  );
  assertGreater(offered.length, 4);
  assertEquals(offered, offered.map(([name]) => [name, config[name as keyof typeof config]]));
});
