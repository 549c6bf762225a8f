import { FUNCTIONS_OF_TWO } from "../../core/datasets.ts";
import { defineExperiment, defineTable, type PartialConfig } from "../experiment.ts";
import { rowLabels } from "../records.ts";
import { labels, LECTURE, LOSS, NETWORK } from "./lecture.ts";
import { type Certificate, certificateOf, certifies, classesOf } from "./separability.ts";

type FunctionName = typeof FUNCTIONS_OF_TWO[number];

/** The functions that one unit computes, by certificate, and the two others. */
const SEPARABLE = FUNCTIONS_OF_TWO.filter((_, number) => certificateOf(2, number).separable);
const INSEPARABLE = FUNCTIONS_OF_TWO.filter((name) => !SEPARABLE.includes(name));

/** How many functions of so many inputs are separable: A000609 in the On-Line Encyclopedia of Integer Sequences. */
const KNOWN: Readonly<Record<number, number>> = { 2: 14, 3: 104, 4: 1882 };

const CERTIFICATE = {
  separable: { type: "boolean", meaning: "whether one threshold unit computes it" },
  weights: {
    type: "string",
    meaning: "if so: weights of the inputs, then the bias, at least 1 on its side for each row",
  },
  ones: { type: "string", meaning: "if not: two rows that answer 1 …" },
  zeros: { type: "string", meaning: "… whose sum, input by input, two rows that answer 0 share" },
} as const;

function written(inputs: number, certificate: Certificate) {
  if (certificate.separable) {
    return { separable: true, weights: certificate.weights.join(" "), ones: undefined, zeros: undefined };
  }
  const [ones, zeros] = [certificate.ones, certificate.zeros].map((rows) =>
    rows.map((row) => rowLabels(1 << inputs)[row]!).join(" + ")
  );
  return { separable: false, weights: undefined, ones, zeros };
}

const sixteen = defineTable({
  meaning: "the sixteen functions of two inputs, each with the proof that one unit computes it, or that none does",
  columns: {
    function: { type: "string", meaning: "name of the function" },
    answers: { type: "string", meaning: "its answers to the rows 00 01 10 11" },
    ...CERTIFICATE,
  },
  rows: () =>
    FUNCTIONS_OF_TWO.map((name, number) => ({
      function: name,
      answers: [...number.toString(2).padStart(4, "0")].join(" "),
      ...written(2, certificateOf(2, number)),
    })),
});

const classes = defineTable({
  meaning:
    "of functions that turn into each other by exchanging or negating inputs or negating the answer, one each, " +
    "with its proof, which serves them all",
  columns: {
    inputs: { type: "integer", meaning: "number of inputs" },
    number: { type: "integer", meaning: "the function: its answers to the rows in order, read as a binary number" },
    size: { type: "integer", meaning: "functions in the class" },
    ...CERTIFICATE,
  },
  rows: () =>
    Object.keys(KNOWN).map(Number).flatMap((inputs) =>
      classesOf(inputs).map(({ number, size }) => ({
        inputs,
        number,
        size,
        ...written(inputs, certificateOf(inputs, number)),
      }))
    ),
});

const counts = defineTable({
  meaning: "how many functions of two, three and four inputs one unit computes",
  columns: {
    inputs: { type: "integer", meaning: "number of inputs" },
    functions: { type: "integer", meaning: "functions of so many inputs" },
    separable: { type: "integer", meaning: "those that one unit computes" },
    inseparable: { type: "integer", meaning: "those that no unit computes" },
    share: { type: "number", meaning: "the separable ones' share" },
  },
  rows: () =>
    Object.keys(KNOWN).map(Number).map((inputs) => {
      const all = classesOf(inputs).map(({ number, size }) => ({
        inputs,
        size,
        separable: certificateOf(inputs, number).separable,
      }));
      const [separable, inseparable] = [sizeOf(all, inputs, true), sizeOf(all, inputs, false)];
      const functions = separable + inseparable;
      return { inputs, functions, separable, inseparable, share: separable / functions };
    }),
});

interface WrittenCertificate {
  readonly inputs: number | undefined;
  readonly number: number | undefined;
  readonly separable: boolean | undefined;
  readonly weights: string | undefined;
  readonly ones: string | undefined;
  readonly zeros: string | undefined;
}

/** Whether a line of the classes holds what it says: its certificate read back and checked. */
function proves({ inputs, number, separable, weights, ones, zeros }: WrittenCertificate): boolean {
  const rowsOf = (sum: string | undefined) => (sum ?? "").split(" + ").map((row) => parseInt(row, 2));
  return certifies(
    inputs!,
    number!,
    separable
      ? { separable, weights: (weights ?? "").split(" ").map(Number) }
      : { separable: false, ones: rowsOf(ones), zeros: rowsOf(zeros) },
  );
}

