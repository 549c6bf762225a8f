/** Tables of linearly separable Boolean functions, with certificates that can be checked. */
import { FUNCTIONS_OF_TWO } from "../../../core/components/datasets.ts";
import { type Certificate, certificateOf, certifies, classesOf } from "./separability.ts";
import { defineTable } from "../../define/tables.ts";
import { rowLabels, type RowOf } from "../../define/columns.ts";
import { integerColumn, numberColumn, textColumn } from "../shared/column_builders.ts";

/** The number of separable functions by number of inputs. Source: On-Line Encyclopedia of Integer Sequences, A000609. */
export const SEPARABLE_COUNTS: Readonly<Record<number, number>> = { 2: 14, 3: 104, 4: 1882 };

const INPUTS = Object.keys(SEPARABLE_COUNTS).map(Number);

const CERTIFICATE = {
  separable: { type: "boolean", meaning: "whether one threshold unit computes it" },
  weights: textColumn("if so: weights of the inputs, then the bias, with a margin of at least 1 for every row"),
  ones: textColumn("if not: two rows with target 1 …"),
  zeros: textColumn("… and two rows with target 0 that have the same sum, input by input"),
} as const;

function certificateFields(inputs: number, certificate: Certificate) {
  if (certificate.separable) {
    return { separable: true, weights: certificate.weights.join(" "), ones: undefined, zeros: undefined };
  }
  const [ones, zeros] = [certificate.ones, certificate.zeros].map((rows) =>
    rows.map((row) => rowLabels(1 << inputs)[row]!).join(" + ")
  );
  return { separable: false, weights: undefined, ones, zeros };
}

/** The sixteen functions of two inputs, each with its certificate. */
export const sixteen = defineTable({
  meaning: "the sixteen functions of two inputs, each with a proof that one unit computes it, or that none does",
  columns: {
    function: textColumn("name of the function"),
    answers: textColumn("its targets for the rows 00 01 10 11"),
    ...CERTIFICATE,
  },
  key: ["function"],
  rows: () =>
    FUNCTIONS_OF_TWO.map((name, number) => ({
      function: name,
      answers: [...number.toString(2).padStart(4, "0")].join(" "),
      ...certificateFields(2, certificateOf(2, number)),
    })),
});

/** All classes of functions of two, three and four inputs, each with a certificate. */
export const classes = defineTable({
  meaning:
    "one function of each class, with its proof; exchanging inputs, negating inputs and negating the output turn the " +
    "functions of a class into each other, so the proof holds for all of them",
  columns: {
    inputs: integerColumn("number of inputs"),
    number: integerColumn("the function: its targets for the rows in order, read as a binary number"),
    size: integerColumn("functions in the class"),
    ...CERTIFICATE,
  },
  key: ["inputs", "number"],
  rows: () => INPUTS.flatMap(classRows),
});

function classRows(inputs: number) {
  return classesOf(inputs).map(({ number, size }) => {
    return { inputs, number, size, ...certificateFields(inputs, certificateOf(inputs, number)) };
  });
}

/** The number of separable functions. */
export const counts = defineTable({
  meaning: "how many functions of two, three and four inputs one unit computes",
  columns: {
    inputs: integerColumn("number of inputs"),
    functions: integerColumn("functions of that many inputs"),
    separable: integerColumn("those that one unit computes"),
    inseparable: integerColumn("those that no unit computes"),
    share: numberColumn("separable / functions", "proportion"),
  },
  key: ["inputs"],
  rows: () =>
    INPUTS.map((inputs) => {
      const rows = classRows(inputs);
      const [separable, inseparable] = [countFunctions(rows, inputs, true), countFunctions(rows, inputs, false)];
      const functions = separable + inseparable;
      return { inputs, functions, separable, inseparable, share: separable / functions };
    }),
});

type ClassRow = RowOf<typeof classes["columns"]>;

/** Whether the certificate in a row of `classes` is valid. */
export function isProven({ inputs, number, separable, weights, ones, zeros }: ClassRow): boolean {
  const rowsOf = (sum: string | undefined) => (sum ?? "").split(" + ").map((row) => parseInt(row, 2));
  return certifies(
    inputs!,
    number!,
    separable
      ? { separable, weights: (weights ?? "").split(" ").map(Number) }
      : { separable: false, ones: rowsOf(ones), zeros: rowsOf(zeros) },
  );
}

/** The number of functions of `inputs` inputs that are, or are not, separable, from rows of `classes`. */
export function countFunctions(
  rows: readonly Pick<ClassRow, "inputs" | "size" | "separable">[],
  inputs: number,
  separable: boolean,
): number {
  return rows.filter((row) => row.inputs === inputs && row.separable === separable)
    .reduce((sum, { size }) => sum + size!, 0);
}
