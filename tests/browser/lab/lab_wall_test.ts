/** The wall of the lab: its nets are those of `train`, and random clicks and keys never leave a wrong one. */
import { assertEquals } from "@std/assert";
import type { Page } from "puppeteer-core";
import { stream } from "../../../core/random.ts";
import { trainReference } from "../../../core/reference.ts";
import { prepare } from "../../../core/train_network.ts";
import { labPageData } from "../../../reports/lab/lab_data.ts";
import { renderLab } from "../../../reports/lab/lab_page.ts";
import { parseLabAddress } from "../../../reports/wire/lab_address.ts";
import { labConfigs } from "../../../reports/wire/lab_config.ts";
import { sequenceFault, shownAtEnd } from "../../../tools/lab/sequences.ts";
import { BROWSER_NAMES } from "../browsers.ts";
import { testInBrowsers } from "../in_browsers.ts";
import { bundle, watched } from "../page.ts";

const data = labPageData();

/** Random sequences in each browser; `deno task drill lab` tries a thousand. */
const SEQUENCES = { chrome: 6, firefox: 3 };
const ACTIONS = 12;

/** Settings whose nets are compared; each kernel trains enough rows to be worth compiling. */
const ADDRESSES = [
  "#hidden=4:sigmoid&starts=40&epochs=600",
  "#hidden=3:tanh:bias,2:silu&batch=full&optimizer=adam&rate=0.05&loss=crossEntropy&starts=30&epochs=900",
  "#data=moons&points=40&hidden=4:relu:bias&order=shuffled&rate=0.1&starts=20&epochs=100",
];

/** The parameters at the end of each film that a worker trained, as bytes; the last film may not have ended yet. */
interface WorkerEnds {
  readonly ends: Record<number, number[]>;
  lastJob: number;
}

/** Runs in the page, before its scripts. */
function recordEnds(): void {
  const workers: WorkerEnds[] = [], RealWorker = Worker;
  globalThis.Worker = class extends RealWorker {
    readonly #record: WorkerEnds = { ends: {}, lastJob: -1 };
    readonly #lastFrames = new Map<number, number>();
    constructor(url: string | URL) {
      super(url);
      workers.push(this.#record);
      this.addEventListener("message", ({ data: { type, job, frame, arrays } }) => {
        if (type !== "frame" || frame !== this.#lastFrames.get(job)) return;
        this.#record.ends[job] = [...new Uint8Array(arrays.parameters.buffer)];
      });
    }
    override postMessage(message: { type: string; job: number; epochs: readonly number[] }): void {
      if (message.type === "film") {
        this.#record.lastJob = message.job;
        this.#lastFrames.set(message.job, message.epochs.length - 1);
      }
      super.postMessage(message);
    }
  };
  Object.assign(globalThis, { workers });
}

/**
 * The bytes of the parameters of all nets at the end, once the wall shows it.
 *
 * A film of few frames may come before that of all frames: both must end with the same nets.
 */
async function wallBytes(page: Page): Promise<number[]> {
  await shownAtEnd(page);
  const found = await page.waitForFunction(() => {
    const { workers } = globalThis as unknown as { workers: WorkerEnds[] };
    return workers.every(({ ends, lastJob }) => ends[lastJob]) && workers.map(({ ends }) => Object.values(ends));
  });
  const ends = await found.jsonValue() as number[][][];
  for (const films of ends) for (const film of films) assertEquals(film, films[0]);
  return ends.flatMap(([bytes]) => bytes!);
}

/** The same bytes by the reference. */
function referenceBytes(address: string): number[] {
  const { state, problems } = parseLabAddress(address, data);
  assertEquals(problems, []);
  const replicates = Array.from({ length: state.starts }, (_, i) => i);
  const nets = labConfigs(state, replicates, data).map((config) => {
    const { snapshots } = trainReference(prepare(config));
    return snapshots.at(-1)!.parameters;
  });
  return [...new Uint8Array(Float64Array.from(nets.flat()).buffer)];
}

testInBrowsers(
  BROWSER_NAMES,
  "the wall of the lab shows the nets of train, whatever is clicked",
  async ({ t, name, browser, write }) => {
    const url = await write("lab.html", renderLab(data, await bundle("lab_main.ts")));
    const [{ page, complaints }, { page: other }] = [await watched(browser), await watched(browser)];
    for (const each of [page, other]) await each.setViewport({ width: 1280, height: 900 });

    await t.step("its nets have the bits of train", async () => {
      await other.evaluateOnNewDocument(recordEnds);
      await other.bringToFront();
      for (const address of ADDRESSES) {
        await other.goto("about:blank");
        await other.goto(url + address);
        await other.waitForSelector(".lab-grid");
        assertEquals(await wallBytes(other), referenceBytes(address), address);
      }
    });

    for (let sequence = 0; sequence < SEQUENCES[name]; sequence++) {
      await t.step(`random clicks and keys, sequence ${sequence}`, async () => {
        const random = stream("lab wall test", `sequence ${sequence}`);
        assertEquals(await sequenceFault({ page, other, url, data }, random, ACTIONS), undefined);
      });
    }

    await t.step("writes nothing to the console and requests nothing", () => assertEquals(complaints, []));
  },
);
