/** The kernels of a structure, and how its runs lie in memory. */
import type { Training } from "../training.ts";
import type { BackEnd } from "./backend.ts";
import { type Kernel, type Layout, layoutOf } from "./memory.ts";
import { type Plan, planOf, type Stage, widthOf } from "./plan.ts";
import type { Shuffle } from "./shuffle.ts";

/** A stage with its kernel. */
export interface Ready extends Stage {
  /** It runs the program. */
  readonly kernel: Kernel;
}

/** What trains the runs of one structure. */
export interface Machine {
  /** Where the numbers of a pair lie. */
  readonly layout: Layout;
  /** What the kernels compute. */
  readonly plan: Plan;
  /** What an epoch consists of. */
  readonly stages: readonly Ready[];
  /** Tells how far a run is off, where the only stage does not. */
  readonly look: Ready | undefined;
  /** Lists drawn orders; undefined where their source has to. */
  readonly shuffle: Shuffle | undefined;
  /** Pairs that advance together: a number that all kernels' copies divide. */
  readonly unit: number;
  /** The most epochs of one call. */
  readonly epochs: number;
  /** Cycles of a run's epoch, about. */
  readonly cycles: number;
}

/** WebAssembly code is replaced by faster code only between calls. */
const MOST_EPOCHS = 250;
/** Rows listed ahead where epochs are short; of those that are drawn anew so few that lists stay in the first cache. */
const LISTED = 1024, DRAWN = 160;

/** Makes the kernels for trainings of one structure. */
export function machineFor(training: Training, backEnd: BackEnd): Machine {
  const plan = planOf(training), { length: rows } = training.rows;
  const listed = training.orderFixed ? LISTED : DRAWN;
  const epochs = plan.listed ? Math.max(1, Math.min(Math.floor(listed / rows), MOST_EPOCHS)) : MOST_EPOCHS;
  const layout = layoutOf({
    state: plan.state,
    settings: plan.settings,
    rows: plan.listed ? rows : 0,
    width: widthOf(training),
    listed: plan.listed ? rows * epochs : 0,
  });
  const kernels = new Map<Stage["program"], Kernel>();
  const ready = (planned: Stage): Ready => {
    const stage = backEnd.interleaves ? planned : { ...planned, cost: { ...planned.cost, copies: 1 } };
    const kernel = kernels.get(stage.program) ?? backEnd.kernel(stage, layout);
    kernels.set(stage.program, kernel);
    return { ...stage, kernel };
  };
  const stages = plan.stages.map(ready), look = plan.look && ready(plan.look);
  const unit = [...stages, ...(look ? [look] : [])].reduce((unit, { cost }) => commonMultiple(unit, cost.copies), 1);
  const cycles = stages.reduce((sum, { times, cost }) => sum + times * cost.cycles / 2, 0);
  const shuffle = plan.listed && !training.orderFixed ? backEnd.shuffle(layout) : undefined;
  return { layout, plan, stages, look, shuffle, unit, epochs, cycles };
}

function commonMultiple(a: number, b: number): number {
  let multiple = a;
  while (multiple % b !== 0) multiple += a;
  return multiple;
}
