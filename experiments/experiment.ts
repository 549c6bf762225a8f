/** Experiments: a question, the factors that vary a training, claims and views, as a value that the compiler checks. */
import type { Claim, ClaimOf } from "./claims/claim.ts";
import type { Headline, Reason } from "./claims/sentence.ts";
import type { FixedColumn } from "./define/columns.ts";
import type { Factor, Factors, PartialConfig, Where } from "./define/factors.ts";
import type { FurtherTables } from "./define/tables.ts";
import type { ReferenceKey } from "./references.ts";
import type { View } from "./define/view.ts";

/** An experiment with factors F, further tables T and claims named C. */
export interface ExperimentOf<F extends Factors, T extends FurtherTables, C extends string> {
  /** Its name in lower case with hyphens, on the command line and as the folder of its results. */
  readonly id: string;
  /** The title of its page. */
  readonly question: string;
  /** The reason for its answer. */
  readonly why: Reason<NoInfer<C>>;
  /** The part of the config that all cells share. */
  readonly base: PartialConfig;
  /** The variables: every combination of their levels is a cell. */
  readonly factors: F;
  /** Cells to leave out, such as those that describe no valid net. */
  readonly exclude?: readonly Where<F>[];
  /** The cell that its page shows first: the first with these levels; the first of all by default. */
  readonly featuredCell?: Where<F>;
  /** The number of runs of each cell. */
  readonly replicates: number;
  /** The number of replicates of each cell, from the first, whose learning curves are kept. */
  readonly curveReplicates: number;
  /** Its tables besides runs, curves and claims; each may read those before it. */
  readonly tables: T;
  /** The claims; their rules are sealed (`sealOf`). */
  readonly claims: { readonly [N in C]: ClaimOf<F, T> };
  /** Answers of at most 20 words: the page shows the first that is true, or the findings of `answer` if none is. */
  readonly headline?: readonly Headline<NoInfer<C>>[];
  /** The claims whose findings together answer the question, in order. */
  readonly answer: readonly NoInfer<C>[];
  /** Its charts. */
  readonly views: readonly View<F, T, NoInfer<C>>[];
  /** What it does not show, one sentence each. */
  readonly limits: readonly string[];
  /** The works that its sentences cite; those of its statistics are added. */
  readonly references?: readonly ReferenceKey[];
}

/** Any experiment. */
export interface Experiment extends Omit<ExperimentOf<Factors, FurtherTables, string>, "claims"> {
  /** The claims by name. */
  readonly claims: Readonly<Record<string, Claim>>;
}

/**
 * Makes an experiment; a misspelt factor, level, column or claim does not compile.
 *
 * No factor may have the name of a column that every experiment has. Give parameters of functions beside claims, such as
 * `read`, their types: TypeScript otherwise does not know the factors when it checks the claims. README.md shows a
 * complete experiment.
 */
export function defineExperiment<const F extends Factors, const T extends FurtherTables, C extends string>(
  experiment: ExperimentOf<F, T, C> & {
    readonly factors: { readonly [N in keyof F]: N extends FixedColumn ? never : Factor };
  },
): Experiment {
  return experiment as unknown as Experiment;
}
