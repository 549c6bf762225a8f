/**
 * Decides which programs an epoch consists of.
 *
 * An epoch is one straight line of code, one update that is repeated, or a sequence of programs (a stepwise plan),
 * whichever has the lowest estimated cost.
 */
import { lossScaleOf } from "../../backprop.ts";
import { stepsPerEpoch, type Training } from "../../training.ts";
import { getOrAdd } from "../maps.ts";
import { type KernelCost, kernelCostOf } from "./kernel_cost.ts";
import { liveOperations } from "./liveness.ts";
import { MAX_OPERATIONS } from "./processor.ts";
import {
  checkProgram,
  type EpochPosition,
  gradientStepProgram,
  rowCheckProgram,
  rowGradientProgram,
  straightLineProgram,
  trainingStateCountOf,
  updateProgram,
} from "./programs.ts";
import type { Program } from "./tracer.ts";

/** A program and how an epoch uses it. */
export interface Stage {
  readonly program: Program;
  /** Consecutive repeats. */
  readonly repeats: number;
  /** Rows that each repeat consumes from the row list. */
  readonly rowsConsumed: number;
  /** Whether it updates one copy of the state, and leaves alone what it does not change. */
  readonly inPlace: boolean;
  /** The estimated cost of a repeat. */
  readonly cost: KernelCost;
}

/** The programs for all trainings of one structure. */
export interface KernelPlan<S = Stage> {
  /** The stages of an epoch, in order. */
  readonly stages: readonly S[];
  /** Computes the max error; undefined if the only stage does. */
  readonly check: S | undefined;
  /** Size of the state: the training state and, in stepwise plans, a gradient and a partial check. */
  readonly stateCount: number;
  /** Size of the training state: parameters and optimiser state. */
  readonly trainingStateCount: number;
  /** Number of run constants: the learning rate, and the targets row by row. */
  readonly runConstantCount: number;
  /** Whether programs consume rows from a list. */
  readonly usesRowList: boolean;
  /** Whether programs load targets as run constants. */
  readonly usesTargets: boolean;
}

/** Estimated operations of a row, per parameter and per unit. */
const OPERATIONS_PER_PARAMETER = 4;
const OPERATIONS_PER_UNIT = 25;
/** Ratio of cycles to work below which a program hardly waits, so that no other plan can be much faster. */
const LITTLE_WAITING = 1.3;
/** Cycles per number of the state to enter and leave a program. */
const ENTRY_CYCLES = 4;

/** More rows than this are constants of a kernel only if they are those of a truth table. */
const MAX_CONSTANT_POINTS = 8;

/**
 * Whether kernels read all rows from the row list, in loops, so that they are the same whatever the rows are.
 *
 * Otherwise the inputs are constants in straight-line code. That is faster, above all if they are 0, 1 or −1, but takes
 * longer to compile, in proportion to the rows.
 */
export function readsAllRows({ rows, network: { parameterCount, layers } }: Training): boolean {
  const unitCount = layers.reduce((sum, { units }) => sum + units, 0);
  const operationsPerRow = OPERATIONS_PER_PARAMETER * parameterCount + OPERATIONS_PER_UNIT * unitCount;
  if (rows.length * operationsPerRow > MAX_OPERATIONS) return true;
  return rows.length > MAX_CONSTANT_POINTS && !rows.every(({ inputs }) => inputs.every(isTableInput));
}

function isTableInput(x: number): boolean {
  return x === 0 || x === 1 || x === -1;
}

/** The plan for a training, and for all others of its structure. */
export function kernelPlanOf(training: Training): KernelPlan {
  if (readsAllRows(training)) {
    const repeats = training.rows.length;
    return stepwisePlan(training, stageOf(rowCheckProgram(training), { repeats, rowsConsumed: 1 }));
  }
  const straight = straightLinePlan(training), [{ cost }] = straight.stages as [Stage];
  if (cost.cycles < LITTLE_WAITING * cost.work) return straight;
  const other = repeatedUpdatePlan(training) ?? stepwisePlan(training, stageOf(checkProgram(training)));
  return cyclesOf(straight.stages) < cyclesOf(other.stages) ? straight : other;
}

/** The updates of an epoch, one after the other, with rows in the fixed order or from the row list. */
function straightLinePlan(training: Training): KernelPlan {
  const { rows: { length }, orderFixed } = training;
  const program = straightLineProgram(training, orderFixed ? training.orders().next() : length);
  return singleStagePlan(training, stageOf(program, { rowsConsumed: orderFixed ? 0 : length }));
}

