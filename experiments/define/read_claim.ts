/** Checks values that should be claims: those of a program that the compiler has not seen. */
import {
  fail,
  fieldPath,
  fields,
  finiteNumber,
  isObject,
  list,
  object,
  optional,
  type Read,
  reject,
  satisfying,
  trueOrFalse,
  word,
} from "../../core/input/readers.ts";
import type { Claim } from "../claims/claim.ts";
import { columnNamesOf, columnTypesOf } from "../claims/column_types.ts";
import { COMBINATORS, type NumberTest, type WordTest } from "../claims/condition.ts";
import type { AnyRule } from "../claims/kind.ts";
import type { Experiment } from "../experiment.ts";
import type { Row } from "./columns.ts";

/** A text. */
export const text: Read<string> = satisfying("a text", (value): value is string => typeof value === "string");

/** A column of a table whose type is one of some. */
export function columnOfTable(experiment: Experiment, table: string, ...types: readonly string[]): Read<string> {
  const typeOf = columnTypesOf(experiment, table);
  const noun = types.length === 0 ? "a column" : `a column of the type ${types.join(" or ")}`;
  return (value, path) => {
    const type = typeof value === "string" ? typeOf(value) : undefined;
    if (type !== undefined && (types.length === 0 || types.includes(type))) return value as string;
    return reject(path, `${noun} of ${table}.csv`, value, columnNamesOf(experiment, table));
  };
}

/** The names of an experiment's tables, claims apart. */
export function tableNames({ tables }: Experiment): string[] {
  return ["runs", "curves", ...Object.keys(tables)];
}

/** A selection of cells: for any factor, one level or several. */
export function whereReader({ factors }: Experiment): Read<void> {
  return (value, path) => {
    for (const [name, levels] of Object.entries(object(value, path))) {
      const field = fieldPath(path, name);
      word(...Object.keys(factors))(name, `the factor ${field}`);
      const level = word(...Object.keys(factors[name]!.levels));
      if (Array.isArray(levels)) list(level)(levels, field);
      else level(levels, field);
    }
  };
}

/** A selection of rows of a further table. */
function armReader(experiment: Experiment, table: string): Read<void> {
  if (!Object.hasOwn(experiment.tables, table)) return whereReader(experiment);
  const column = columnOfTable(experiment, table);
  return (value, path) => {
    for (const name of Object.keys(object(value, path))) column(name, `the column ${fieldPath(path, name)}`);
  };
}

const NUMBER_TYPES = ["number", "integer"];

/** A condition on the rows of a table; see `Condition`. */
function conditionReader(experiment: Experiment, table: string): Read<void> {
  const typeOf = columnTypesOf(experiment, table);
  const anyColumn = columnOfTable(experiment, table);
  const numberColumn = fields({ column: columnOfTable(experiment, table, ...NUMBER_TYPES) });
  const bound: Read<unknown> = (value, path) => isObject(value) ? numberColumn(value, path) : finiteNumber(value, path);
  const numberTest = fields(
    {
      above: optional(bound, undefined),
      below: optional(bound, undefined),
      atLeast: optional(bound, undefined),
      atMost: optional(bound, undefined),
      equals: optional(bound, undefined),
      near: optional(bound, undefined),
      within: optional(finiteNumber, undefined),
      missing: optional(trueOrFalse, undefined),
    } satisfies Record<keyof NumberTest<Row>, Read<unknown>>,
  );
  const wordTest = (type: string) =>
    fields(
      {
        equals: optional(fields({ column: columnOfTable(experiment, table, type) }), undefined),
        missing: optional(trueOrFalse, undefined),
      } satisfies Record<keyof WordTest<Row>, Read<unknown>>,
    );
  const testOf = (type: string): Read<unknown> => {
    const isNumber = NUMBER_TYPES.includes(type);
    const single: Read<unknown> = isNumber ? finiteNumber : type === "boolean" ? trueOrFalse : text;
    const tests = isNumber ? numberTest : wordTest(type);
    return (value, path) =>
      Array.isArray(value) ? list(single)(value, path) : isObject(value) ? tests(value, path) : single(value, path);
  };
  const condition: Read<void> = (value, path) => {
    for (const [name, part] of Object.entries(object(value, path))) {
      const field = fieldPath(path, name);
      if (name === "not") condition(part, field);
      else if (COMBINATORS.includes(name)) list(condition)(part, field);
      else testOf(typeOf(anyColumn(name, `the column ${field}`))!)(part, field);
    }
  };
  return condition;
}

/** What a kind of claim has besides the fields of all. */
interface Shape {
  readonly arms: 1 | 2;
  readonly hasRegion: boolean;
  readonly fields: readonly ("condition" | "value" | "category?")[];
}

const SHAPES: Readonly<Record<Claim["kind"], Shape>> = {
  proof: { arms: 1, hasRegion: false, fields: ["condition"] },
  every: { arms: 1, hasRegion: false, fields: ["condition", "category?"] },
  none: { arms: 1, hasRegion: false, fields: ["condition", "category?"] },
  proportion: { arms: 1, hasRegion: true, fields: ["condition"] },
  difference: { arms: 2, hasRegion: true, fields: ["condition"] },
  sooner: { arms: 2, hasRegion: true, fields: ["value"] },
  ratio: { arms: 2, hasRegion: true, fields: ["value"] },
  effort: { arms: 2, hasRegion: true, fields: [] },
  median: { arms: 1, hasRegion: true, fields: ["value"] },
};

const PROBABILITY = satisfying(
  "a number between 0 and 1",
  (value): value is number => typeof value === "number" && value > 0 && value < 1,
);

const REGION = {
  is: optional(word("above", "below"), undefined),
  than: optional(finiteNumber, undefined),
  margin: optional(finiteNumber, undefined),
  near: optional(finiteNumber, undefined),
  between: optional(list(finiteNumber, 2), undefined),
} satisfies Partial<Record<keyof AnyRule, Read<unknown>>>;

function checkRegion({ is, than, margin, near, between }: AnyRule, path: string): void {
  const forms = [is ?? than, margin ?? near, between].filter((part) => part !== undefined).length;
  const isWhole = between !== undefined || margin !== undefined || is !== undefined && than !== undefined;
  if (forms === 1 && isWhole) return;
  fail(path, "must have either is and than, or margin, or between");
}

/** A claim of an experiment. */
export function claimReader(experiment: Experiment): Read<void> {
  return (value, path) => {
    const given = object(value, path);
    const kind = word(...Object.keys(SHAPES) as Claim["kind"][])(given.kind, fieldPath(path, "kind"));
    const table = word(...tableNames(experiment))(given.table, fieldPath(path, "table"));
    const { arms, hasRegion, fields: own } = SHAPES[kind];
    const readers = {
      condition: conditionReader(experiment, table),
      value: columnOfTable(experiment, table, ...NUMBER_TYPES),
      "category?": optional(columnOfTable(experiment, table, "string"), undefined),
    };
    fields({
      kind: text,
      table: text,
      arms: list(armReader(experiment, table)),
      statement: text,
      wording: fields({ supported: text, refuted: text, undecided: text }),
      confidence: optional(PROBABILITY, undefined),
      ...(hasRegion && REGION),
      ...Object.fromEntries(own.map((name) => [name.replace("?", ""), readers[name]])),
    }, `a claim of the kind ${kind}`)(given, path);
    const count = (given.arms as readonly unknown[]).length;
    if (count !== arms) fail(fieldPath(path, "arms"), `must have ${arms} for a claim of the kind ${kind}`);
    if (hasRegion) checkRegion(given as unknown as AnyRule, path);
  };
}
