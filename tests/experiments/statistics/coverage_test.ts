/** The coverage of intervals, by enumeration and by simulation, and with planted faults. */
import { assert } from "@std/assert";
import { stream } from "../../../core/random.ts";
import { binomial, type Interval, median, tango, wilson } from "../../../experiments/statistics/statistics.ts";
import { assertNear } from "./near.ts";

const TENTHS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
const SAMPLES = 2000;
// four standard errors of a proportion near 95 % among 2,000 samples; the streams are seeded, so results repeat
const SAMPLING = 4 * Math.sqrt(0.05 * 0.95 / SAMPLES);

const holds = ({ lower, upper }: Interval, truth: number) => lower <= truth && truth <= upper;

type Proportion = (successes: number, n: number) => Interval;

/** The exact probability that an interval contains p. */
function coverage(interval: Proportion, n: number, p: number): number {
  return binomial(n, p).reduce((sum, weight, successes) => sum + (holds(interval(successes, n), p) ? weight : 0), 0);
}

/** Whether an interval contains every tenth in 93 to 97 % of all samples of 200. */
function isNearly95(interval: Proportion): boolean {
  return TENTHS.map((p) => coverage(interval, 200, p)).every((covered) => covered >= 0.93 && covered <= 0.97);
}

Deno.test("wilson contains every tenth in 93 to 97 % of samples of 200", () => assert(isNearly95(wilson)));

Deno.test("wilson's simulated coverage is the exact one", () => {
  const { double } = stream("statistics", "wilson coverage");
  for (const p of TENTHS) {
    let held = 0;
    for (let sample = 0; sample < SAMPLES; sample++) {
      let successes = 0;
      for (let run = 0; run < 200; run++) if (double() < p) successes++;
      if (holds(wilson(successes, 200), p)) held++;
    }
    assertNear(held / SAMPLES, coverage(wilson, 200, p), SAMPLING, `p = ${p}`);
  }
});

Deno.test("the coverage check catches a wrong z, exchanged bounds, Wald's interval and counted failures", () => {
  const faults: Record<string, Proportion> = {
    "z of 90 %": (successes, n) => wilson(successes, n, 0.9),
    "z of 99 %": (successes, n) => wilson(successes, n, 0.99),
    "exchanged bounds": (successes, n) => {
      const { lower, upper, ...rest } = wilson(successes, n);
      return { ...rest, lower: upper, upper: lower };
    },
    "failures": (successes, n) => wilson(n - successes, n),
    "Wald": (successes, n) => {
      const p = successes / n, half = 1.96 * Math.sqrt(p * (1 - p) / n);
      return { estimate: p, lower: p - half, upper: p + half, n };
    },
  };
  for (const [fault, interval] of Object.entries(faults)) assert(!isNearly95(interval), fault);
});

/** How often an interval contains the median ½ of uniform numbers, of which those above .8 are unsolved. */
function medianCoverage(n: number, interval: (costs: (number | undefined)[]) => Interval): number {
  const { double } = stream("statistics", `median coverage ${n}`);
  const draw = () => {
    const cost = double();
    return cost > 0.8 ? undefined : cost;
  };
  let held = 0;
  for (let sample = 0; sample < SAMPLES; sample++) if (holds(interval(Array.from({ length: n }, draw)), 0.5)) held++;
  return held / SAMPLES;
}

for (const n of [50, 200]) {
  Deno.test(`median of ${n} runs contains the true median as often as stated, and at least 95 %`, () => {
    const { coverage } = median(Array.from({ length: n }, (_, run) => run));
    assert(coverage >= 0.95 && coverage < 0.97);
    assertNear(medianCoverage(n, median), coverage, SAMPLING);
  });

  Deno.test(`the coverage check of ${n} runs catches dropped unsolved runs and another confidence`, () => {
    const { coverage } = median(Array.from({ length: n }, (_, run) => run));
    const faults: Record<string, (costs: (number | undefined)[]) => Interval> = {
      "unsolved runs dropped": (costs) => median(costs.filter((cost) => cost !== undefined)),
      "unsolved runs as 0": (costs) => median(costs.map((cost) => cost ?? 0)),
      "90 %": (costs) => median(costs, 0.9),
    };
    for (const [fault, interval] of Object.entries(faults)) {
      assert(Math.abs(medianCoverage(n, interval) - coverage) > SAMPLING, fault);
    }
  });
}

/** The exact probability that an interval of 60 pairs contains pA − pB, where A alone succeeds with pA and B with pB. */
function pairedCoverage(interval: (first: number, second: number) => Interval, pA: number, pB: number): number {
  const discordant = binomial(60, pA + pB);
  return discordant.reduce(
    (sum, weight, count) =>
      sum + binomial(count, pA / (pA + pB)).reduce((inner, probability, first) => {
        return inner + (holds(interval(first, count - first), pA - pB) ? weight * probability : 0);
      }, 0),
    0,
  );
}

Deno.test("tango contains a paired difference in 93 to 97 % of samples of 60", () => {
  for (const [pA, pB] of [[0.25, 0.25], [0.35, 0.15], [0.5, 0.2], [0.1, 0.4]] as const) {
    const covered = pairedCoverage((first, second) => tango(first, second, 60), pA, pB);
    assert(covered >= 0.93 && covered <= 0.97, `${pA}, ${pB}: ${covered}`);
  }
});
