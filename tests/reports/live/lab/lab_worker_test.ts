/** The order in which a worker of the lab does its jobs. */
import { assertEquals } from "@std/assert";
import type { LabRequest, LabResponse } from "../../../../reports/live/lab/worker/messages.ts";
import { serveLab } from "../../../../reports/live/lab/worker/lab_worker.ts";
import { labPageData } from "../../../../reports/lab/lab_data.ts";
import { parseLabAddress } from "../../../../reports/wire/lab_address.ts";

const SEEDS = labPageData([]);
const FRAMES = [0, 1, 2, 5, 10];
const { state } = parseLabAddress("#hidden=2:tanh&epochs=10", SEEDS), nets = { state, first: 0, count: 3 };
const count: LabRequest = { type: "count", job: 1, ...nets };
const film: LabRequest = { type: "film", job: 2, ...nets, epochs: FRAMES, tileSide: 2 };

/** Sends requests at once; returns the jobs in the order in which they end. */
function endsOf(requests: readonly LabRequest[]): Promise<number[]> {
  const ended: number[] = [];
  return new Promise((resolve) => {
    const scope: Parameters<typeof serveLab>[0] = {
      onmessage: null,
      postMessage(response: LabResponse) {
        if (response.type === "ready" || response.type === "frame" && response.frame < FRAMES.length - 1) return;
        ended.push(response.job);
        if (ended.length === requests.length) resolve(ended);
      },
    };
    serveLab(scope);
    for (const data of [{ type: "start", seeds: SEEDS } as const, ...requests]) {
      scope.onmessage!({ data } as MessageEvent<LabRequest>);
    }
  });
}

Deno.test({
  name: "a worker trains films before it counts, but those for which nobody waits after that",
  // a worker listens as long as it lives
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    assertEquals(await endsOf([count, film]), [2, 1]);
    assertEquals(await endsOf([{ ...film, isBehind: true }, count]), [1, 2]);
    assertEquals(await endsOf([{ ...film, isBehind: true }, count, { ...film, job: 3 }]), [3, 1, 2]);
  },
});
