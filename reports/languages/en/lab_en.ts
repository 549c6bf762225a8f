/** The texts of the lab in English. */
import { renderFault } from "../../../core/input/input_error.ts";
import { formatInterval, formatPercent, PERCENT, POINTS } from "../../../experiments/format.ts";
import type { Interval } from "../../../experiments/statistics/interval.ts";
import { numeral } from "../../chart/scales.ts";
import type { LabFault } from "../../wire/lab_state.ts";
import { plural, SETTINGS_EN } from "./settings_en.ts";

/** A proportion with its interval: 67.5 % [60.7, 73.6]. */
function share({ estimate, lower, upper }: Interval): string {
  return `${formatPercent(estimate)} ${formatInterval(PERCENT, lower, upper)}`;
}

/** A signed difference with its interval: +67.5 points [60.5, 73.6]. */
function difference({ estimate, lower, upper }: Interval): string {
  const sign = estimate > 0 ? "+" : "";
  return `${sign}${POINTS.digits(estimate, 0)} points ${formatInterval(POINTS, lower, upper)}`;
}

/** Every text of the lab. */
export const EN = {
  page: {
    title: "Lab: can this net learn XOR?",
    heading: "Can this net learn XOR?",
    headingOf: (data: string) => `Can this net learn ${data}?`,
    description: "Change anything about a small neural net, and 200 nets answer: live, and offline.",
    lead: (starts: number) =>
      starts === 1 ? "Change anything. One net answers." : `Change anything. ${numeral(starts)} nets answer, not one.`,
    results: "results",
    withoutScript: "The lab trains nets in your browser, which needs scripts. Here is what it shows.",
    about: [
      "A neural net starts from random weights. One training is one draw: it may succeed or fail by luck. So the lab " +
      "trains 200 nets at once, from 200 starts, and counts how many solve the table.",
      "Choose the table to learn, the net, the loss, the optimiser and the start. Each square of the wall is the " +
      "decision surface of one net; those of solved nets have a green outline.",
      "A net is solved if, at every row, its output is within 0.1 of the target.",
    ],
    presets: "Settings to start from",
    presetsNote: "Each is the main setting of an experiment, with the same seeds, so that the nets of the lab are " +
      "those of its page, bit for bit.",
    /** What stands before and after a command. */
    resultsNote: {
      before: "The published answers, with intervals and rules, are on the pages of the experiments. ",
      after: " writes them beside this file.",
    },
    commandLine: "The same at the command line",
    change: "Change data, net and training",
    closeSheet: "Done",
  },

  ...SETTINGS_EN,

  play: {
    play: "Play",
    pause: "Pause",
    restart: "From the start",
    toEnd: "To the end at once",
    step: "One step",
    loss: (loss: string) => `loss ${loss}`,
    speed: "Speed",
    epoch: (epoch: number) => `epoch ${numeral(epoch)}`,
    /** Some updates after the end of an epoch. */
    withinEpoch: (epoch: number, updates: number) => `epoch ${numeral(epoch)} + ${plural(updates, "update")}`,
    epochOf: (epoch: number, epochs: number) => `epoch ${numeral(epoch)} of ${numeral(epochs)}`,
    /** Starts have the numbers of the CSV files, which begin at 0. */
    start: (start: number) => `start ${numeral(start)}`,
    curvesKey: "Loss of each net; blue: solved. Drag to any epoch.",
    curves: (starts: number) => `Loss of ${plural(starts, "net")} by epoch; drag to choose an epoch`,
  },

  net: {
    title: "One net",
    surface: "Surface",
    diagram: "Net",
    hiddenSpace: "Hidden space",
    hiddenUnits: "Hidden units",
    noHidden: "This net has no hidden layer.",
    oneUnit: "The last hidden layer has one unit: there is no plane to show.",
    noPlane: "Fewer than two inputs of the data vary: there is no plane to show.",
    unit: (index: number) => `unit ${index}`,
    testPoints: "Circles: training set. Squares: test set.",
    showTest: "Show the test set",
    unitOf: (layer: number | undefined, unit: number) => `${layer === undefined ? "" : `layer ${layer}, `}unit ${unit}`,
    unitLabel: (title: string, unit: string) => `${title}: output of hidden ${unit} over the plane`,
    firstUnits: (shown: number, units: number) => `The first ${shown} of ${units} hidden units`,
    range: (low: string, high: string) => `${low} to ${high}`,
    partlyFinite: (range: string) => `${range}; grey: not finite`,
    output: "output y",
    near: (target: number) => `near ${target}`,
    notFinite: "not finite",
    surfaceLabel: (title: string) => `${title}: the output of the net over the plane of two inputs`,
    /** An input that the surface holds at a value that follows. */
    held: (input: string) => `surface at ${input} =`,
    across: "across",
    up: "up",
    rowsNotFinite: (rows: readonly string[]) => `not finite: ${rows.join(", ")}`,
    /** What the drawing of the net says. */
    readout: {
      signs: "Blue weights are positive, dashed ones negative.",
      zero: "Thin grey ones are 0.",
      notFinite: "Dotted ones are not finite.",
      point: "Point at a weight or a unit to read its value.",
      constantInput: (input: string) => `${input} is the constant 1.`,
      constant: "the constant 1 that feeds the biases",
      bundle: (weights: number, size: string) => `${plural(weights, "weight")}; their mean size is ${size}`,
      bundledUnits: (name: string) => `${name} units; their weights are in the table below`,
      byRow: (unit: string, values: string) => `${unit} by row: ${values}`,
      allWeights: "All weights",
      weight: "weight",
      value: "value",
    },
  },

  wall: {
    title: (starts: number) => plural(starts, "start"),
    solved: (solved: number, starts: number) => `${numeral(solved)} of ${plural(starts, "start")} solved it`,
    count: (starts: number) => `of ${plural(starts, "start")} ${starts === 1 ? "has" : "have"} solved it`,
    share,
    caption: "Each square is the decision surface of one net; click one to see it large. Green outline: solved.",
    oneCaption: "The square is the decision surface of the net. Green outline: solved.",
    square: (start: number, isSolved: boolean) => `Start ${numeral(start)}: ${isSolved ? "solved" : "not solved"}`,
    exploring: "Brackets: a 95 % interval; exploring gives no verdict.",
    hint: "Add four hidden units",
    training: "Training …",
    published: (experiment: string) => `equals the published runs of ${experiment}, bit for bit`,
    /** Medians over the nets. */
    right: (training: string, test: string | undefined) =>
      `rows right, median: ${training}${test === undefined ? "" : ` in training, ${test} in the test set`}`,
    rows: "Rows as CSV",
    picture: "Wall as PNG",
    config: "Config as JSON",
    link: "Link to this setting",
    copied: "Copied",
    save: "Save and share",
  },

  /** A page whose settings are those of an experiment. */
  published: {
    equal: (compared: number, shown: number) =>
      compared < shown
        ? `The first ${plural(compared, "start")} equal the published runs, bit for bit.`
        : "Equals the published runs, bit for bit.",
    differs: (start: number) => `Start ${numeral(start)} differs from its published run.`,
    waiting: "Will be compared with the published runs, bit for bit.",
    own: "Your setting: not one of this page.",
    back: "Back to the published setting",
    setting: "Setting",
    ownSetting: "your own",
    start: (last: number) => `Start (0–${numeral(last)})`,
    clear: "Remove the highlight from the figures",
    end: (start: number, end: string) => `Start ${numeral(start)}: ${end}.`,
    untrained: "not trained",
    diverged: (epoch: number) => `diverged by epoch ${numeral(epoch)}`,
    unsolved: (epochs: number) => `not solved within ${plural(epochs, "epoch")}`,
    solved: (epoch: number) => `solved from epoch ${numeral(epoch)} on`,
    /** Solved at the last check, after which nobody knows. */
    solvedLast: (epoch: number) => `solved at epoch ${numeral(epoch)}, its last`,
  },

  layer: (units: number | string, activation: string) => `${units} ${activation}`,
  sameSetting: "the same setting",

  compare: {
    title: "A against B",
    pin: "Pin as B",
    unpin: "Remove B",
    a: "A (now)",
    b: "B (pinned)",
    difference,
    samePairs: (pairs: number) => `The same ${plural(pairs, "start")}, compared one by one.`,
    undecided: "undecided: 0 lies within the interval",
    hint: "Pin the setting, change something, and both are compared on the same starts.",
    show: "Open B",
  },

  guess: {
    title: "Guess first",
    question: (starts: number) => `How many of ${numeral(starts)} will solve it?`,
    run: "Run and see",
    on: "Guess before each run",
    whole: (least: number, most: number) => `Enter a whole number from ${least} to ${numeral(most)}.`,
    waiting: (guess: number) => `You said ${numeral(guess)}. The answer comes at the last epoch.`,
    result: (guess: number, solved: number) => `You said ${numeral(guess)}; it is ${numeral(solved)}.`,
  },

  claim: {
    title: "Make it a claim",
    explanation: "Fixes the rule and the number of nets first, then judges on fresh starts.",
    judge: "Judge on fresh starts",
    rule: "Rule",
    atLeast: "A: more than half of the starts solve it",
    better: "A solves more than B",
    starts: "Fresh starts",
    running: "Training on fresh starts …",
    verdict: (verdict: string, interval: string) => `${verdict}: ${interval}`,
    link: "Its address",
    claimed: (name: string) => `The nets are the fresh starts of the claim “${name}”.`,
    supported: "supported",
    refuted: "refuted",
    undecided: "undecided",
  },

  map: {
    title: "Map of two settings",
    rows: "Down",
    columns: "Across",
    draw: "Draw the map",
    progress: (done: number, cells: number) => `${done} of ${cells} settings`,
    cell: (setting: string, share: string) => `${setting}: ${share} solved`,
    caption: (starts: number) =>
      `Each cell: the percentage of ${plural(starts, "start")} that solve it. Click one to open it.`,
    stop: "Stop",
    invalid: "not possible",
    same: "Choose two different settings.",
  },

  problems: {
    inAddress: "This address has mistakes; these fields have their usual values instead:",
    empty: "Enter a value.",
    /** What is wrong with a field, as a clause without a full stop. */
    fault: (field: string, fault: LabFault) => renderFault({ ...fault, field }),
    noWebAssembly: (starts: number) =>
      `This browser refuses WebAssembly, so the lab trains ${numeral(starts)} nets, slowly.`,
    noWorkers: "This browser refuses workers, so nothing can be trained here.",
    failed: (message: string) => `Training failed: ${message}`,
  },
};

/** All texts of the lab in one language; functions fill in values. */
export type Texts = typeof EN;
