/** The suite's verdicts against tests/replication/judge.py, which shares no code with it. */
import { assertEquals, assertMatch } from "@std/assert";
import { FAULTS } from "../../tools/judge/faults.ts";
import { plantFault } from "../../tools/judge/plant.ts";
import { judgeFolders, PROGRAM, runPython } from "../../tools/judge/python.ts";
import { runCommand } from "../command/run_command.ts";
import { type FolderTest, folderTest, program } from "../needs.ts";

const PYTHON = program("python3", [PROGRAM]);

/** A test with a temporary folder; ignored without permission to run python3, or where it is not installed. */
const judgeTest = (name: string, fn: FolderTest) => folderTest(["read", "write", PYTHON], name, fn);

judgeTest("the judge agrees with cases worked by hand", async () => {
  const { code, lines } = await runPython(PROGRAM.replace("judge.py", "judge_test.py"));
  assertEquals(code, 0, lines.join("\n"));
});

judgeTest(
  "the judge agrees with small results, and finds each planted fault that they have a place for",
  async (folder) => {
    const experiments = ["hidden-width", "losses", "momentum"];
    assertEquals((await runCommand("run", ...experiments, "--seeds", "12", "--quiet", "--out", folder)).code, 0);
    const results = experiments.map((id) => `${folder}/${id}`);
    const { code, lines } = await judgeFolders(...results);
    assertEquals(code, 0, lines.join("\n"));
    assertMatch(lines.at(-1)!, /^\d+ claims of 3 results agree, 0 differ$/);
    for (const fault of FAULTS) {
      const { outcome, details } = await plantFault(fault, results);
      if (outcome === "MISSED") throw new Error(`${fault.name}: ${details}`);
    }
  },
);
