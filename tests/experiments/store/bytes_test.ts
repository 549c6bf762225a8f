/** Equal settings, equal bytes: whoever trains, however many, wherever and in whatever surroundings. */
import { assertEquals } from "@std/assert";
import { answerOf, assertSameFiles, filesIn, fileTest, processTest, start, type } from "../../command/run_command.ts";

const RUN = "run delta-rule depth-xor --seeds 3 --epochs 20 --quiet".split(" ");

async function bytesOf(folder: string, ...words: string[]): Promise<Record<string, string>> {
  assertEquals((await type(...words, "--out", folder)).code, 0);
  return await filesIn(folder);
}

fileTest("run writes the same bytes again, for any number of workers, on any engine, in any folder", async (folder) => {
  const must = await bytesOf(`${folder}/first`, ...RUN);
  for (const words of ["--jobs 1", "--jobs 2 --engine wasm", "--jobs 5 --engine reference"]) {
    const place = `${folder}/${words.replaceAll(" ", "")}/a folder, deeper`;
    assertSameFiles(await bytesOf(place, ...RUN, ...words.split(" ")), must);
  }
  assertSameFiles(await bytesOf(`${folder}/first`, ...RUN, "--jobs", "3"), must);
});

fileTest("run writes the same bytes of an experiment by itself and among all", async (folder) => {
  const small = ["--seeds", "2", "--epochs", "2", "--quiet"], whole = await bytesOf(`${folder}/whole`, ...small);
  const some = await bytesOf(`${folder}/some`, "run", "depth-xor", "hidden-*", ...small);
  const { "/index.html": _, ...results } = some;
  assertSameFiles(results, Object.fromEntries(Object.keys(results).map((path) => [path, whole[path]!])));
});

processTest("run writes the same bytes in another zone, language and process", async (folder) => {
  const must = await bytesOf(`${folder}/here`, ...RUN);
  const language = "tr_TR.UTF-8", env = { TZ: "Pacific/Apia", LANG: language, LC_ALL: language };
  const { code, messages } = await answerOf(start(folder, [...RUN, "--out", `${folder}/there`], env));
  assertEquals([code, messages], [0, ""]);
  assertSameFiles(await filesIn(`${folder}/there`), must);
});
