/** The figure of the walk: the net, where each number knows the step that finds it and the steps that use it. */
import { formatSignificant } from "../../../../experiments/format.ts";
import { type Html, markup } from "../../../html.ts";
import { derivative, evaluate, expressionOf, type Operand } from "../../formula/expression.ts";
import { symbolText } from "../../formula/mathml.ts";
import type { FigureTexts } from "../../lesson.ts";
import { node } from "./net_figure.ts";
import { AFTER, updatedWeights, VALUES } from "./net_of_three.ts";
import type { WalkStep } from "./walk_steps.ts";

type Place = readonly [x: number, y: number];

const [TOP, WIDTH, HEIGHT] = [28, 420, 296];
const INPUTS: readonly Place[] = [[24, 92], [24, 262]];
const HIDDEN: readonly Place[] = [[190, 92], [190, 262]];
const OUTPUT: Place = [364, 177];
const [INPUT_RADIUS, RADIUS] = [18, 24];
const LINE_HEIGHT = 16;
const DIGITS = 3;

const UPDATED = updatedWeights();

/** A weight or bias: its line, where its value stands, how far below the new one, and the steps that use the old. */
interface Weight {
  readonly name: string;
  readonly line: readonly [from: Place, to: Place];
  readonly at: Place;
  readonly below: number;
  readonly steps: readonly WalkStep[];
}

/** The next line of text, and the one on the other side of the weight's own line. */
const [NEXT_LINE, ACROSS_LINE] = [15, 20];

const FIRST: readonly WalkStep[] = ["first", "weights"];
const SECOND: readonly WalkStep[] = ["second", "weights"];
const TO_OUTPUT: readonly WalkStep[] = ["output", "blame", "weights"];

const WEIGHTS: readonly Weight[] = [
  { name: "w_11", line: [INPUTS[0]!, HIDDEN[0]!], at: [92, 86], below: ACROSS_LINE, steps: FIRST },
  { name: "w_12", line: [INPUTS[1]!, HIDDEN[0]!], at: [74, 214], below: NEXT_LINE, steps: FIRST },
  { name: "b_1", line: [[136, 52], HIDDEN[0]!], at: [102, 44], below: NEXT_LINE, steps: FIRST },
  { name: "w_21", line: [INPUTS[0]!, HIDDEN[1]!], at: [74, 145], below: NEXT_LINE, steps: SECOND },
  { name: "w_22", line: [INPUTS[1]!, HIDDEN[1]!], at: [92, 256], below: ACROSS_LINE, steps: SECOND },
  { name: "b_2", line: [[132, 302], HIDDEN[1]!], at: [96, 306], below: NEXT_LINE, steps: SECOND },
  { name: "u_1", line: [HIDDEN[0]!, OUTPUT], at: [284, 132], below: NEXT_LINE, steps: TO_OUTPUT },
  { name: "u_2", line: [HIDDEN[1]!, OUTPUT], at: [284, 221], below: NEXT_LINE, steps: TO_OUTPUT },
  { name: "c", line: [[312, OUTPUT[1]], OUTPUT], at: [282, 176], below: NEXT_LINE, steps: ["output", "weights"] },
];

/** The net with all numbers of the walk. */
export function walkFigure({ description }: FigureTexts<never>): Html {
  return markup`<svg class="net-figure walk-figure" viewBox="0 ${TOP} ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${description}">
${WEIGHTS.map(weightLine)}${INPUTS.map(inputNode)}${HIDDEN.map(hiddenUnit)}${outputUnit()}${
    WEIGHTS.map(weightTexts)
  }</svg>
`;
}

function inputNode([x, y]: Place, index: number): Html {
  const name = `x_${index + 1}`;
  const valueY = index === 0 ? y - INPUT_RADIUS - 8 : y + INPUT_RADIUS + LINE_HEIGHT;
  return markup`${usedIn(["inputs"], node(x, y, symbolText(name), INPUT_RADIUS))}${
    knownFrom("inputs", valueText([x + 4, valueY], name, "forward"))
  }`;
}

