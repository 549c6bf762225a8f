/** The experiments of the suite, in the order of the course. */
import { activations } from "./catalog/activations.ts";
import { deltaRule } from "./catalog/delta_rule.ts";
import { depthXor } from "./catalog/depth_xor.ts";
import { forwardPass } from "./catalog/forward_pass.ts";
import { losses } from "./catalog/losses.ts";
import { singleLayerXor } from "./catalog/single_layer_xor.ts";
import type { Experiment } from "./experiment.ts";

/** Every experiment; adding one is a file and a line here. */
export const CATALOG: readonly Experiment[] = [
  forwardPass,
  deltaRule,
  singleLayerXor,
  depthXor,
  losses,
  activations,
];
