import { assertEquals, assertStringIncludes } from "@std/assert";
import { stripVTControlCharacters } from "node:util";
import { communicate, processTest, startDeno } from "../run_command.ts";

/** The lines that a bar draws at one half on a terminal of some width, followed by a long word. */
async function linesOf(columns: number): Promise<string[]> {
  const program = `
    import { startProgress } from "./command/cli/progress.ts";
    const terminal = { isInteractive: true, columns: () => ${columns} };
    const bar = startProgress(terminal, false, () => "x".repeat(200));
    bar.show(0.5);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await bar.stop();`;
  const { code, messages } = await communicate(startDeno(["eval", program]));
  assertEquals(code, 0, messages);
  const lines = messages.split("\r").map((line) => stripVTControlCharacters(line).trimEnd());
  return lines.filter((line) => line.includes("50 %"));
}

processTest("a bar is a line that leaves the terminal's last column free, so that it does not wrap", async () => {
  for (const columns of [30, 79, 120]) {
    const lines = await linesOf(columns);
    assertEquals(new Set(lines.map(({ length }) => length)), new Set([columns - 1]));
  }
});

processTest("a bar is drawn only where there is space for ten characters", async () => {
  assertStringIncludes((await linesOf(79))[0]!, "[#####------] ");
  assertStringIncludes((await linesOf(78))[0]!, "[#####-----] ");
  assertEquals((await linesOf(77))[0]!.startsWith(" 50 %, x"), true);
});
