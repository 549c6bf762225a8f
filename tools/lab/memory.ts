/** The memory of a page and of its workers. */
import type { Browser, CDPSession, Page } from "puppeteer-core";

/** Bytes in use, once all garbage is collected. */
export interface MemoryUse {
  /** Resident memory of the processes that render pages. */
  readonly resident: number;
  /** Objects on the JavaScript heaps; not the machine code into which the engine compiles functions that run often. */
  readonly objects: number;
}

/** Measures the memory of the only page of a browser. */
export async function memoryUse(browser: Browser, page: Page): Promise<MemoryUse> {
  const isolates = [await page.createCDPSession(), ...page.workers().map(({ client }) => client)];
  for (const isolate of isolates) await isolate.send("HeapProfiler.collectGarbage");
  const resident = await residentBytes(browser);
  let objects = 0;
  for (const isolate of isolates) objects += await objectBytes(isolate);
  return { resident, objects };
}

async function residentBytes(browser: Browser): Promise<number> {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  let bytes = 0;
  for (const { type, id } of processInfo) {
    if (type !== "renderer") continue;
    const pages = (await Deno.readTextFile(`/proc/${id}/statm`)).split(" ")[1];
    bytes += PAGE_BYTES * Number(pages);
  }
  return bytes;
}

/** Bytes of a page of memory, in which Linux counts. */
const PAGE_BYTES = 4096;

/** The parts of a heap snapshot used here: its nodes are lists of numbers, one after the other. */
interface HeapSnapshot {
  readonly snapshot: { readonly meta: { readonly node_fields: string[]; readonly node_types: [string[]] } };
  readonly nodes: readonly number[];
}

async function objectBytes(isolate: CDPSession): Promise<number> {
  const chunks: string[] = [];
  const receive = ({ chunk }: { readonly chunk: string }) => chunks.push(chunk);
  isolate.on("HeapProfiler.addHeapSnapshotChunk", receive);
  await isolate.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  isolate.off("HeapProfiler.addHeapSnapshotChunk", receive);
  const { snapshot: { meta }, nodes } = JSON.parse(chunks.join("")) as HeapSnapshot;
  const fields = meta.node_fields, types = meta.node_types[0];
  const [type, size] = [fields.indexOf("type"), fields.indexOf("self_size")];
  let bytes = 0;
  for (let node = 0; node < nodes.length; node += fields.length) {
    if (types[nodes[node + type]!] !== "code") bytes += nodes[node + size]!;
  }
  return bytes;
}
