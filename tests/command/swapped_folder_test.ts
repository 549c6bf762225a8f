/** A folder of results that somebody swaps for a link while a command writes there. */
import { assertEquals } from "@std/assert";
import { main } from "../../command/main.ts";
import { fileTest as test, readFilesIn, runCommand } from "./run_command.ts";

const RUN = ["run", "delta-rule", "depth-xor", "--seeds", "2", "--epochs", "20", "--json", "--jobs", "1"];

/** Runs a command line, and swaps the folder for a link elsewhere when a line of results contains `word`. */
async function swapAt(word: string, folder: string, args: readonly string[]) {
  const messages: string[] = [];
  let isSwapped = false;
  const code = await main(args, {
    printResult: (line) => {
      if (isSwapped || !line.includes(word)) return;
      isSwapped = true;
      Deno.renameSync(`${folder}/results`, `${folder}/old`);
      Deno.symlinkSync("elsewhere", `${folder}/results`);
    },
    printPieces: () => {},
    printStyled: () => {},
    printMessage: (line) => messages.push(line),
    isInteractive: false,
    hasColor: false,
    columns: () => 80,
  });
  assertEquals(isSwapped, true);
  return { code, messages };
}

const CALLS: readonly (readonly [word: string, verb: string, args: readonly string[]])[] = [
  ["run-started", "run", RUN],
  [`"share":1`, "run", RUN.filter((word) => word !== "delta-rule")],
  ["experiment-finished", "run", RUN],
  [`"experiment":"depth-xor","folder"`, "run", RUN],
  ["delta-rule/report.html", "report", ["report"]],
  ["depth-xor/report.html", "report", ["report"]],
];

for (const [word, verb, args] of CALLS) {
  test(`${verb} writes nothing elsewhere if its folder is swapped for a link at ${word}`, async (folder) => {
    const results = `${folder}/results`, elsewhere = `${folder}/elsewhere`;
    assertEquals((await runCommand(...RUN, "--out", elsewhere)).code, 0);
    if (verb === "report") assertEquals((await runCommand(...RUN, "--out", results)).code, 0);
    // what is elsewhere would change: its pages are not those that the command writes
    await Deno.writeTextFile(`${elsewhere}/index.html`, "mine");
    await Deno.writeTextFile(`${elsewhere}/depth-xor/report.html`, "mine");
    const before = await readFilesIn(elsewhere);
    const given = verb === "run" ? [...args, "--out", results] : [...args, results];
    const { code, messages } = await swapAt(word, folder, given);
    const rule = "it was replaced in the meantime, and leads to another folder";
    assertEquals([code, messages], [2, [`Cannot write to "${results}": ${rule}`]]);
    assertEquals(await readFilesIn(elsewhere), before);
  });
}
