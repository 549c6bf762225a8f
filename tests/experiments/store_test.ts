import { assertEquals, assertThrows } from "@std/assert";
import { writeFiles } from "../../experiments/store.ts";

Deno.test("writeFiles leaves no draft behind where a file cannot take its place", () => {
  const folder = Deno.makeTempDirSync();
  try {
    Deno.mkdirSync(`${folder}/taken.csv/within`, { recursive: true });
    assertThrows(() => writeFiles(folder, new Map([["a.csv", "a\n"], ["taken.csv", "b\n"], ["z.csv", "z\n"]])));
    assertEquals([...Deno.readDirSync(folder)].map(({ name }) => name).sort(), ["a.csv", "taken.csv"]);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
});
