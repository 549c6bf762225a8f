/** The epochs at which a film has frames. */

/** In long trainings the epochs of successive frames grow by this factor, unless fewer frames are allowed. */
const GROWTH = 0.05;
/** Bytes of all frames of a film, about. */
const MAX_BYTES = 48e6;
/** Nets in all frames of a film: pausing and continuing a net takes as long as training it for some hundred epochs. */
const MAX_NETS = 120_000;
/** Fewest frames, however large a net is. */
const MIN_FRAMES = 12;

/** A training of at most this many updates has a frame after each of them. */
const MAX_UPDATES = 480;

/**
 * Each of the first epochs, then sparser over time; ascending, from 0 to the last one.
 *
 * A short training has frames within epochs, too: each is then a multiple of 1 / `updatesPerEpoch`.
 */
export function frameEpochs(
  epochs: number,
  starts: number,
  bytesPerFrame: number,
  updatesPerEpoch = 1,
): number[] {
  const maxFrames = Math.max(MIN_FRAMES, Math.floor(Math.min(MAX_BYTES / bytesPerFrame, MAX_NETS / starts)));
  const updates = Math.round(epochs * updatesPerEpoch);
  if (updatesPerEpoch > 1 && updates <= MAX_UPDATES && updates < maxFrames) {
    return Array.from({ length: updates + 1 }, (_, update) => update / updatesPerEpoch);
  }
  let growth = GROWTH, chosen = growing(epochs, growth);
  while (chosen.length > maxFrames) chosen = growing(epochs, growth *= 1.5);
  return chosen;
}

/** Some of the epochs of a film, so few that its training is hardly interrupted: each is twice the one before, or more. */
export function sparseEpochs(epochs: readonly number[]): number[] {
  const last = epochs.at(-1)!, chosen: number[] = [];
  for (const epoch of epochs.slice(0, -1)) if (epoch >= 2 * (chosen.at(-1) ?? 0)) chosen.push(epoch);
  return [...chosen, last];
}

function growing(epochs: number, growth: number): number[] {
  const chosen: number[] = [];
  for (let epoch = 0; epoch < epochs; epoch += Math.max(1, Math.round(growth * epoch))) chosen.push(epoch);
  return [...chosen, epochs];
}
