/** What a translation holds of the experiments. */
import type { ExperimentId } from "../front_page/parts.ts";

/** The texts of an experiment in another language than its own. */
export interface TranslatedExperiment {
  readonly question: string;
  /** The texts of its headlines by those in the experiment, with the same placeholders. */
  readonly headlines: Readonly<Record<string, string>>;
}

/** The texts of all experiments. */
export type TranslatedExperiments = Readonly<Record<ExperimentId, TranslatedExperiment>>;
