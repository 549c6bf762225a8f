/** All that the English texts of a lesson are written with; `m` is a formula inside a sentence. */
export * from "../../course/formula/expression.ts";
export { inlineMath as m } from "../../course/formula/mathml.ts";
export { unbroken } from "../../course/prose_markup.ts";
export type { FindingValues, NumbersOf, TextsOf } from "../../course/lesson.ts";
export { prose } from "../../course/prose_markup.ts";
export { byNotation, term } from "../../course/terms.ts";
