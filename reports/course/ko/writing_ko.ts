/** All that the Korean texts of a lesson are written with; `m` is a formula inside a sentence, with its particle. */
export * from "../formula/expression.ts";
export { unbroken } from "../formula/unbroken.ts";
export type { FindingValues, NumbersOf, TextsOf } from "../lesson.ts";
export { prose } from "../prose_markup.ts";
export { byNotation, term } from "../terms.ts";
export { mathWithParticle as m } from "./inline_math_ko.ts";
