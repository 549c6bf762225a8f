/** The epochs at which a film has frames. */

/** In long trainings the epochs of successive frames grow by this factor, unless fewer frames are allowed. */
const GROWTH = 0.05;
/** Bytes of all frames of a film, about. */
const MAX_BYTES = 48e6;
/** Nets in all frames of a film: pausing and continuing a net takes as long as training it for some hundred epochs. */
const MAX_NETS = 120_000;
/** Fewest frames, however large a net is. */
const MIN_FRAMES = 12;

/** Each of the first epochs, then sparser over time; ascending, from 0 to the last one. */
export function frameEpochs(epochs: number, starts: number, bytesPerFrame: number): number[] {
  const maxFrames = Math.max(MIN_FRAMES, Math.floor(Math.min(MAX_BYTES / bytesPerFrame, MAX_NETS / starts)));
  let growth = GROWTH, chosen = growing(epochs, growth);
  while (chosen.length > maxFrames) chosen = growing(epochs, growth *= 1.5);
  return chosen;
}

function growing(epochs: number, growth: number): number[] {
  const chosen: number[] = [];
  for (let epoch = 0; epoch < epochs; epoch += Math.max(1, Math.round(growth * epoch))) chosen.push(epoch);
  return [...chosen, epochs];
}