/** A hidden unit with its sum and output above, and its error and correction below. */
function hiddenUnit([x, y]: Place, index: number): Html {
  const i = index + 1;
  const forward = index === 0 ? "first" : "second";
  const line = linesAround([x, y]);
  return markup`${usedIn([forward, "output", "blame", "corrections"], node(x, y, symbolText(`h_${i}`), RADIUS))}${
    knownFrom(forward, valueText(line(-2), `v_${i}`, "forward"), valueText(line(-1), `h_${i}`, "forward"))
  }${knownFrom("blame", ...backTexts(line(1), `e_${i}`, `h_${i}`))}${
    knownFrom("corrections", ...backTexts(line(2), `δ_${i}`, `v_${i}`))
  }`;
}

/** The output unit with target, sum and output above; below it error, correction and the new output. */
function outputUnit(): Html {
  const line = linesAround(OUTPUT);
  return markup`${usedIn(["output", "error", "correction", "again"], node(...OUTPUT, "y", RADIUS))}${
    knownFrom("inputs", valueText(line(-3), "d", "given"))
  }${knownFrom("output", valueText(line(-2), "v", "forward"), valueText(line(-1), "y", "forward"))}${
    knownFrom("error", ...backTexts(line(1), "e", "y"))
  }${knownFrom("correction", ...backTexts(line(2), "δ", "v"))}${
    knownFrom("again", newValueText(line(3), "y", AFTER.y!, "y "))
  }`;
}

/** The line of a weight; the weights of the output are used again, with their new values. */
function weightLine({ line: [[x1, y1], [x2, y2]], steps }: Weight): Html {
  const isUsedAgain = steps.includes("output");
  return usedIn(
    isUsedAgain ? [...steps, "again"] : steps,
    markup`<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="var(--quiet)"/>
`,
  );
}

/** The value of a weight, and below it the new one. */
function weightTexts({ name, at: [x, y], below, steps }: Weight): Html {
  return markup`${usedIn(steps, valueText([x, y], name, "given"))}${
    knownFrom("weights", newValueText([x, y + below], name, UPDATED[name]!))
  }`;
}

/** The places of lines of text around a unit: 1 is the first below it, −1 the last above. */
function linesAround([x, y]: Place): (line: number) => Place {
  return (line) => [x, line > 0 ? y + RADIUS + line * LINE_HEIGHT : y - RADIUS - 8 + (line + 1) * LINE_HEIGHT];
}

/** An error or correction; in the other notation the derivative of E by a quantity. */
function backTexts(at: Place, name: string, by: string): Html[] {
  return [valueText(at, name, "back plus"), valueText(at, derivative("E", by), "back minus")];
}

function valueText(at: Place, operand: Operand, className: string): Html {
  const symbol = symbolText(operand);
  const value = formatSignificant(evaluate(expressionOf(operand), VALUES), DIGITS);
  return label(at, className, symbol, `${symbol}\u2009=\u2009${value}`);
}

function newValueText(at: Place, name: string, value: number, before = ""): Html {
  return label(at, "renewed", symbolText(name), `${before}→ ${formatSignificant(value, DIGITS)}`);
}

/** A text with its own halo: Firefox paints text font by font, and each halo would cover the font before. */
function label([x, y]: Place, className: string, symbol: string, text: string): Html {
  const place = markup`x="${x}" y="${y}" text-anchor="middle"`;
  return markup`<g class="${className}" data-symbol="${symbol}"><text class="halo" ${place}>${text}</text><text ${place}>${text}</text></g>
`;
}

/** What the steps that use it highlight. */
function usedIn(steps: readonly WalkStep[], content: Html): Html {
  return markup`<g data-at="${steps.join(" ")}">${content}</g>
`;
}

/** What no step before this one shows, and this one highlights. */
function knownFrom(step: WalkStep, ...content: readonly Html[]): Html {
  return markup`<g data-from="${step}">${content}</g>
`;
}
