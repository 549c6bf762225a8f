/** What the tables of activations, losses, optimisers and initialisers share: entries by name, tuned by settings. */

/** The values of an entry's settings, by name. */
export type SettingValues = Readonly<Record<string, number | string>>;

/** The values of an entry that takes no settings. */
export type NoSettings = Record<never, never>;

/** A setting that an entry takes. */
export interface Setting<V extends number | string = number | string> {
  /** What its value may be: completes the sentence "… must be". */
  readonly rule: string;
  /** Whether a value keeps the rule. */
  readonly holds: (value: unknown) => value is V;
  /** Its value unless told otherwise; without one it must be told. */
  readonly default?: V;
}

/** The settings whose values are V, by name. */
export type SettingsOf<V extends SettingValues> = { readonly [K in keyof V]: Setting<V[K]> };

/** A table of entries that take settings. */
export type EntryTable = Readonly<Record<string, { readonly settings: SettingsOf<SettingValues> }>>;

/** An entry of a table as a config may name it: its name, and any of its settings. */
export type ChoiceOf<T extends EntryTable> = {
  readonly [N in keyof T]:
    & { readonly name: N }
    & { readonly [K in keyof T[N]["settings"]]?: T[N]["settings"][K] extends Setting<infer V> ? V : never };
}[keyof T];

/** An entry named, all its settings filled in. */
export type Choice = { readonly name: string } & SettingValues;

/** Makes a setting that is a number, with a default where it is given one. */
export type NumberSetting = (byDefault?: number) => Setting<number>;

function number(rule: string, holds: (value: number) => boolean): NumberSetting {
  return (byDefault) => ({
    rule,
    holds: (value): value is number => typeof value === "number" && Number.isFinite(value) && holds(value),
    ...(byDefault !== undefined && { default: byDefault }),
  });
}

/** A finite number. */
export const finite: NumberSetting = number("a finite number", () => true);
/** A finite number above 0. */
export const positive: NumberSetting = number("a finite number above 0", (value) => value > 0);
/** A finite number of at least 0. */
export const notNegative: NumberSetting = number("a finite number of at least 0", (value) => value >= 0);
/** A share that a running mean keeps. */
export const share: NumberSetting = number("a number from 0 to below 1", (value) => value >= 0 && value < 1);

/** One of some words, the first unless told otherwise. */
export function oneOf<const W extends string>(...words: readonly [W, ...W[]]): Setting<W> {
  return {
    rule: words.map((word) => `"${word}"`).join(" or "),
    holds: (value): value is W => (words as readonly unknown[]).includes(value),
    default: words[0],
  };
}

/** The settings of an entry at their defaults; those without one are left out. */
export function defaultsOf(settings: SettingsOf<SettingValues>): SettingValues {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([name, setting]) =>
      setting.default === undefined ? [] : [[name, setting.default]]
    ),
  );
}
