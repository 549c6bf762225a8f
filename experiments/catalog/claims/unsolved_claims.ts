/** Forms of the claims about runs that do not solve XOR at first, or at all. */
import { sentences } from "../../words/claims_en.ts";
import { proportionOf } from "../shared/claim_builders.ts";

/** The claim about the runs unsolved after the first budget: the proportion solved within a multiple of it. */
export function continued<
  const S extends string,
  const B extends { readonly is: "above" | "below"; readonly than: number },
>(
  setting: S,
  budget: string,
  words: string,
  multiple: number,
  bound: B,
) {
  const solve = `of the runs unsolved after ${budget}`;
  const end = multiple === 2 ? "within as many again" : "within ten times as many";
  const measured = `{count} of the {rows} runs unsolved after ${budget} are solved ${end}: {estimate} {interval}`;
  return {
    kind: "proportion",
    table: "attempts",
    arms: [{ setting, solved_at_first: false }],
    condition: { multiple: { atMost: multiple } },
    ...bound,
    ...sentences(`with ${setting}`, {
      statement: `${words} ${solve} are solved ${end}`,
      supported: measured,
      refuted: `${measured}, not ${words}`,
      undecided: `${measured}. It stays open whether ${words} are`,
    }),
  } as const;
}

/** The claim that most unsolved runs of a setting satisfy a condition. */
export function mostUnsolved<const S extends string, const C>(setting: S, condition: C, predicate: string) {
  return proportionOf("unsolved", { setting }, condition, { is: "above", than: 2 / 3 }, {
    amount: "more than two thirds",
    subject: "unsolved runs",
    predicate,
    only: "refuted",
    open: "two thirds do",
    setting: `with ${setting}`,
  });
}

/** The claim that most unsolved runs of a setting end at one of some errors. */
export function errorsAtLevels<const S extends string, const L extends readonly string[]>(
  setting: S,
  level: L,
  words: string,
) {
  return mostUnsolved(setting, { level } as const, `end with a mean squared error of ${words}, to 0.0005`);
}
