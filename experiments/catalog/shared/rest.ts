/** Where a run came to rest: whether it is still falling, and how the error surface lies there. */
import { gradientOf, lossOf } from "../../../core/backprop.ts";
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import { shareOf, stepsPerEpoch, type Training } from "../../../core/training.ts";
import { dot, eigenOf, hessianOf, lengthOf } from "../analysis/curvature.ts";
import { epochMap } from "../analysis/fixed_point.ts";

/** How the surface lies where a run ended, on the scale of what training could do with it. */
export type Kind = "falling" | "saddle" | "plateau" | "flat tail";

/** What is measured where a run ended; the loss is summed over all rows. */
export interface Rest {
  /** Length of the gradient. */
  readonly gradient: number;
  /** How far one more epoch moves the weights. */
  readonly step: number;
  readonly smallestEigenvalue: number;
  readonly largestEigenvalue: number;
  readonly kind: Kind;
}

/** A fall of the loss worth the name. */
const WORTH_FALLING = 0.01;
/** A deviation that grows e^10 = 22,026 times. */
const WORTH_LEAVING = 10;

/**
 * Measures where plain descent ended, and classifies it by what as many epochs again would bring.
 *
 * An epoch moves the weights by about −r∇L, r being the learning rate times what a row counts for. *Falling*: at the
 * last epoch's pace, step²/r an epoch, the loss would fall by another 1 % at least. *Saddle*: along the eigenvector
 * of the smallest eigenvalue λ < 0 a deviation grows by e^(−rλ) an epoch, and so at least e^10 times. Elsewhere the
 * ground is level: a *flat tail* where the last epoch made the weights longer, so that the loss sinks towards a level
 * that it would reach at infinity, and a *plateau* where it did not.
 */
export function restOf(training: Training, parameters: readonly number[]): Rest {
  const { network, loss, rows, batch, learningRate } = training;
  const epochs = training.steps / stepsPerEpoch(training), rate = learningRate * shareOf(training, batch);
  const moved = epochMap(NUMBERS, training, parameters).map((value, i) => value - parameters[i]!);
  const step = lengthOf(moved), { values } = eigenOf(hessianOf(training, parameters));
  const smallestEigenvalue = values[0]!, largestEigenvalue = values.at(-1)!;
  const kind = kindOf({
    fall: epochs * step * step / rate / lossOf(NUMBERS, network, loss, 1, parameters, rows),
    growth: -rate * smallestEigenvalue * epochs,
    outward: dot(moved, parameters) > 0,
  });
  const gradient = lengthOf(gradientOf(NUMBERS, network, loss, 1, parameters, rows));
  return { gradient, step, smallestEigenvalue, largestEigenvalue, kind };
}

/** From the share of the loss that would fall, the logarithm of a deviation's growth, and whether the weights grow. */
function kindOf(prospect: { readonly fall: number; readonly growth: number; readonly outward: boolean }): Kind {
  if (prospect.fall >= WORTH_FALLING) return "falling";
  if (prospect.growth >= WORTH_LEAVING) return "saddle";
  return prospect.outward ? "flat tail" : "plateau";
}
