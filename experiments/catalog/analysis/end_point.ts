/** The end point of a run on the error surface: whether the loss still decreases, and the curvature there. */
import { gradientOf, lossOf, lossScaleOf } from "../../../core/backprop.ts";
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import { stepsPerEpoch, type Training } from "../../../core/training.ts";
import { dot, eigenDecomposition, hessianOf, norm } from "./curvature.ts";
import { trainEpoch } from "./fixed_point.ts";

/** The kind of an end point, see `endPointOf`. */
export type EndPointKind = "falling" | "saddle" | "plateau" | "flat tail";

/** Measurements at the end of a run; the loss is summed over all rows. */
export interface EndPoint {
  /** Norm of the gradient. */
  readonly gradient: number;
  /** Norm of the change of the parameters in one more epoch. */
  readonly step: number;
  readonly smallestEigenvalue: number;
  readonly largestEigenvalue: number;
  readonly kind: EndPointKind;
}

/** Relative decrease of the loss from which an end point counts as falling. */
const MIN_RELATIVE_DECREASE = 0.01;
/** Logarithm of the growth of a deviation from which an end point counts as a saddle. */
const MIN_LOG_GROWTH = 10;

/**
 * Measures the end point of gradient descent and classifies it by what as many epochs again would do.
 *
 * An epoch moves the parameters by about −r∇L, where r is the learning rate times the weight of a row in the loss.
 * *Falling*: at the pace of the last epoch, step²/r per epoch, the loss would decrease by at least another 1 %.
 * *Saddle*: along the eigenvector of the smallest eigenvalue λ < 0 a deviation grows by e^(−rλ) per epoch, and by at
 * least e^10 in total. All else is level: a *flat tail* if the last epoch increased the norm of the parameters, so that
 * the loss approaches a limit at infinity, otherwise a *plateau*.
 */
export function endPointOf(training: Training, parameters: readonly number[]): EndPoint {
  const { network, loss, rows, batch, learningRate } = training;
  const total = { network, loss, reduction: "sum" } as const, epochs = training.steps / stepsPerEpoch(training);
  const rate = learningRate * lossScaleOf(training, batch);
  const change = trainEpoch(NUMBERS, training, parameters).map((value, i) => value - parameters[i]!);
  const step = norm(change);
  const { values } = eigenDecomposition(hessianOf(training, parameters));
  const smallestEigenvalue = values[0]!, largestEigenvalue = values.at(-1)!;
  const relativeDecrease = epochs * step * step / rate / lossOf(NUMBERS, total, parameters, rows);
  const logGrowth = -rate * smallestEigenvalue * epochs;
  const level = dot(change, parameters) > 0 ? "flat tail" : "plateau";
  const kind = relativeDecrease >= MIN_RELATIVE_DECREASE ? "falling" : logGrowth >= MIN_LOG_GROWTH ? "saddle" : level;
  const gradient = norm(gradientOf(NUMBERS, total, parameters, rows));
  return { gradient, step, smallestEigenvalue, largestEigenvalue, kind };
}
