/** What a translation holds of an experiment. */

/** The texts of an experiment in another language than its own. */
export interface TranslatedExperiment {
  readonly question: string;
  /** The texts of its headlines by those in the experiment, with the same placeholders. */
  readonly headlines: Readonly<Record<string, string>>;
}
