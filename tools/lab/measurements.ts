/** What the lab must reach, and how each figure is measured. */
import type { Browser, Page } from "puppeteer-core";
import { stream } from "../../core/random.ts";
import { openLab } from "./lab_tab.ts";
import { memoryUse } from "./memory.ts";
import { actAtRandom } from "./random_actions.ts";

/** A figure with its limit. */
export interface Figure {
  readonly name: string;
  readonly unit: "s" | "ms" | "MB" | "%";
  readonly limit: number;
  readonly value: number;
}

/** A measurement of some figures; each call makes one sample of each of them. */
export interface Measurement {
  /** Repeats, unless the caller wants fewer. */
  readonly repeats: number;
  readonly figures: readonly Omit<Figure, "value">[];
  readonly sample: (browser: Browser, url: string) => Promise<readonly number[]>;
}

const REPEATS = 10;

/** Opens a setting, lets `measure` measure, and closes it. */
function inTab(hash: string, measure: (page: Page) => Promise<readonly number[]>): Measurement["sample"] {
  return async (browser, url) => {
    const page = await openLab(browser, url, hash);
    try {
      return await measure(page);
    } finally {
      await page.close();
    }
  };
}

/** Waits until a training is at its end, so that nothing else is measured. */
async function rest(page: Page): Promise<void> {
  await page.evaluate(() => globalThis.probes.rest());
}

/** Seconds from a click on a number of units until all nets are at their end: with a new kernel, and with a known one. */
function toEnd(hash: string, units: string): Measurement["sample"] {
  return inTab(hash, async (page) => {
    const seconds = async (units: string) => {
      await rest(page);
      const click = (units: string) => globalThis.probes.end(() => globalThis.probes.click(".chips button", units));
      return await page.evaluate(click, units) / 1000;
    };
    const unseen = await seconds(units);
    await seconds("0");
    return [unseen, await seconds(units)];
  });
}

/** The two figures of `toEnd`. */
function endFigures(name: string, limit: number): Measurement["figures"] {
  return [", new kernel", ", kernel seen before"].map((kernel) => ({ name: name + kernel, unit: "s", limit }));
}

const ready = inTab("", async (page) => [await page.evaluate(() => globalThis.probes.ready) / 1000]);

/** A setting whose kernels are new, and one whose kernels were used before. */
const click = inTab("", async (page) => {
  const tiles = async (units: string) => {
    await rest(page);
    const click = (units: string) => globalThis.probes.tiles(() => globalThis.probes.click(".chips button", units));
    return await page.evaluate(click, units);
  };
  const unseen = await tiles("4");
  await tiles("0");
  const seen = await tiles("4");
  return [unseen.first, unseen.trained, seen.first, seen.trained];
});

const map = inTab("#hidden=4:sigmoid", async (page) => {
  await rest(page);
  const milliseconds = await page.evaluate(async () => {
    globalThis.probes.click("summary", "Map of two settings");
    const start = performance.now();
    globalThis.probes.click("button", "Draw the map");
    const cells = [...document.querySelectorAll(".map-cell")];
    if (cells.length !== 96) throw new Error(`The map has ${cells.length} cells, not 96`);
    while (cells.some(({ textContent }) => textContent === "…")) await new Promise(requestAnimationFrame);
    return performance.now() - start;
  });
  return [milliseconds / 1000];
});

/** Plays the film of a setting from its first click; the longest task counts the click itself, too. */
const play = inTab("", async (page) => {
  await rest(page);
  return await page.evaluate(async () => {
    const durations: number[] = [], tasks = [0];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)))
      .observe({ type: "longtask" });
    globalThis.probes.click(".chips button", "4");
    const isPlaying = () => document.querySelector(".play[data-playing]") !== null;
    for (let last = NaN; isPlaying();) {
      const time = await new Promise<number>(requestAnimationFrame);
      if (last === last) durations.push(time - last);
      last = time;
    }
    durations.sort((a, b) => a - b);
    return [durations[Math.floor(0.95 * durations.length)]!, Math.max(...tasks)];
  });
});

/** 64 points in a checkerboard, with some disorder. */
const PLACED = Array.from({ length: 64 }, (_, i) => {
  const [x, y] = [i % 8, Math.floor(i / 8)];
  return [
    (x / 4 - 0.875 + (i * 7 % 5) / 50).toFixed(2),
    (y / 4 - 0.875 + (i * 3 % 7) / 70).toFixed(2),
    ((x >> 2) + (y >> 2)) % 2,
  ].join(":");
}).join(",");

const CLICKS = 2000, FIRST_CLICKS = 200;

/** Growth in percent from the 200th to the 2,000th random click, each time at rest in the same setting. */
async function growth(browser: Browser, url: string): Promise<readonly number[]> {
  const page = await openLab(browser, url), random = stream("lab figures", "clicks");
  const click = async (times: number) => {
    for (let i = 0; i < times; i++) {
      await actAtRandom(page, random);
      await page.waitForFunction(() => document.querySelector(".results:not([aria-busy])"), { polling: "mutation" });
    }
    await page.evaluate(() => location.hash = "#");
    await page.waitForFunction(() => location.hash === "");
    await rest(page);
    return await memoryUse(browser, page);
  };
  const before = await click(FIRST_CLICKS), after = await click(CLICKS - FIRST_CLICKS);
  await page.close();
  return [100 * (after.resident / before.resident - 1), 100 * (after.objects / before.objects - 1)];
}

/** All measurements, in the order in which they are printed. */
export const MEASUREMENTS: readonly Measurement[] = [
  {
    repeats: REPEATS,
    figures: [{ name: "ready to play, from load", unit: "s", limit: 0.3 }],
    sample: ready,
  },
  {
    repeats: REPEATS,
    figures: [
      { name: "click to first tiles, new kernel", unit: "ms", limit: 100 },
      { name: "click to first trained nets, new kernel", unit: "ms", limit: 100 },
      { name: "click to first tiles, kernel seen before", unit: "ms", limit: 40 },
      { name: "click to first trained nets, kernel seen before", unit: "ms", limit: 40 },
    ],
    sample: click,
  },
  {
    repeats: REPEATS,
    figures: endFigures("200 nets × 10,000 epochs, 2-4-1, to the end", 0.4),
    sample: toEnd("", "4"),
  },
  {
    repeats: REPEATS,
    figures: endFigures("2,000 nets × 10,000 epochs, 2-4-1, to the end", 2.5),
    sample: toEnd("#starts=2000", "4"),
  },
  {
    repeats: REPEATS,
    figures: [{ name: "map of 96 settings × 100 starts × 10,000 epochs", unit: "s", limit: 6 }],
    sample: map,
  },
  {
    repeats: REPEATS,
    figures: [
      { name: "while playing: frame, 95th percentile", unit: "ms", limit: 17 },
      { name: "while playing: longest task", unit: "ms", limit: 50 },
    ],
    sample: play,
  },
  {
    repeats: REPEATS,
    figures: endFigures("64 placed points, 2-8-1, 200 nets × 2,000 epochs", 1.5),
    sample: toEnd(`#data=placed&xy=${PLACED}&epochs=2000`, "8"),
  },
  {
    repeats: 1,
    figures: [
      { name: "memory after 2,000 random clicks: growth since the 200th", unit: "%", limit: 10 },
      { name: "objects after 2,000 random clicks: growth since the 200th", unit: "%", limit: 10 },
    ],
    sample: growth,
  },
];
