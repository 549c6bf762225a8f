/** All that the English texts of a lesson are written with; `m` is a formula inside a sentence. */
export * from "../formula/expression.ts";
export { inlineMath as m } from "../formula/mathml.ts";
export { unbroken } from "../formula/unbroken.ts";
export type { FindingValues, NumbersOf, TextsOf } from "../lesson.ts";
export { prose } from "../prose_markup.ts";
export { byNotation, term } from "../terms.ts";
