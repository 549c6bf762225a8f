import { assertEquals } from "@std/assert";
import { type RequestMessage, type ResponseMessage, serve } from "../../../../reports/live/worker/page_worker.ts";
import { pageDataOf } from "../../../../reports/page/page.ts";
import { trainedToy } from "../toy_data.ts";

const data = pageDataOf(await trainedToy());

/** Sends a request to a served scope, and returns its responses. */
function responsesTo(request: RequestMessage): ResponseMessage[] {
  const responses: ResponseMessage[] = [];
  const scope: Parameters<typeof serve>[0] = { onmessage: null, postMessage: (response) => responses.push(response) };
  serve(scope);
  scope.onmessage!(new MessageEvent("message", { data: request }));
  return responses;
}

Deno.test("serve reports progress and responds with the result", () => {
  const responses = responsesTo({ type: "retrain", id: 7, data, parameters: {} });
  assertEquals(responses.at(-1), { id: 7, result: { identical: 12, total: 12, firstDifference: undefined } });
  assertEquals(responses.at(-2), { id: 7, progress: 1 });
});

Deno.test("serve responds with the message of an error", () => {
  const parameters = { cell: 0, replicate: 0, update: 1_000_000, delta: "−δ" } as const;
  const [response] = responsesTo({ type: "workUpdate", id: 8, data, parameters });
  assertEquals(response, { id: 8, error: "update must be below 60, the number of updates in the run, but is 1000000" });
});
