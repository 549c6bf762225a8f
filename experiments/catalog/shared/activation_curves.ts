/** Activations and their derivatives as tables of points. */
import { type ActivationName, ACTIVATIONS, bindActivation } from "../../../core/components/activations.ts";
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import { defaultsOf } from "../../../core/components/settings.ts";
import { defineTable } from "../../define/tables.ts";
import { numberColumn, textColumn } from "./column_builders.ts";

/** A table with points on the curves of activations and of their derivatives. */
export function activationCurves(names: readonly ActivationName[]) {
  return defineTable({
    meaning: "each activation and its derivative, from z = −3 to 3",
    columns: {
      activation: textColumn("name of the activation"),
      curve: textColumn("value: a = φ(z), or slope: φ′(z)"),
      z: numberColumn("pre-activation"),
      value: numberColumn("the curve's value at z"),
      range: textColumn("the values that a can take"),
    },
    key: ["activation", "curve", "z"],
    needs: "tables",
    rows: () =>
      names.flatMap((name) => {
        const { value, derivative } = bindActivation({ name, ...defaultsOf(ACTIVATIONS[name].settings) });
        const [low, high] = ACTIVATIONS[name].range;
        const range = `${low === -Infinity ? "−∞" : low} to ${high === Infinity ? "∞" : high}`;
        return Array.from({ length: 49 }, (_, i) => -3 + i / 8).flatMap((z) => {
          const a = value(NUMBERS, z);
          return [
            { activation: name, curve: "value", z, value: a, range },
            { activation: name, curve: "slope", z, value: derivative(NUMBERS, z, a), range },
          ];
        });
      }),
  });
}
