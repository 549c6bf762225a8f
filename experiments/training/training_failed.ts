/** Thrown when a block of runs has failed twice. */
export class TrainingFailed extends Error {
  override name = "TrainingFailed";

  /** `first` to `last` are the indices of the block's runs among the configs to train. */
  constructor(readonly first: number, readonly last: number, reason: string) {
    super(reason);
  }
}
