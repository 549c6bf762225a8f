import { assertAlmostEquals, assertEquals } from "@std/assert";
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import { initialState } from "../../../core/components/optimizer_state.ts";
import { bindOptimizer } from "../../../core/components/optimizers.ts";
import { bindSchedule, type ScheduleName, SCHEDULES } from "../../../core/components/schedules.ts";
import type { Choice } from "../../../core/components/settings.ts";

/** The rates in some epochs at a learning rate of 2, by each schedule's formula. */
const RATES: Readonly<
  Record<ScheduleName, { readonly choice: Choice; readonly rates: Readonly<Record<number, number>> }>
> = {
  // 0.9² = 0.81, 0.9¹⁰ = 0.3486784401
  exponential: { choice: { name: "exponential", decay: 0.9 }, rates: { 0: 2, 1: 1.8, 2: 1.62, 10: 0.6973568802 } },
  inverseTime: { choice: { name: "inverseTime", decay: 0.25 }, rates: { 0: 2, 1: 1.6, 4: 1, 12: 0.5, 396: 0.02 } },
  step: {
    choice: { name: "step", every: 3, decay: 0.1 },
    rates: { 0: 2, 2: 2, 3: 0.2, 5: 0.2, 6: 0.02, 8: 0.02, 9: 0.002 },
  },
};

for (const [name, { choice, rates }] of Object.entries(RATES)) {
  Deno.test(`SCHEDULES.${name} gives the rates of its formula`, () => {
    const { stateFields, rate, next } = bindSchedule(choice);
    let state = initialState(stateFields, 5);
    for (let epoch = 0; epoch <= 400; epoch++, state = next(NUMBERS, state)) {
      // A few roundings of numbers up to 2.
      if (epoch in rates) assertAlmostEquals(rate(NUMBERS, 2, state), rates[epoch]!, 1e-15);
    }
  });
}

Deno.test("SCHEDULES all have known rates", () => {
  assertEquals(Object.keys(RATES).sort(), Object.keys(SCHEDULES).sort());
});

Deno.test("bindOptimizer keeps the schedule's state beside the optimiser's, and a reset does not touch it", () => {
  const { stateFields, startEpoch, endEpoch, update } = bindOptimizer({
    name: "momentum",
    momentum: 0.5,
    reset: "epoch",
    schedule: { name: "exponential", decay: 0.5 },
  });
  const start = { parameters: [1], optimizerState: initialState(stateFields, 1) };
  const once = update(NUMBERS, 1, [1], start), ended = endEpoch!(NUMBERS, once);
  assertEquals(once, { parameters: [0], optimizerState: { velocity: [1], rateFactor: 1 } });
  assertEquals(ended.optimizerState, { velocity: [1], rateFactor: 0.5 });
  assertEquals(startEpoch!(NUMBERS, ended).optimizerState, { velocity: [0], rateFactor: 0.5 });
  assertEquals(update(NUMBERS, 1, [1], ended).parameters, [-0.75]);
});