/** Which of the sixteen functions can one layer learn? */
export const booleanFunctions = defineExperiment({
  id: "boolean-functions",
  question: "Which of the sixteen functions can one layer learn?",
  background:
    "Two inputs of 0 or 1 make four rows, and four rows answered by 0 or 1 make sixteen functions. One unit can " +
    "compute " +
    "those whose ones and zeros a straight line parts. Here every function meets the perceptron's rule of 1957 and " +
    "gradient " +
    "descent on squared error and on cross entropy, without and with a hidden layer (the perceptron has a rule for " +
    "one layer " +
    "only); beside the runs stands a proof in whole numbers of what is possible at all.",
  base: LECTURE,
  factors: {
    function: {
      meaning: "what is to be learned",
      levels: Object.fromEntries(FUNCTIONS_OF_TWO.map((name) => [name, labels(name)])) as Record<
        FunctionName,
        PartialConfig
      >,
    },
    network: NETWORK,
    loss: {
      meaning: "what learning descends; the perceptron's rule descends nothing and corrects mistakes",
      levels: {
        perceptron: {
          network: { layers: [{ activation: "step" }] },
          loss: null,
          optimizer: { name: "perceptron" },
        },
        ...LOSS.levels,
      },
    },
  },
  without: [{ network: "two-layer", loss: "perceptron" }],
  replicates: 100,
  curves: 1,
  tables: { sixteen, counts, classes },
  claims: {
    "counts-as-known": {
      kind: "every",
      table: "counts",
      holds: ({ inputs, separable, inseparable }, { sixteen, classes }) =>
        separable === KNOWN[inputs!] &&
        sixteen.every((line) => line.separable !== ["xor", "xnor"].includes(line.function!)) &&
        separable === sizeOf(classes, inputs!, true) && inseparable === sizeOf(classes, inputs!, false) &&
        separable! + inseparable! === 2 ** 2 ** inputs!,
      statement: "One unit computes 14 of 16 functions of two inputs, 104 of 256 of three, 1,882 of 65,536 of four.",
      says: {
        supported: "One unit can compute 14 of the 16 functions of two inputs, all but XOR and its opposite XNOR; " +
          "of three inputs 104 of 256, of four 1,882 of 65,536.",
        refuted: "The counts are not the known 14 of 16, 104 of 256 and 1,882 of 65,536 ({counterexample}).",
        undecided: "Nothing was counted.",
      },
    },
    "certificates-hold": {
      kind: "every",
      table: "classes",
      holds: (line) => proves(line),
      statement: "Each class of functions has a certificate in whole numbers that decides it.",
      says: {
        supported:
          "Each of {n} classes carries a proof in whole numbers, checked as it is read: weights that part the " +
          "rows, or two rows answering 1 with the same sum as two answering 0, which no weights can part.",
        refuted: "{count} of {n} classes carry a proof that holds, but not all ({counterexample}).",
        undecided: "No function was looked at.",
      },
    },
    "perceptron-learns-the-separable": {
      kind: "every",
      table: "runs",
      where: { function: SEPARABLE, network: "single-layer", loss: "perceptron" },
      holds: (run) => run.solved === true,
      statement: "From every start the perceptron's rule learns every separable function.",
      says: {
        supported: "What one unit can compute, the perceptron's rule learns from every start ({n} runs).",
        refuted: "The perceptron's rule learns the separable functions in {count} of {n} runs (not: {counterexample}).",
        undecided: "No run was made by the perceptron's rule on a separable function.",
      },
    },
    "descent-learns-the-separable": {
      kind: "every",
      table: "runs",
      where: { function: SEPARABLE, network: "single-layer", loss: ["halfSquaredError", "crossEntropy"] },
      holds: (run) => run.solved === true,
      statement: "From every start gradient descent on one layer learns every separable function, with either loss.",
      says: {
        supported: "Gradient descent on one layer learns the fourteen from every start, with either loss ({n} runs).",
        refuted: "Gradient descent on one layer learns the separable functions in {count} of {n} runs (not: " +
          "{counterexample}).",
        undecided: "No run was made by gradient descent on a separable function.",
      },
    },
    "one-layer-never-the-others": {
      kind: "none",
      table: "runs",
      where: { function: INSEPARABLE, network: "single-layer" },
      holds: (run) => run.solved === true,
      statement: "No rule learns XOR or XNOR with one layer.",
      says: {
        supported: "XOR and XNOR are learned by none of the three rules ({n} runs).",
        refuted: "XOR or XNOR was learned with one layer in {count} of {n} runs, against the proof ({counterexample}).",
        undecided: "No single-layer run was made on XOR or XNOR.",
      },
    },
    "two-layers-learn-the-separable": {
      kind: "every",
      table: "runs",
      where: { function: SEPARABLE, network: "two-layer" },
      holds: (run) => run.solved === true,
      statement: "A two-layer net learns every separable function from every start.",
      says: {
        supported: "With a hidden layer the fourteen are learned from every start ({n} runs).",
        refuted: "With a hidden layer the fourteen are learned in {count} of {n} runs (not: {counterexample}).",
        undecided: "No two-layer run was made on a separable function.",
      },
    },
    "two-layers-mostly-xor": {
      kind: "share",
      where: { function: "xor", network: "two-layer", loss: "halfSquaredError" },
      holds: (run) => run.solved === true,
      is: "above",
      than: 0.5,
      statement: "With squared error a two-layer net learns XOR from most starts.",
      says: {
        supported: "With a hidden layer and squared error, XOR is learned in {estimate} {interval} of {n} runs.",
        refuted: "With a hidden layer and squared error, XOR is learned in only {estimate} {interval} of {n} runs.",
        undecided:
          "With a hidden layer and squared error, XOR is learned in {estimate} {interval} of {n} runs, which " +
          "leaves open whether in most.",
      },
    },
    "two-layers-mostly-xnor": {
      kind: "share",
      where: { function: "xnor", network: "two-layer", loss: "halfSquaredError" },
      holds: (run) => run.solved === true,
      is: "above",
      than: 0.5,
      statement: "With squared error a two-layer net learns XNOR from most starts.",
      says: {
        supported: "With a hidden layer and squared error, XNOR is learned in {estimate} {interval} of {n} runs.",
        refuted: "With a hidden layer and squared error, XNOR is learned in only {estimate} {interval} of {n} runs.",
        undecided:
          "With a hidden layer and squared error, XNOR is learned in {estimate} {interval} of {n} runs, which " +
          "leaves open whether in most.",
      },
    },
    "xor-as-hard-as-xnor": {
      kind: "equivalence",
      first: { function: "xor", network: "two-layer", loss: "halfSquaredError" },
      second: { function: "xnor", network: "two-layer", loss: "halfSquaredError" },
      holds: (run) => run.solved === true,
      margin: 0.1,
      statement:
        "With squared error, XOR and XNOR are learned equally often by a two-layer net, within 10 percentage points.",
      says: {
        supported: "XOR and XNOR are equally hard: XOR's share less XNOR's is {estimate} {interval}.",
        refuted:
          "XOR and XNOR are not equally hard, although one is the other's opposite: XOR's share less XNOR's is " +
          "{estimate} {interval}.",
        undecided: "Whether XOR and XNOR are equally hard is open: XOR's share less XNOR's is {estimate} {interval}.",
      },
    },
  },
  answer: ["counts-as-known", "perceptron-learns-the-separable", "descent-learns-the-separable"],
  views: [
    {
      kind: "rates",
      by: "function",
      color: "loss",
      panel: "network",
      title: "Share of runs that learn each function",
      finding: ["one-layer-never-the-others", "two-layers-learn-the-separable", "two-layers-mostly-xor"],
      reading: "Each dot is the share of seeds solved at the end, the bar its 95 % Wilson interval.",
    },
    {
      kind: "table",
      table: "sixteen",
      title: "The sixteen functions, each with its proof",
      finding: ["counts-as-known"],
      reading:
        "Weights w1 w2 and bias b: w1·x1 + w2·x2 + b is at least 1 where the answer is 1, at most −1 where it is 0. " +
        "Or two sums that are equal, so that no weights can part what is in them.",
    },
    {
      kind: "table",
      table: "counts",
      title: "The more inputs, the fewer functions one unit computes",
      finding: ["certificates-hold"],
      reading: "One line a number of inputs; the share is of all functions of so many inputs.",
    },
    {
      kind: "solved",
      color: "loss",
      panel: "network",
      where: { function: ["and", "xor", "xnor"] },
      title: "Share of runs on AND, XOR and XNOR solved by each epoch",
      finding: ["two-layers-mostly-xnor", "xor-as-hard-as-xnor"],
      reading: "The line rises as runs solve their function for good. Where it ends below 100 %, the rest never did.",
    },
  ],
  limits: [
    "That one unit can compute a function is proven; that a rule finds its weights is seen in these runs, at rate " +
    "0.9 within 10,000 epochs.",
    "The counts stop at four inputs; the argument by pairs of rows settles every function up to eight.",
  ],
});

function sizeOf(
  lines: readonly {
    readonly inputs: number | undefined;
    readonly size: number | undefined;
    readonly separable: boolean | undefined;
  }[],
  inputs: number,
  separable: boolean,
): number {
  return lines.filter((line) => line.inputs === inputs && line.separable === separable)
    .reduce((sum, { size }) => sum + size!, 0);
}
