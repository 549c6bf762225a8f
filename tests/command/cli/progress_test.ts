/** How far things are, as it is told. */
import { assertEquals } from "@std/assert";
import { percent } from "../../../command/cli/progress.ts";
import { eventReporter } from "../../../command/run/reporter_events.ts";
import { sharesOf } from "../../../command/run/progress_total.ts";
import { planOf } from "../../../experiments/plan.ts";
import { toy } from "../../experiments/toy.ts";

Deno.test("percent is 100 at the end alone", () => {
  assertEquals([0, 0.0099, 0.5, 0.9999, 1].map(percent), ["  0 %", "  0 %", " 50 %", " 99 %", "100 %"]);
});

Deno.test("sharesOf weighs each part by its cost, and takes its latest share for all of it", () => {
  const [run] = planOf(toy, { suiteSeed: "xorlab" }).runs, told: number[] = [];
  const of = sharesOf([[run!], [run!, run!, run!]], (share) => told.push(share));
  const [first, second] = [of(0), of(1)];
  first(0.5);
  first(1);
  second(0.25);
  second(0.5);
  second(1);
  assertEquals(told, [0.125, 0.25, 0.4375, 0.625, 1]);
});

Deno.test("eventReporter tells of progress a hundredth at a time", () => {
  const lines: string[] = [], { progress } = eventReporter({ result: (line) => lines.push(line) });
  // in 1,024ths, which are exact; 11 of them are more than a hundredth
  for (let share = 0; share <= 1; share += 1 / 1024) progress(share);
  const shares = lines.map((line) => JSON.parse(line).share);
  assertEquals(shares, Array.from({ length: 93 }, (_, i) => 11 * (i + 1) / 1024));
});
