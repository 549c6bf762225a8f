/** The end point of a run on the error surface: gradient, the next epoch's step, and the curvature there. */
import { gradientOf } from "../../../core/backprop.ts";
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import type { Training } from "../../../core/training.ts";
import { eigenDecomposition, hessianOf, norm } from "./curvature.ts";
import { trainEpoch } from "./fixed_point.ts";

/** Measurements at the end of a run; the loss is summed over all rows. */
export interface EndPoint {
  /** Norm of the gradient. */
  readonly gradient: number;
  /** Norm of the change of the parameters in one more epoch. */
  readonly step: number;
  /** Smallest eigenvalue of the Hessian. */
  readonly smallestEigenvalue: number;
  /** Largest eigenvalue of the Hessian. */
  readonly largestEigenvalue: number;
}

/** Measures the end point of a run; it says nothing about what more epochs would do. */
export function endPointOf(training: Training, parameters: readonly number[]): EndPoint {
  const { network, loss, rows } = training;
  const change = trainEpoch(NUMBERS, training, parameters).map((value, i) => value - parameters[i]!);
  const { values } = eigenDecomposition(hessianOf(training, parameters));
  const gradient = gradientOf(NUMBERS, { network, loss, reduction: "sum" }, parameters, rows);
  return {
    gradient: norm(gradient),
    step: norm(change),
    smallestEigenvalue: values[0]!,
    largestEigenvalue: values.at(-1)!,
  };
}
