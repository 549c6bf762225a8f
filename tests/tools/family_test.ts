import { assertEquals, assertMatch } from "@std/assert";
import { FAMILIES } from "../../tools/families.ts";
import { listOf, unknownMember } from "../../tools/family.ts";
import { communicate, processTest, startDeno } from "../command/run_command.ts";

const FAMILY = {
  purpose: "Measures speed",
  members: {
    parts: { does: "times the parts", minutes: 2, command: ["bench", "bench"] },
    lab: { does: "times the lab", minutes: 15, command: ["run", "lab.ts"] },
  },
};

Deno.test("listOf says what each member does and how long it takes", () => {
  assertEquals(listOf("bench", FAMILY).split("\n"), [
    "Measures speed.",
    "Usage: deno task bench NAME",
    "  parts  times the parts; 2 min",
    "  lab    times the lab; 15 min",
  ]);
});

Deno.test("unknownMember suggests the nearest name, or where all are listed", () => {
  assertEquals(unknownMember("bench", "prats", FAMILY), 'There is no bench "prats"; did you mean "parts"?');
  assertEquals(unknownMember("bench", "x", FAMILY), 'There is no bench "x"; "deno task bench" lists all');
});

processTest("a family lists its members without a name, and ends with 2 for an unknown one", async () => {
  for (const task of Object.keys(FAMILIES)) {
    const list = await communicate(startDeno(["run", "-R=.", "--allow-run", "tools/family.ts", task]));
    assertEquals([list.code, list.results.trimEnd()], [0, listOf(task, FAMILIES[task]!)]);
    const unknown = await communicate(startDeno(["run", "-R=.", "--allow-run", "tools/family.ts", task, "toString"]));
    assertEquals([unknown.code, unknown.results], [2, ""]);
    assertMatch(unknown.messages, /^There is no \w+ "toString"; [^\n]*\n$/);
  }
});

processTest("a member ends with the exit code of its program, which has the words after the name", async () => {
  const args = ["run", "-R=.", "--allow-run", "tools/family.ts", "audit", "judge"];
  const { code, messages } = await communicate(startDeno([...args, "no-such-folder"]));
  assertEquals(code, 2);
  assertMatch(messages, /^Cannot judge no-such-folder/);
});
