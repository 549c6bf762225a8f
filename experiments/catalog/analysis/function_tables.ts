/** Tables of which Boolean functions one unit computes, with proofs that are checked as they are read. */
import { FUNCTIONS_OF_TWO } from "../../../core/components/datasets.ts";
import { defineTable } from "../../experiment.ts";
import { rowLabels } from "../../records.ts";
import { type Certificate, certificateOf, certifies, classesOf } from "./separability.ts";

/** How many functions of so many inputs are separable: A000609 in the On-Line Encyclopedia of Integer Sequences. */
export const KNOWN: Readonly<Record<number, number>> = { 2: 14, 3: 104, 4: 1882 };

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

/** The sixteen functions of two inputs, each with its proof. */
export const sixteen = defineTable({
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

/** Every function of two, three and four inputs, by class, each class with its proof. */
export const classes = defineTable({
  meaning:
    "of functions that turn into each other by exchanging or negating inputs or negating the answer, one each, with " +
    "its proof, which serves them all",
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

/** How many functions one unit computes. */
export const counts = defineTable({
  meaning: "how many functions of two, three and four inputs one unit computes",
  columns: {
    inputs: { type: "integer", meaning: "number of inputs" },
    functions: { type: "integer", meaning: "functions of so many inputs" },
    separable: { type: "integer", meaning: "those that one unit computes" },
    inseparable: { type: "integer", meaning: "those that no unit computes" },
    share: { type: "number", unit: "share", meaning: "the separable ones' share" },
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
export function proves({ inputs, number, separable, weights, ones, zeros }: WrittenCertificate): boolean {
  const rowsOf = (sum: string | undefined) => (sum ?? "").split(" + ").map((row) => parseInt(row, 2));
  return certifies(
    inputs!,
    number!,
    separable
      ? { separable, weights: (weights ?? "").split(" ").map(Number) }
      : { separable: false, ones: rowsOf(ones), zeros: rowsOf(zeros) },
  );
}

/** How many functions of so many inputs the classes hold that are separable, or that are not. */
export function sizeOf(
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
