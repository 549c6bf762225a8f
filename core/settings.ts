/** What the tables of activations, losses, optimisers and initialisers share: entries by name, tuned by settings. */

/** What a setting may be; `rule` completes the sentence "… must be". */
export interface Rule<V extends number | string> {
  readonly rule: string;
  readonly holds: (value: unknown) => value is V;
}

/** A setting that an entry takes; without a default it must be given. */
export interface Setting<V extends number | string = number | string> extends Rule<V> {
  readonly default?: V;
}

/** The settings of an entry, by name. */
export type SettingTable = Readonly<Record<string, Setting>>;

/** The values that settings of a table take. */
export type Values<S extends SettingTable> = {
  readonly [K in keyof S]: S[K] extends Setting<infer V> ? (V extends number ? number : V) : never;
};

/** An entry chosen by name, its settings filled in: the form in which a config names it. */
export type Choice = { readonly name: string } & Readonly<Record<string, number | string>>;

/** A number that a predicate accepts. */
function number(rule: string, holds: (value: number) => boolean) {
  return (byDefault?: number): Setting<number> => ({
    rule,
    holds: (value): value is number => typeof value === "number" && Number.isFinite(value) && holds(value),
    ...(byDefault !== undefined && { default: byDefault }),
  });
}

/** A finite number. */
export const finite = number("a finite number", () => true);
/** A finite number above 0. */
export const positive = number("a finite number above 0", (value) => value > 0);
/** A finite number of at least 0. */
export const notNegative = number("a finite number of at least 0", (value) => value >= 0);
/** A share that a running mean keeps. */
export const share = number("a number from 0 to below 1", (value) => value >= 0 && value < 1);

/** One of some words, the first unless told otherwise. */
export function oneOf<const W extends string>(...words: readonly [W, ...W[]]): Setting<W> {
  return {
    rule: words.map((word) => `"${word}"`).join(" or "),
    holds: (value): value is W => (words as readonly unknown[]).includes(value),
    default: words[0],
  };
}

/** The settings of an entry at their defaults; those without one are left out. */
export function defaultsOf<S extends SettingTable>(settings: S): Partial<Values<S>> {
  const known = Object.entries(settings).filter(([, setting]) => setting.default !== undefined);
  return Object.fromEntries(known.map(([name, setting]) => [name, setting.default])) as Partial<Values<S>>;
}
