/** All that the Korean texts of a lesson are written with. */
import type { Operand } from "../../course/formula/expression.ts";
import { inlineMath } from "../../course/formula/mathml.ts";
import { unbroken } from "../../course/prose_markup.ts";
import { type Html, markup } from "../../html.ts";

export * from "../../course/formula/expression.ts";
export { unbroken } from "../../course/prose_markup.ts";
export type { FindingValues, NumbersOf, TextsOf } from "../../course/lesson.ts";
export { prose } from "../../course/prose_markup.ts";
export { byNotation, term } from "../../course/terms.ts";

/** A formula inside a Korean sentence; the particle behind it stays on its line. */
export function m(operand: Operand, particle?: string): Html {
  if (particle === undefined) return inlineMath(operand);
  return unbroken(markup`${inlineMath(operand)}${particle}`);
}