/** One update, repeated; undefined if the updates of an epoch differ. */
function repeatedUpdatePlan(training: Training): KernelPlan | undefined {
  const { rows, batch, optimizer: { startEpoch, endEpoch } } = training, repeats = stepsPerEpoch(training);
  if (repeats * batch !== rows.length || ((startEpoch || endEpoch) && repeats > 1)) return undefined;
  return singleStagePlan(training, stageOf(straightLineProgram(training, batch), { repeats, rowsConsumed: batch }));
}

/** A plan of one stage, which computes the max error itself unless that makes it too long. */
function singleStagePlan(training: Training, stage: Stage): KernelPlan {
  const { program, repeats, rowsConsumed, cost: { groupSize } } = stage;
  const checkOperations = liveOperations(program.operations, program.checkBefore).filter((isLive) => isLive).length;
  if (groupSize * checkOperations <= MAX_OPERATIONS) return planOf(training, [stage], undefined);
  const unchecked = stageOf({ ...program, checkBefore: [], checkDuring: [] }, { repeats, rowsConsumed });
  return planOf(training, [unchecked], stageOf(checkProgram(training)));
}

/** The updates of an epoch one after the other; equal stages that follow each other are merged. */
function stepwisePlan(training: Training, check: Stage): KernelPlan {
  const { rows, batch, optimizer: { startEpoch, endEpoch } } = training, count = stepsPerEpoch(training);
  const stages: Stage[] = [], known = new Map<string, readonly Stage[]>();
  for (let step = 0; step < count; step++) {
    const size = Math.min(batch, rows.length - step * batch);
    const isFirst = startEpoch !== undefined && step === 0, isLast = endEpoch !== undefined && step === count - 1;
    const update = getOrAdd(
      known,
      `${size} ${isFirst} ${isLast}`,
      () => updateStages(training, size, { isFirst, isLast }),
    );
    for (const stage of update) {
      const last = stages.at(-1);
      if (last?.program !== stage.program) stages.push(stage);
      else stages[stages.length - 1] = { ...last, repeats: last.repeats + stage.repeats };
    }
  }
  return planOf(training, stages, check);
}

/** One update as a whole, or row by row followed by the optimiser's step, whichever costs less. */
function updateStages(training: Training, size: number, position: EpochPosition): readonly Stage[] {
  const rowGradient = rowGradientProgram(training, lossScaleOf(training, size));
  const byRow = [
    stageOf(rowGradient, { repeats: size, rowsConsumed: 1, inPlace: true }),
    stageOf(gradientStepProgram(training, position), { inPlace: true }),
  ];
  if (size * byRow[0]!.cost.operations > MAX_OPERATIONS) return byRow;
  const whole = [stageOf(updateProgram(training, size, position), { rowsConsumed: size, inPlace: true })];
  return cyclesOf(whole) < cyclesOf(byRow) ? whole : byRow;
}

function stageOf(program: Program, options: Partial<Omit<Stage, "program" | "cost">> = {}): Stage {
  const cost = kernelCostOf(program, options.repeats);
  return { program, repeats: 1, rowsConsumed: 0, inPlace: false, ...options, cost };
}

function cyclesOf(stages: readonly Stage[]): number {
  const entryCycles = ({ program: { nextState } }: Stage) => stages.length > 1 ? ENTRY_CYCLES * nextState.length : 0;
  return stages.reduce((sum, stage) => sum + stage.repeats * stage.cost.cycles + entryCycles(stage), 0);
}

/** A plan; stages that work in place are those of a stepwise plan. */
function planOf(training: Training, stages: readonly Stage[], check: Stage | undefined): KernelPlan {
  const { rows, network: { parameterCount } } = training, trainingStateCount = trainingStateCountOf(training);
  const programs = [...stages, ...(check ? [check] : [])].map(({ program }) => program);
  return {
    stages,
    check,
    stateCount: trainingStateCount + (stages[0]!.inPlace ? parameterCount + 2 : 0),
    trainingStateCount,
    runConstantCount: 1 + rows.length * rows[0]!.targets.length,
    usesRowList: stages.some(({ rowsConsumed }) => rowsConsumed > 0),
    usesTargets: programs.some(({ operations }) =>
      operations.some(({ name, value }) => name === "runConstant" && value > 0)
    ),
  };
}
