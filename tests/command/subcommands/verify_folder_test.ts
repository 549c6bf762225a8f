/** `verify` says what else is in a folder, and what is missing. */
import { assertEquals } from "@std/assert";
import { fileTest as test, runCommand, SMALL_RUN } from "../run_command.ts";

const verify = (folder: string, ...more: string[]) => runCommand("verify", folder, "--quiet", ...more);

test("verify warns of whatever is no part of the results", async (folder) => {
  await runCommand("run", "delta-rule", ...SMALL_RUN, "--out", folder);
  assertEquals((await verify(folder)).messages, []);
  await Deno.mkdir(`${folder}/unknown-experiment`);
  await Deno.writeTextFile(`${folder}/depth-xor`, "a file with the name of an experiment");
  await Deno.writeTextFile(`${folder}/.lock`, "");
  await Deno.writeTextFile(`${folder}/delta-rule/.journal`, "");
  await Deno.writeTextFile(`${folder}/delta-rule/.runs.csv.part`, "");
  await Deno.writeTextFile(`${folder}/delta-rule/évil\u202e.html`, "");
  await Deno.symlink("/etc", `${folder}/link`);
  await Deno.writeTextFile(`${folder}/course/ko/notes.txt`, "");
  const { code, messages, results } = await verify(folder);
  assertEquals([code, results.length, messages], [0, 5, [
    `${folder}/depth-xor is not part of a result`,
    `${folder}/link is not part of a result`,
    `${folder}/unknown-experiment is not part of a result`,
    `${folder}/course/ko/notes.txt is not part of a result`,
    `${folder}/delta-rule/.runs.csv.part is not part of a result`,
    `${folder}/delta-rule/évil\\u202e.html is not part of a result`,
  ]]);
  assertEquals((await verify(`${folder}/delta-rule`)).messages, messages.slice(4));
  for (let i = 0; i < 100; i++) await Deno.writeTextFile(`${folder}/${100 + i}.txt`, "");
  assertEquals((await verify(folder)).messages.slice(19, 21), [
    `${folder}/119.txt is not part of a result`,
    `${folder} has 84 more files that are no part of a result`,
  ]);
});

test("verify calls a suite with missing parts incomplete, and names them", async (folder) => {
  await runCommand("run", "delta-rule", "depth-xor", "losses", ...SMALL_RUN, "--out", folder);
  await Deno.remove(`${folder}/depth-xor`, { recursive: true });
  const removed = await verify(folder);
  assertEquals([removed.code, removed.messages, removed.results.length], [1, [], 3]);
  assertEquals(
    removed.results.at(-1),
    `${folder}: incomplete: ${folder}/depth-xor is missing, though index.html lists it`,
  );
  await Deno.remove(`${folder}/losses/manifest.json`);
  const { code, results } = await verify(folder, "--sample", "2");
  assertEquals([code, results.filter((line) => line.includes("is missing"))], [1, [
    `${folder}/losses/manifest.json is missing`,
    `${folder}: incomplete: ${folder}/losses has no manifest.json; ` +
    `${folder}/depth-xor is missing, though index.html lists it`,
  ]]);
  const single = await verify(`${folder}/losses`);
  assertEquals([single.code, single.results], [1, [`${folder}/losses/manifest.json is missing`]]);
});

test("verify names a folder that only an unfinished run has made", async (folder) => {
  await Deno.mkdir(`${folder}/parity`);
  const { code, results } = await verify(folder);
  assertEquals([code, results], [1, [
    `${folder}/parity/manifest.json is missing`,
    `${folder}: incomplete: ${folder}/parity has no manifest.json`,
  ]]);
});

test("verify notices a missing page of the suite", async (folder) => {
  await runCommand("run", "delta-rule", ...SMALL_RUN, "--out", folder);
  for (const page of ["course/ko/one-layer.html", "course/index.html", "ko/lab.html", "lab.html", "index.html"]) {
    await Deno.remove(`${folder}/${page}`);
    const { code, results } = await verify(folder);
    assertEquals([code, results.slice(1)], [1, [`${folder}/${page} is missing`]]);
  }
});
