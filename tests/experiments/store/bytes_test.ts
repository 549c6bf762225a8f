/** Equal settings give equal bytes: on any engine, with any number of workers, in any folder and environment. */
import { assertEquals } from "@std/assert";
import {
  assertSameFiles,
  communicate,
  fileTest,
  processTest,
  readFilesIn,
  runCommand,
  startCommand,
} from "../../command/run_command.ts";

const RUN = "run delta-rule depth-xor --seeds 3 --epochs 20 --quiet".split(" ");

async function bytesOf(folder: string, ...words: string[]): Promise<Record<string, string>> {
  assertEquals((await runCommand(...words, "--out", folder)).code, 0);
  return await readFilesIn(folder);
}

fileTest("run writes the same bytes on any engine, with any number of workers, in any folder", async (folder) => {
  const expected = await bytesOf(`${folder}/first`, ...RUN);
  for (const words of ["--jobs 1", "--jobs 2 --engine wasm", "--jobs 5 --engine reference"]) {
    const deepFolder = `${folder}/${words.replaceAll(" ", "")}/a folder, deeper`;
    assertSameFiles(await bytesOf(deepFolder, ...RUN, ...words.split(" ")), expected);
  }
  assertSameFiles(await bytesOf(`${folder}/first`, ...RUN, "--jobs", "3"), expected);
});

fileTest("run writes the same bytes for an experiment alone and as part of the suite", async (folder) => {
  const small = ["--seeds", "2", "--epochs", "2", "--quiet"], whole = await bytesOf(`${folder}/whole`, ...small);
  const some = await bytesOf(`${folder}/some`, "run", "depth-xor", "hidden-*", ...small);
  // the front page and the course quote all results of the folder
  const results = Object.fromEntries(Object.entries(some).filter(([path]) => !/^\/(?:index|course|ko)/.test(path)));
  assertSameFiles(results, Object.fromEntries(Object.keys(results).map((path) => [path, whole[path]!])));
});

processTest("run writes the same bytes in another time zone, language and process", async (folder) => {
  const expected = await bytesOf(`${folder}/here`, ...RUN);
  const language = "tr_TR.UTF-8", env = { TZ: "Pacific/Apia", LANG: language, LC_ALL: language };
  const { code, messages } = await communicate(startCommand(folder, [...RUN, "--out", `${folder}/there`], env));
  assertEquals([code, messages], [0, ""]);
  assertSameFiles(await readFilesIn(`${folder}/there`), expected);
});
