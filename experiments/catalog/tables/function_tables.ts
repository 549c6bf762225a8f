/** Tables of linearly separable Boolean functions, with certificates that can be checked. */
import { FUNCTIONS_OF_TWO } from "../../../core/components/datasets.ts";
import { certificateOf, certifies, classesOf } from "../analysis/separability.ts";
import { defineTable } from "../../define/tables.ts";
import { rowLabels } from "../../define/columns.ts";
import { integerColumn, numberColumn, textColumn } from "../shared/column_builders.ts";

/** The number of separable functions by number of inputs. Source: On-Line Encyclopedia of Integer Sequences, A000609. */
const SEPARABLE_COUNTS: Readonly<Record<number, number>> = { 2: 14, 3: 104, 4: 1882 };

const INPUTS = Object.keys(SEPARABLE_COUNTS).map(Number);

const CERTIFICATE = {
  separable: { type: "boolean", meaning: "whether one threshold unit computes it" },
  weights: textColumn("if so: weights of the inputs, then the bias, with a margin of at least 1 for every row"),
  ones: textColumn("if not: two rows with target 1 …"),
  zeros: textColumn("… and two rows with target 0 that have the same sum, input by input"),
  valid: { type: "boolean", meaning: "whether an exact check in whole numbers confirms this" },
} as const;

function certificateFields(inputs: number, number: number) {
  const certificate = certificateOf(inputs, number);
  const valid = certifies(inputs, number, certificate);
  if (certificate.separable) {
    return { separable: true, weights: certificate.weights.join(" "), ones: undefined, zeros: undefined, valid };
  }
  const [ones, zeros] = [certificate.ones, certificate.zeros].map((rows) =>
    rows.map((row) => rowLabels(1 << inputs)[row]!).join(" + ")
  );
  return { separable: false, weights: undefined, ones, zeros, valid };
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
  needs: "tables",
  rows: () =>
    FUNCTIONS_OF_TWO.map((name, number) => ({
      function: name,
      answers: [...number.toString(2).padStart(4, "0")].join(" "),
      ...certificateFields(2, number),
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
  needs: "tables",
  rows: () =>
    INPUTS.flatMap((inputs) =>
      classesOf(inputs).map(({ number, size }) => ({ inputs, number, size, ...certificateFields(inputs, number) }))
    ),
});

/** The number of separable functions. */
export const counts = defineTable({
  meaning: "how many functions of two, three and four inputs one unit computes",
  columns: {
    inputs: integerColumn("number of inputs"),
    functions: integerColumn("functions of that many inputs"),
    separable: integerColumn("those that one unit computes"),
    inseparable: integerColumn("those that no unit computes"),
    unclassified: integerColumn("those in no class of the table classes"),
    known: integerColumn("those that one unit computes, as published (OEIS A000609)"),
    share: numberColumn("separable / functions", "proportion"),
  },
  key: ["inputs"],
  needs: "tables",
  rows: (_, earlier) =>
    INPUTS.map((inputs) => {
      const rows = earlier(classes).filter((row) => row.inputs === inputs);
      const count = (isCounted: boolean) =>
        rows.filter(({ separable }) => separable === isCounted).reduce((sum, { size }) => sum + size!, 0);
      const functions = 1 << (1 << inputs);
      const separable = count(true);
      const inseparable = count(false);
      return {
        inputs,
        functions,
        separable,
        inseparable,
        unclassified: functions - separable - inseparable,
        known: SEPARABLE_COUNTS[inputs],
        share: separable / functions,
      };
    }),
});
