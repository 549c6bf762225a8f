/** The terms of the course: their ids, and how a text links to one. */
import { type Html, markup } from "../html.ts";

/** The terms, in the order of the glossary. */
export const TERM_IDS = [
  "net",
  "unit",
  "layer",
  "hidden-layer",
  "weight",
  "bias",
  "weighted-sum",
  "activation",
  "sigmoid",
  "nonlinear",
  "step-function",
  "tanh",
  "relu",
  "odds",
  "logistic-regression",
  "output",
  "row",
  "target",
  "error",
  "squared-error",
  "delta",
  "chain-rule",
  "back-propagation",
  "supervised",
  "gradient-descent",
  "gradient",
  "delta-rule",
  "update",
  "learning-rate",
  "epoch",
  "online",
  "full-batch",
  "inference",
  "start",
  "xor",
  "separable",
  "perceptron",
  "matrix",
  "hidden-space",
  "loss",
  "cross-entropy",
  "saturated",
  "optimiser",
  "momentum",
  "interval",
] as const;

/** The id of a term. */
export type TermId = (typeof TERM_IDS)[number];

/** A term in one language. */
export interface Term {
  readonly name: string;
  readonly meaning: string;
  /** The words by which a text uses it, the name among them. */
  readonly forms: readonly string[];
}

/** The first use of a term: a link to its explanation at the end of the lesson. */
export function term(id: TermId, text: string): Html {
  return markup`<a class="term" href="#term-${id}">${text}</a>`;
}

/** A text that depends on the notation. */
export function byNotation(plus: Html, minus: Html): Html {
  return markup`<span class="plus">${plus}</span><span class="minus">${minus}</span>`;
}
