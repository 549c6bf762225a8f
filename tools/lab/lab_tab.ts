/** The lab in a tab of Chromium, with probes that measure in the page itself. */
import type { Browser, Page } from "puppeteer-core";
import { labPageData } from "../../reports/lab/lab_data.ts";
import { renderLab } from "../../reports/lab/lab_page.ts";
import { bundle } from "../../tests/browser/page.ts";

/** What the page measures; `installProbes` defines it. */
interface Probes {
  /** Milliseconds from now until the first tiles of a setting are painted, and until those of trained nets arrived. */
  tiles(action: () => void): Promise<{ readonly first: number; readonly trained: number }>;
  /** Milliseconds from now until the last epoch is shown, to which it jumps at once. */
  end(action?: () => void): Promise<number>;
  /** Goes to the end, and waits until the workers have nothing to do. */
  rest(): Promise<void>;
  /** Clicks the visible element with this text. */
  click(selector: string, text: string): void;
  /** Milliseconds from the start of the page until the first tiles were painted. */
  readonly ready: Promise<number>;
}

declare global {
  var probes: Probes;
}

/** Writes the lab to a folder and returns its URL and its size in bytes. */
export async function writeLabPage(folder: string): Promise<{ readonly url: string; readonly bytes: number }> {
  const content = new TextEncoder().encode(renderLab(labPageData(), await bundle("lab_main.ts")));
  await Deno.writeFile(`${folder}/lab.html`, content);
  return { url: `file://${folder}/lab.html`, bytes: content.length };
}

/** Opens a setting in a new tab, once its first tiles are painted. */
export async function openLab(browser: Browser, url: string, hash = ""): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.evaluateOnNewDocument(installProbes);
  await page.goto(url + hash);
  await page.evaluate(() => globalThis.probes.ready);
  return page;
}

/** Runs in the page, before its scripts. */
function installProbes(): void {
  /** The time at which a condition holds in a frame that is about to be painted. */
  const until = (condition: () => boolean) =>
    new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!condition()) return;
        observer.disconnect();
        requestAnimationFrame(() => resolve(performance.now()));
      });
      observer.observe(document, { attributes: true, childList: true, subtree: true });
    });
  const epoch = (name: string) => Number(document.querySelector(".fan")?.getAttribute(`aria-value${name}`) ?? NaN);
  const isAnswered = () => document.querySelector(".results:not([aria-busy])") !== null && epoch("now") >= 0;
  const RealWorker = Worker, workers: Worker[] = [];
  /** The jobs of films that are trained, with the number of the last frame. */
  const films = new Map<number, number>();
  globalThis.Worker = class extends RealWorker {
    constructor(url: string | URL) {
      super(url);
      workers.push(this);
      this.addEventListener("message", ({ data: { type, job, frame } }) => {
        if (type === "frame" && frame === films.get(job)) films.delete(job);
      });
    }
    override postMessage(message: { type: string; job: number; epochs: readonly number[] }): void {
      if (message.type === "film") films.set(message.job, message.epochs.length - 1);
      if (message.type === "cancel") films.delete(message.job);
      super.postMessage(message);
    }
  };
  /** The time at which every worker has sent nets that it has trained. */
  const untilTrained = async () => {
    const sent = workers.map((worker) =>
      new Promise<number>((resolve) =>
        worker.addEventListener("message", ({ data }) => {
          if (data.type === "frame" && data.frame > 0) resolve(performance.now());
        })
      )
    );
    return Math.max(...await Promise.all(sent));
  };
  globalThis.probes = {
    ready: until(isAnswered),
    click(selector, text) {
      const found = [...document.querySelectorAll<HTMLElement>(selector)].find((each) => each.textContent === text);
      if (!found) throw new Error(`The lab has no ${selector} with the text ${text}`);
      found.click();
    },
    async tiles(action) {
      const start = performance.now(), trained = untilTrained();
      action();
      return { first: await until(isAnswered) - start, trained: await trained - start };
    },
    async end(action = () => {}) {
      const start = performance.now();
      action();
      document.querySelector<HTMLElement>(".icon[title^='To the end']")!.click();
      return await until(() => isAnswered() && epoch("now") === epoch("max")) - start;
    },
    async rest() {
      await globalThis.probes.end();
      while (films.size > 0) await new Promise(requestAnimationFrame);
    },
  };
}
