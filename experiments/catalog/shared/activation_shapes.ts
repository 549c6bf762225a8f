/** The curves of activations and of their derivatives. */
import { type ActivationName, ACTIVATIONS, bindActivation } from "../../../core/components/activations.ts";
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import { defaultsOf } from "../../../core/components/settings.ts";
import { defineTable } from "../../experiment.ts";

/** A table of the curves of some activations. */
export function shapesOf(names: readonly ActivationName[]) {
  return defineTable({
    meaning: "each activation and its derivative, from z = −3 to 3",
    columns: {
      activation: { type: "string", meaning: "name of the activation" },
      curve: { type: "string", meaning: "value: a = φ(z), or slope: φ′(z)" },
      z: { type: "number", meaning: "pre-activation" },
      value: { type: "number", meaning: "the curve's value at z" },
      range: { type: "string", meaning: "the values that a can take" },
    },
    rows: () =>
      names.flatMap((name) => {
        const { value, slope } = bound(name), [low, high] = ACTIVATIONS[name].range;
        const range = `${low === -Infinity ? "−∞" : low} to ${high === Infinity ? "∞" : high}`;
        return Array.from({ length: 97 }, (_, i) => -3 + i / 16).flatMap((z) => {
          const a = value(NUMBERS, z);
          return [
            { activation: name, curve: "value", z, value: a, range },
            { activation: name, curve: "slope", z, value: slope(NUMBERS, z, a), range },
          ];
        });
      }),
  });
}

/** The activation with its settings at their defaults. */
function bound(name: ActivationName) {
  return bindActivation({ name, ...defaultsOf(ACTIVATIONS[name].settings) });
}
