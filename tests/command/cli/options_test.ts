import { assertEquals } from "@std/assert";
import { jobsOf } from "../../../command/cli/options.ts";

Deno.test("jobsOf starts no worker for which there is no core", () => {
  const cores = navigator.hardwareConcurrency;
  assertEquals([jobsOf({}), jobsOf({ jobs: 256 }), jobsOf({ jobs: 1 })], [cores, Math.min(256, cores), 1]);
});
