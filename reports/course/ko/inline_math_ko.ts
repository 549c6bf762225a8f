/** Formulas in Korean sentences. */
import { type Html, markup } from "../../html.ts";
import type { Operand } from "../formula/expression.ts";
import { inlineMath } from "../formula/mathml.ts";
import { unbroken } from "../formula/unbroken.ts";

/** A formula inside a Korean sentence; the particle behind it stays on its line. */
export function mathWithParticle(operand: Operand, particle?: string): Html {
  if (particle === undefined) return inlineMath(operand);
  return unbroken(markup`${inlineMath(operand)}${particle}`);
}
