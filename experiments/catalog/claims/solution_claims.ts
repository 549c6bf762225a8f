/** Forms of the claims about what hidden units compute. */
import { CLAIMS_EN } from "../../words/claims_en.ts";
import { proportionOf } from "../shared/claim_builders.ts";

/** The nets with two hidden units. */
export const SMALL = "2-2-1" as const;

/** The nets with four hidden units. */
export const WIDE = "3-4-1" as const;

type Activation = "sigmoid" | "tanh";

/** The phrase for a setting. */
export function phrase(network: string, activation: Activation): string {
  return `in ${network} nets with ${activation} units`;
}

/** The claim that more than a fraction of the solved 2-2-1 nets belongs to a class. */
export function frequent<const A extends Activation, const C extends string>(
  activation: A,
  name: C,
  than: number,
  fraction: string,
  title: string,
) {
  return proportionOf(
    "units",
    { network: SMALL, activation, solved: true },
    { class: name },
    { is: "above", than },
    {
      amount: `more than ${fraction}`,
      subject: "solved nets",
      predicate: `use ${title}`,
      setting: phrase(SMALL, activation),
    },
  );
}

/** The claim that all solved 2-2-1 nets of a class combine its two functions with the same signs. */
export function combined<const C extends string, const F extends string>(name: C, formula: F, meaning: string) {
  return {
    kind: "every",
    table: "units",
    arms: [{ network: SMALL, solved: true, class: name }],
    condition: { formula },
    ...CLAIMS_EN.every("solved nets", `compute ${formula}: ${meaning}`, `with units ${name} or their negations`),
  } as const;
}

/** The claim that hardly any unsolved 2-2-1 net has units that suffice. */
export function failuresLackUnits<const A extends Activation>(activation: A) {
  return proportionOf(
    "units",
    { network: SMALL, activation, solved: false },
    { suffices: true },
    { is: "below", than: 0.15 },
    {
      amount: "fewer than 15 %",
      subject: "unsolved nets",
      predicate: "have hidden units that suffice for XOR",
      setting: phrase(SMALL, activation),
    },
  );
}

/** The claim that most solved 3-4-1 nets contain two units that suffice. */
export function containsPair<const A extends Activation>(activation: A) {
  return proportionOf(
    "units",
    { network: WIDE, activation, solved: true },
    { not: { pair: "none" } },
    { is: "above", than: 0.8 },
    {
      amount: "more than 80 %",
      subject: "solved nets",
      predicate: "have two units that suffice without the others",
      setting: phrase(WIDE, activation),
    },
  );
}
