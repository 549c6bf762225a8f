/** Columns of further tables. */
import type { Factor } from "../../define/factors.ts";

/** A column of text. */
export function textColumn(meaning: string) {
  return { type: "string", meaning } as const;
}

/** A column of whole numbers. */
export function integerColumn(meaning: string, unit?: string) {
  return { type: "integer", ...(unit && { unit }), meaning } as const;
}

/** A column of numbers. */
export function numberColumn(meaning: string, unit?: string) {
  return { type: "number", ...(unit && { unit }), meaning } as const;
}

/** The columns of factors named N. */
export type FactorColumns<N extends string> = Readonly<Record<N, ReturnType<typeof textColumn>>>;

/** The columns of an experiment's factors. */
export function factorColumnsOf<N extends string>(factors: Readonly<Record<N, Factor>>): FactorColumns<N> {
  const columns = Object.entries<Factor>(factors).map(([name, { meaning }]) => [name, textColumn(meaning)]);
  return Object.fromEntries(columns) as FactorColumns<N>;
}
