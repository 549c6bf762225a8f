/** The experiments of the suite, in the order of the course. */
import { activationCollapse } from "./catalog/activation_collapse.ts";
import { activations } from "./catalog/activations.ts";
import { booleanFunctions } from "./catalog/boolean_functions.ts";
import { deadUnits } from "./catalog/dead_units.ts";
import { decayLaws } from "./catalog/decay_laws.ts";
import { deltaRule } from "./catalog/delta_rule.ts";
import { deltaSign } from "./catalog/delta_sign.ts";
import { depthXor } from "./catalog/depth_xor.ts";
import { forwardPass } from "./catalog/forward_pass.ts";
import { hiddenWidth } from "./catalog/hidden_width.ts";
import { initialisation } from "./catalog/initialisation.ts";
import { learningRate } from "./catalog/learning_rate.ts";
import { losses } from "./catalog/losses.ts";
import { momentum } from "./catalog/momentum.ts";
import { optimisers } from "./catalog/optimisers.ts";
import { parity } from "./catalog/parity.ts";
import { perceptronCycle } from "./catalog/perceptron_cycle.ts";
import { regularisation } from "./catalog/regularisation.ts";
import { singleLayerXor } from "./catalog/single_layer_xor.ts";
import { solutions } from "./catalog/solutions.ts";
import { stuckStates } from "./catalog/stuck_states.ts";
import { updateRule } from "./catalog/update_rule.ts";
import { xorLandscape } from "./catalog/xor_landscape.ts";
import type { Experiment } from "./experiment.ts";

/** Every experiment; adding one is a file and a line here. */
export const CATALOG: readonly Experiment[] = [
  forwardPass,
  deltaRule,
  deltaSign,
  singleLayerXor,
  booleanFunctions,
  perceptronCycle,
  depthXor,
  activationCollapse,
  losses,
  activations,
  deadUnits,
  decayLaws,
  hiddenWidth,
  solutions,
  initialisation,
  learningRate,
  updateRule,
  momentum,
  optimisers,
  xorLandscape,
  stuckStates,
  regularisation,
  parity,
];
