import { assertEquals } from "@std/assert";
import { importsIn } from "./import_graph.ts";
import deno from "../deno.json" with { type: "json" };
import dev from "../dev.json" with { type: "json" };

const ROOT = new URL("..", import.meta.url);
const hasPermission = Deno.permissions.querySync({ name: "read" }).state === "granted";

Deno.test("dev.json is deno.json with the packages of tests and tools", () => {
  assertEquals({ ...dev.imports, ...deno.imports }, dev.imports);
  assertEquals([dev.links, dev.compilerOptions, dev.exclude], [deno.links, deno.compilerOptions, deno.exclude]);
});

/** The TypeScript files in a folder and below. */
async function* sourcesIn(folder: string): AsyncGenerator<string> {
  for await (const { name, isDirectory } of Deno.readDir(new URL(folder, ROOT))) {
    const path = `${folder}/${name}`;
    if (isDirectory) yield* sourcesIn(path);
    else if (name.endsWith(".ts")) yield path;
  }
}

Deno.test({
  name: "what users run imports the packages of deno.json alone",
  ignore: !hasPermission,
  fn: async () => {
    const others = Object.keys(dev.imports).filter((name) => !Object.hasOwn(deno.imports, name));
    const found: string[] = [];
    for (const folder of ["core", "experiments", "reports", "command"]) {
      for await (const file of sourcesIn(folder)) {
        const specifiers = importsIn(await Deno.readTextFile(new URL(file, ROOT)));
        found.push(...specifiers.filter((name) => others.includes(name)).map((name) => `${file}: ${name}`));
      }
    }
    assertEquals(found, []);
  },
});
