/** Settings of the entries in the tables of activations, losses, optimisers and initialisers. */
import { type Expected, type ExpectedNumber, expectedText, isExpectedNumber, numberSchema } from "../input/expected.ts";
import type { JsonSchema } from "../input/json_schema.ts";
import { optional, type Read, satisfying } from "../input/readers.ts";

/** The values of an entry's settings, by name. */
export type SettingValues = Readonly<Record<string, number | string>>;

/** The values of an entry without settings. */
export type NoSettings = Record<never, never>;

/** A setting that an entry takes. */
export interface Setting<V extends number | string = number | string> {
  /** Completes the sentence "… must be". */
  readonly rule: string;
  /** The rule as data; absent where only the sentence says it. */
  readonly expected?: Expected;
  /** Whether a value satisfies the rule. */
  readonly isValid: (value: unknown) => value is V;
  /** The rule as JSON Schema. */
  readonly schema: JsonSchema;
  /** Default value; absent if the setting is required or may be left out. */
  readonly default?: V;
  /** Whether the setting may be left out although it has no default: configs then do not mention it. */
  readonly isOptional?: true;
}

/** The settings with values V, by name. */
export type SettingsOf<V extends SettingValues> = { readonly [K in keyof V]-?: Setting<Exclude<V[K], undefined>> };

/** A table of entries with settings. */
export type EntryTable = Readonly<Record<string, { readonly settings: Readonly<Record<string, Setting>> }>>;

/** An entry of a table as written in a config: its name and any of its settings. */
export type ChoiceOf<T extends EntryTable> = {
  readonly [N in keyof T]:
    & { readonly name: N }
    & { readonly [K in keyof T[N]["settings"]]?: T[N]["settings"][K] extends Setting<infer V> ? V : never };
}[keyof T];

/** The name of an entry with the values of all its settings. */
export type Choice = { readonly name: string } & SettingValues;

/** Creates a numeric setting; without a default it is required. */
export type NumberSetting = (byDefault?: number) => Setting<number>;

/** A numeric setting within a range. */
function number(range: Omit<ExpectedNumber, "kind">): NumberSetting {
  const expected: ExpectedNumber = { kind: "number", ...range };
  return (byDefault) => ({
    rule: expectedText(expected),
    expected,
    schema: numberSchema(expected),
    isValid: (value) => isExpectedNumber(value, expected),
    ...(byDefault !== undefined && { default: byDefault }),
  });
}

/** A finite number. */
export const finite: NumberSetting = number({});
/** A finite number above 0. */
export const positive: NumberSetting = number({ above: 0 });
/** A finite number of at least 0. */
export const notNegative: NumberSetting = number({ min: 0 });
/** A number in [0, 1): a fraction, or the decay rate of an exponential average. */
export const belowOne: NumberSetting = number({ min: 0, below: 1 });
/** A whole number of at least 1. */
export const count: NumberSetting = number({ isWhole: true, min: 1 });

/** A setting that may be left out and has no default value. */
export function optionalSetting<V extends number | string>(setting: Setting<V>): Setting<V> {
  return { ...setting, isOptional: true };
}

/** One of the given words; the first is the default. */
export function oneOf<const W extends string>(...words: readonly [W, ...W[]]): Setting<W> {
  return {
    rule: words.map((word) => `"${word}"`).join(" or "),
    isValid: (value): value is W => (words as readonly unknown[]).includes(value),
    schema: { enum: words },
    default: words[0],
  };
}

/** The default values of settings, without required settings. */
export function defaultsOf(settings: SettingsOf<SettingValues>): SettingValues {
  const optional = Object.entries(settings).filter(([, setting]) => setting.default !== undefined);
  return Object.fromEntries(optional.map(([name, setting]) => [name, setting.default!]));
}

/** Reads the value of a setting; a setting with a default may be absent. */
export function settingValue<V extends number | string>(setting: Setting<V>): Read<V> {
  const read = satisfying(setting.expected ?? setting.rule, setting.isValid, setting.schema);
  return setting.default === undefined ? read : optional(read, setting.default);
}
