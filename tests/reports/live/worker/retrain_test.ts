import { assertEquals } from "@std/assert";
import { createKernelCache } from "../../../../core/engine/engine.ts";
import { pageDataOf } from "../../../../reports/page/page.ts";
import { DIGEST_LENGTH } from "../../../../reports/wire/page_runs.ts";
import { retrain } from "../../../../reports/live/worker/retrain.ts";
import { trainedToy } from "../toy_data.ts";

const data = pageDataOf(await trainedToy());

/** The agreement after a change of the digests of some runs, by their index. */
function agreementWith(changed: readonly number[]) {
  const digests = changed.reduce((text, run) => {
    const at = run * DIGEST_LENGTH;
    return text.slice(0, at) + (text[at] === "A" ? "B" : "A") + text.slice(at + 1);
  }, data.digests);
  const { identical, firstDifference } = retrain({ ...data, digests }, createKernelCache(), () => {});
  return [identical, firstDifference?.cell, firstDifference?.replicate];
}

Deno.test("retrain finds a difference in any run, the first and the last of a cell too", () => {
  assertEquals(agreementWith([0]), [11, 0, 0]);
  assertEquals(agreementWith([2]), [11, 0, 2]);
  assertEquals(agreementWith([3]), [11, 1, 0]);
  assertEquals(agreementWith([11]), [11, 3, 2]);
});

Deno.test("retrain reports the first of several differences", () => {
  assertEquals(agreementWith([10, 4, 6]), [9, 1, 1]);
  assertEquals(agreementWith([3, 0]), [10, 0, 0]);
});
