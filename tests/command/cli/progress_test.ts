/** Progress: its text, its combination and its events. */
import { assertEquals } from "@std/assert";
import { combineProgress, paceMeter, percent } from "../../../command/cli/progress.ts";
import { eventReporter } from "../../../command/run/reporter_events.ts";

Deno.test("percent is 100 only at the end", () => {
  assertEquals([0, 0.0099, 0.5, 0.9999, 1].map(percent), ["  0 %", "  0 %", " 50 %", " 99 %", "100 %"]);
});

Deno.test("paceMeter tells the rate and the time left of what is done since its start", () => {
  const { start, text } = paceMeter(1000);
  assertEquals(text(0.5, 9), "");
  start(0.25, 10);
  start(0.5, 11);
  assertEquals([text(0.25, 20), text(0.5, 10.5), text(1, 20)], ["", "", ""]);
  assertEquals(text(0.75, 20), ", 50 runs/s, 5.0 s left");
  const withoutRuns = paceMeter();
  withoutRuns.start(0, 0);
  assertEquals(withoutRuns.text(0.01, 100), ", 2.8 h left");
});

Deno.test("combineProgress weights each training by its cost, and uses its latest progress", () => {
  const reported: number[] = [];
  const progressOf = combineProgress([10, 30], (progress) => reported.push(progress));
  const [first, second] = [progressOf(0), progressOf(1)];
  first(0.5);
  first(1);
  second(0.25);
  second(0.5);
  second(1);
  assertEquals(reported, [0.125, 0.25, 0.4375, 0.625, 1]);
});

Deno.test("eventReporter prints progress in steps of at least a hundredth", () => {
  const lines: string[] = [];
  const { progress } = eventReporter({ printResult: (line) => lines.push(line) });
  // steps of 1/1024 are exact; 11 of them exceed a hundredth
  for (let value = 0; value <= 1; value += 1 / 1024) progress(value);
  const shares = lines.map((line) => JSON.parse(line).share);
  assertEquals(shares, Array.from({ length: 93 }, (_, i) => 11 * (i + 1) / 1024));
});
