/** How far a page's content moves while it loads. */
import type { Page } from "puppeteer-core";

type Measured = typeof globalThis & { layoutShift: number };

/** Records the layout shift of the pages that a tab opens, from their start; only Chromium reports it. */
export async function recordShift(tab: Page): Promise<void> {
  await tab.evaluateOnNewDocument(() => {
    (globalThis as Measured).layoutShift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
        (globalThis as Measured).layoutShift += entry.value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** The sum of all shifts until the next two frames are drawn. */
export async function shiftOf(tab: Page): Promise<number> {
  return await tab.evaluate(async () => {
    for (let i = 0; i < 2; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
    return (globalThis as Measured).layoutShift;
  });
}
