/** The language of experiments, and what the display names of any language are. */
import type { ACTIVATIONS } from "../../core/components/activations.ts";
import type { FUNCTIONS_OF_TWO } from "../../core/components/datasets.ts";
import type { INITIALIZERS } from "../../core/components/initializers.ts";
import type { LOSSES } from "../../core/components/losses.ts";
import type { OPTIMIZERS } from "../../core/components/optimizers.ts";

/** The language of experiments, files and commands; what has no translation is shown in it. */
export const MAIN_LANGUAGE = "en";

/** The name of an activation, initialiser, loss or optimiser. */
export type Component =
  | keyof typeof ACTIVATIONS
  | keyof typeof INITIALIZERS
  | keyof typeof LOSSES
  | keyof typeof OPTIMIZERS;
/** Words by identifier. */
export type Words = Readonly<Record<string, string>>;

/** The words of one language; what has no entry has its English words, or else is shown as it is, in single words. */
export interface Names {
  /** Activations, initialisers, losses and optimisers. */
  readonly components: Readonly<Partial<Record<Component, string>>>;
  /** Truth tables. */
  readonly functions: Readonly<Partial<Record<(typeof FUNCTIONS_OF_TWO)[number], string>>> & Words;
  /** Factors and other columns. */
  readonly columns: Words;
  /** By factor: levels whose identifier means something else, or nothing, elsewhere. */
  readonly levels: Readonly<Record<string, Words>>;
}

/** Texts of the same names as T in another language, where it has any. */
export type Translation<T> = { readonly [K in keyof T]?: T[K] extends string ? string : Translation<T[K]> };
