/** The texts of the lab in English. */
import { formatInterval, formatPercent, PERCENT, POINTS } from "../../experiments/format.ts";
import type { Interval } from "../../experiments/statistics/interval.ts";
import { numeral } from "../chart/scales.ts";

/** A proportion with its interval: 67.5 % [60.7, 73.6]. */
function share({ estimate, lower, upper }: Interval): string {
  return `${formatPercent(estimate)} ${formatInterval(PERCENT, lower, upper)}`;
}

/** A signed difference with its interval: +67.5 points [60.5, 73.6]. */
function difference({ estimate, lower, upper }: Interval): string {
  const sign = estimate > 0 ? "+" : "";
  return `${sign}${POINTS.digits(estimate, 0)} points ${formatInterval(POINTS, lower, upper)}`;
}

/** `1 hidden layer`, `2 hidden layers`. */
function plural(count: number, noun: string): string {
  return `${numeral(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** Every text of the lab. */
export const EN = {
  language: "English",

  page: {
    title: "Lab: can this net learn XOR?",
    heading: "Can this net learn XOR?",
    headingOf: (data: string) => `Can this net learn ${data}?`,
    description: "Change anything about a small neural net, and 200 nets answer: live, and offline.",
    lead: (starts: number) =>
      starts === 1 ? "Change anything. One net answers." : `Change anything. ${numeral(starts)} nets answer, not one.`,
    kicker: "Lab",
    allResults: "All results",
    results: "results",
    withoutScript: "The lab trains nets in your browser, which needs scripts. Here is what it shows.",
    about: [
      "A neural net starts from random weights. One training is one draw: it may succeed or fail by luck. So the lab " +
      "trains 200 nets at once, from 200 starts, and counts how many solve the table.",
      "Choose the table to learn, the net, the loss, the optimiser and the start. Each square of the wall is the " +
      "decision surface of one net; the squares of solved nets are outlined.",
      "A net is solved if, at every row, its output is within 0.1 of the target.",
    ],
    presets: "Settings to start from",
    presetsNote: "Each is the main setting of an experiment, with the same seeds, so that the nets of the lab are " +
      "those of its page, bit for bit.",
    resultsNote: "The published answers, with intervals and rules, are on the pages of the experiments. " +
      "deno task experiment writes them beside this file.",
    commandLine: "The same at the command line",
    change: "Change data, net and training",
    closeSheet: "Done",
  },

  data: {
    title: "Data",
    input: (index: number) => `x${"₁₂₃₄₅₆₇₈₉"[index - 1] ?? index}`,
    target: "target (click)",
    flip: (row: string, target: number) => `Row ${row}: the target is ${target}; click to change it`,
    tables: "Tables",
    moreTables: "All 16 tables",
    moreSets: "More sets of points",
    parity: (inputs: number) => `parity ${inputs}`,
    placed: "your points",
    sets: {
      circles: "circles",
      moons: "moons",
      spirals: "spirals",
      gaussians: "two clouds",
      xorClouds: "XOR clouds",
    },
    points: "Points",
    noise: "Noise",
    split: "Fraction for training",
    balance: "Fraction with target 1",
    dataSeed: "Seed of the points",
    encoding: "Inputs",
    encodings: { binary: "0 and 1", bipolar: "−1 and 1" },
    constant: "Constant input 1",
    placeHint: "Click to place a point, click it again to change its target; Delete removes it.",
    placedCount: (count: number, most: number) => `${plural(count, "point")} of at most ${most}`,
    clearPoints: "Remove all points",
  },

  network: {
    title: "Net",
    hiddenUnits: "Hidden units",
    layer: (index: number) => `Hidden layer ${index}`,
    units: "Units",
    activation: "Activation",
    bias: "Biases",
    outputBias: "Output bias",
    addLayer: "+ layer",
    removeLayer: (index: number) => `Remove hidden layer ${index}`,
    noHidden: "no hidden layer",
    outputActivation: (name: string) => `The output unit has ${name}: it follows the loss.`,
    more: (count: number) => `${count} more`,
  },

  training: {
    title: "Training",
    loss: "Loss",
    reduction: "Per update",
    reductions: { mean: "mean of the rows", sum: "sum of the rows" },
    optimizer: "Optimiser",
    learningRate: "Learning rate",
    negativeRate: "A negative rate climbs: the loss grows.",
    schedule: "Rate over time",
    constantRate: "constant",
    batch: "Batch",
    batches: { online: "online: 1 row", full: "full: all rows" },
    order: "Order of the rows",
    orders: { fixed: "fixed", shuffled: "shuffled" },
    initializer: "Start",
    scale: "Scale",
    initialBias: "Biases at the start",
    epochs: "Epochs",
    starts: "Nets",
    check: "Epochs between checks",
    tolerance: "Solved if all errors are below",
    stop: "Stop when all errors are below",
    more: "Optimiser, start, batch …",
  },

  /** Settings of activations, losses, optimisers, schedules and initialisers, by name. */
  settings: {
    alpha: "α",
    beta1: "β₁",
    beta2: "β₂",
    clipNorm: "largest gradient norm",
    decay: "decay",
    delta: "δ",
    deviation: "standard deviation",
    epsilon: "ε",
    every: "epochs per step",
    high: "highest",
    low: "lowest",
    momentum: "momentum",
    reset: "reset of the velocity",
    scale: "scale",
    slope: "slope",
    smoothing: "label smoothing",
    value: "value",
    weightDecay: "weight decay",
  } as Readonly<Record<string, string>>,

  play: {
    play: "Play",
    pause: "Pause",
    restart: "From the start",
    toEnd: "To the end at once",
    speed: "Speed",
    epoch: (epoch: number) => `epoch ${numeral(epoch)}`,
    epochOf: (epoch: number, epochs: number) => `epoch ${numeral(epoch)} of ${numeral(epochs)}`,
    start: (start: number, starts: number) => `start ${numeral(start)} of ${numeral(starts)}`,
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
    across: "across",
    up: "up",
  },

  wall: {
    title: (starts: number) => plural(starts, "start"),
    solved: (solved: number, starts: number) => `${numeral(solved)} of ${plural(starts, "start")} solved it`,
    count: (starts: number) => `of ${plural(starts, "start")} ${starts === 1 ? "has" : "have"} solved it`,
    share,
    shareLabel: "share",
    caption: "Each square is the decision surface of one net. Outlined: solved. Click one to open it.",
    square: (start: number, isSolved: boolean) => `Net ${start}: ${isSolved ? "solved" : "not solved"}`,
    exploring: "Exploring: an interval, not a verdict.",
    hint: "Add hidden units.",
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

  /** Fields of the address, where settings are compared. */
  fields: {
    data: "data",
    encoding: "inputs",
    constant: "constant input",
    hidden: "hidden units",
    activation: "activation",
    outputBias: "output bias",
    loss: "loss",
    reduction: "per update",
    optimizer: "optimiser",
    rate: "rate",
    schedule: "schedule",
    batch: "batch",
    order: "order",
    init: "scale of the start",
    initialBias: "biases at the start",
    epochs: "epochs",
    check: "epochs between checks",
    tolerance: "tolerance",
    stop: "stop below",
    starts: "nets",
    experiment: "seeds of",
    points: "points",
    noise: "noise",
    split: "for training",
    balance: "with target 1",
    dataSeed: "seed of the points",
    xy: "points",
  } as Readonly<Record<string, string>>,
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
    whole: (starts: number) => `Enter a whole number from 0 to ${numeral(starts)}.`,
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
      `Each cell: the share of ${plural(starts, "start")} that solves it. Click one to open it.`,
    stop: "Stop",
    invalid: "not possible",
    same: "Choose two different settings.",
  },

  problems: {
    /** Names the field that a rule is about. */
    inAddress: "This address has mistakes; these fields have their usual values instead:",
    empty: "Enter a value.",
    whole: (min: number, max: number) => `must be a whole number from ${min} to ${max}`,
    oneOf: (values: readonly string[]) => `must be one of ${values.join(", ")}`,
    noWebAssembly: (starts: number) =>
      `This browser refuses WebAssembly, so the lab trains ${numeral(starts)} nets, slowly.`,
    noWorkers: "This browser refuses workers, so nothing can be trained here.",
    failed: (message: string) => `Training failed: ${message}`,
  },
};
