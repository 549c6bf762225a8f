/** The five beats of a worked update, each with the steps that belong to it. */
import type { Quantity } from "../../../core/worked/quantity.ts";
import type { WorkedStep } from "../../../core/worked/work_update.ts";

/** A part of an update. */
export interface Beat {
  readonly title: string;
  /** What happens in it, in one sentence. */
  readonly text: string;
  /** Whether its steps belong to one row of data each. */
  readonly isByRow: boolean;
}

/** The beats in order. */
export const BEATS: readonly Beat[] = [
  { title: "Forward", text: "Each unit adds its weighted inputs to v and outputs y.", isByRow: true },
  { title: "Error", text: "The output is compared with the target d.", isByRow: true },
  { title: "Back", text: "Each unit gets its derivative from the units that it feeds.", isByRow: true },
  { title: "Gradient", text: "Each weight gets the derivative of its unit times its input.", isByRow: false },
  { title: "New weights", text: "The optimiser moves each weight.", isByRow: false },
];

/** The index of the beat that defines a quantity. */
function beatOf(quantity: Quantity): number {
  switch (quantity.kind) {
    case "unit":
      return quantity.letter === "v" || quantity.letter === "y" ? 0 : 2;
    case "output":
      return 1;
    case "gradient":
      return 3;
    default:
      return 4;
  }
}

/** A step that defines a quantity, and its index among all steps. */
export interface BeatStep {
  readonly step: WorkedStep;
  readonly index: number;
}

/** The steps of a beat that define a quantity; `row` is the row of data where the beat has several. */
export function stepsOfBeat(steps: readonly WorkedStep[], beat: number, row: number | undefined): BeatStep[] {
  return steps.flatMap((step, index) => {
    if (!step.defines || beatOf(step.defines) !== beat) return [];
    return step.row === undefined || step.row === row ? [{ step, index }] : [];
  });
}

/** The number of digits that a reader's answer must have right. */
const ANSWER_TOLERANCE = 0.005;

/** Whether a reader's number is right, to about two digits. */
export function isRightAnswer(answer: number, value: number): boolean {
  return Math.abs(answer - value) <= ANSWER_TOLERANCE * Math.max(Math.abs(value), 0.1);
}
