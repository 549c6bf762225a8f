import { assertEquals } from "@std/assert";
import { lockedFor } from "../../../command/results/results_folder.ts";

Deno.test("lockedFor is the folder of the run, whichever of its folders is written to", () => {
  assertEquals(lockedFor("results"), "results");
  assertEquals(lockedFor("/a/b"), "/a/b");
  assertEquals(lockedFor("results/depth-xor"), "results");
  assertEquals(lockedFor("results/depth-xor//"), "results");
  assertEquals(lockedFor("C:\\results\\depth-xor"), "C:\\results");
  assertEquals(lockedFor("depth-xor"), ".");
  assertEquals(lockedFor("/depth-xor"), "/");
});
