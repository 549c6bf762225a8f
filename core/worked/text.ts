/** Renders a worked update as text. */
import type { WorkedStep } from "./worksheet.ts";

/** Maximum width of a line. */
const WIDTH = 100;

/** Renders the steps section by section, in lines of at most 100 columns. */
export function renderWorked(steps: readonly WorkedStep[]): string {
  let section = "";
  const lines = steps.flatMap((step) => {
    const heading = step.section === section ? [] : [...section ? [""] : [], ...wrapped(step.section, "", "  ")];
    section = step.section;
    return [...heading, ...stepLines(step)];
  });
  return lines.map((line) => `${line}\n`).join("");
}

function stepLines({ symbol, formula, numbers, value }: WorkedStep): string[] {
  const pieces = [symbol, formula, numbers, String(value)].filter((piece, i, all) => i === 0 || piece !== all[i - 1]);
  const line = `  ${pieces.join(" = ")}`;
  if (line.length <= WIDTH) return [line];
  const [first, ...rest] = pieces;
  return [`  ${first}`, ...rest.flatMap((piece) => wrapped(piece, "    = ", "      "))];
}

/** Breaks a text at spaces; `first` and `later` are the indents of its lines. */
function wrapped(text: string, first: string, later: string): string[] {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(" ")) {
    const isEmpty = line === first || line === later;
    if (!isEmpty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = later + word;
    } else line += isEmpty ? word : ` ${word}`;
  }
  return [...lines, line];
}
