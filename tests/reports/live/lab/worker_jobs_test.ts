/** Jobs of the lab's workers, with workers that record what they are sent. */
import { assertEquals, assertRejects } from "@std/assert";
import { createJobs } from "../../../../reports/live/lab/film/worker_jobs.ts";
import type { LabRequest } from "../../../../reports/live/lab/worker/messages.ts";

/** Two workers, and the messages that each has received. */
function twoWorkers() {
  const sent: LabRequest[][] = [[], []];
  const workers = sent.map((messages) => ({ postMessage: (message: LabRequest) => void messages.push(message) }));
  return { sent, jobs: createJobs(workers as unknown as Worker[]) };
}

const count = (job: number): LabRequest => ({ type: "count", job, state: {} as never, first: 0, count: 1 });

Deno.test("createJobs gives each answer to the job that asked, until that is cancelled in every worker", () => {
  const { sent, jobs } = twoWorkers();
  const seen: string[] = [];
  const first = jobs.send(0, count, ({ type }) => seen.push(`first ${type}`));
  const second = jobs.send(1, count, ({ type }) => seen.push(`second ${type}`));
  jobs.receive({ type: "counted", job: second, solvedEpochs: [] });
  jobs.cancel(first);
  jobs.receive({ type: "counted", job: first, solvedEpochs: [] });
  jobs.receive({ type: "counted", job: second, solvedEpochs: [] });
  assertEquals(seen, ["second counted", "second counted"]);
  const cancelled = { type: "cancel", job: first } as const;
  assertEquals(sent, [[count(first), cancelled], [count(second), cancelled]]);
});

Deno.test("createJobs takes one answer to a request that has only one, and rejects if the job fails", async () => {
  const { jobs } = twoWorkers();
  let answers = 0;
  const once = jobs.sendOnce(0, count, () => answers++);
  for (const _ of [1, 2]) jobs.receive({ type: "counted", job: once, solvedEpochs: [] });
  assertEquals(answers, 1);
  const asked = jobs.ask(0, "rows", count), failing = jobs.ask(1, "rows", count);
  jobs.receive({ type: "rows", job: once + 1, text: "a,b" });
  jobs.receive({ type: "failed", job: once + 2, message: "no memory" });
  assertEquals((await asked).text, "a,b");
  await assertRejects(() => failing, Error, "no memory");
});
