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
    description: "Change anything about a small neural net, and 200 nets answer: live, and offline.",
    lead: (starts: number) => `Change anything. ${numeral(starts)} nets answer, not one.`,
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
  },

  data: {
    title: "Data",
    input: (index: number) => `x${"₁₂₃₄₅₆₇₈₉"[index - 1] ?? index}`,
    target: "target (click)",
    flip: (row: string, target: number) => `Row ${row}: the target is ${target}; click to change it`,
    tables: "Tables",
    moreTables: "All 16 tables",
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
    smoothing: "Label smoothing",
    optimizer: "Optimiser",
    learningRate: "Learning rate",
    negativeRate: "A negative rate climbs: the loss grows.",
    schedule: "Rate over time",
    constantRate: "constant",
    clipNorm: "Largest gradient norm",
    weightDecay: "Weight decay",
    batch: "Batch",
    batches: { online: "online: 1 row", full: "full: all rows" },
    batchOf: (rows: number) => plural(rows, "row"),
    order: "Order of the rows",
    orders: { fixed: "fixed", shuffled: "shuffled" },
    initializer: "Start",
    scale: "Scale",
    initialBias: "Biases at the start",
    drawnBiases: "drawn like weights",
    epochs: "Epochs",
    starts: "Nets",
    check: "Epochs between checks",
    tolerance: "Solved if all errors are below",
    stop: "Stop when all errors are below",
    noStop: "never",
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
    surfaceLabel: (start: number, epoch: number) => `Decision surface of net ${start} at epoch ${numeral(epoch)}`,
    notInPlane: "This net has more than two inputs: the surface is drawn where the others are 0.",
    noHidden: "This net has no hidden layer.",
    oneUnit: "The last hidden layer has one unit: there is no plane to show.",
    noPlane: "Fewer than two inputs of the data vary: there is no plane to show.",
    unit: (index: number) => `unit ${index}`,
    across: "across",
    up: "up",
  },

  wall: {
    title: (starts: number) => plural(starts, "start"),
    solved: (solved: number, starts: number) => `${numeral(solved)} of ${plural(starts, "start")} solved it`,
    count: (starts: number) => `of ${plural(starts, "start")} have solved it`,
    share,
    shareLabel: "share",
    caption: "Each square is the decision surface of one net. Outlined: solved. Click one to open it.",
    square: (start: number, isSolved: boolean) => `Net ${start}: ${isSolved ? "solved" : "not solved"}`,
    exploring: "Exploring: an interval, not a verdict.",
    hint: "Add hidden units.",
    training: "Training …",
    published: (experiment: string) => `equals the published runs of ${experiment}, bit for bit`,
    test: (share: string) => `test rows right: ${share}`,
    rows: "Rows as CSV",
    picture: "Wall as PNG",
    config: "Config as JSON",
    link: "Link to this setting",
    copied: "Copied",
  },

  compare: {
    title: "A against B",
    pin: "Pin as B",
    unpin: "Remove B",
    a: "A (now)",
    b: "B (pinned)",
    difference,
    samePairs: (pairs: number) => `The same ${plural(pairs, "start")}, compared one by one.`,
    otherSeeds: "A and B have other seeds: their starts cannot be compared one by one.",
    solvesMore: (name: "A" | "B") => `${name} solves more`,
    undecided: "undecided: 0 lies within the interval",
  },

  guess: {
    title: "Guess first",
    question: (starts: number) => `How many of ${numeral(starts)} will solve it?`,
    run: "Run and see",
    result: (guess: number, solved: number) => `You said ${numeral(guess)}; it is ${numeral(solved)}.`,
  },

  claim: {
    title: "Make it a claim",
    explanation: "Fixes the rule and the number of nets first, then judges on fresh starts.",
    judge: "Judge on fresh starts",
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
  },

  problems: {
    /** Names the field that a rule is about. */
    inAddress: "This address has mistakes; these fields have their usual values instead:",
    empty: "Enter a value.",
    noWebAssembly: (starts: number) =>
      `This browser refuses WebAssembly, so the lab trains ${numeral(starts)} nets, slowly.`,
    noWorkers: "This browser refuses workers, so nothing can be trained here.",
    failed: (message: string) => `Training failed: ${message}`,
  },
};
