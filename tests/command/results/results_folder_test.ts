import { assertEquals } from "@std/assert";
import { folderToLock } from "../../../command/results/results_folder.ts";

Deno.test("folderToLock is the folder of the run, for each of its folders", () => {
  assertEquals(folderToLock("results"), "results");
  assertEquals(folderToLock("/a/b"), "/a/b");
  assertEquals(folderToLock("results/depth-xor"), "results");
  assertEquals(folderToLock("results/depth-xor//"), "results");
  assertEquals(folderToLock("C:\\results\\depth-xor"), "C:\\results");
  assertEquals(folderToLock("depth-xor"), ".");
  assertEquals(folderToLock("/depth-xor"), "/");
});
