/**
 * Which Boolean functions one threshold unit computes, decided exactly, with a certificate in whole numbers.
 *
 * A function is separable if some w and b have w·x + b ≥ 1 on the rows that answer 1 and ≤ −1 on those that answer 0:
 * such weights are the certificate. It is not if two rows that answer 1 have the same sum, input by input, as two that
 * answer 0: a weighted sum would be at least 2 on the one side and at most −2 on the other. Either certificate is
 * checked with additions alone; up to eight inputs every function has one of the two (Muroga 1971,
   "Threshold Logic
 * and Its Applications"), and the program finds one or would not end.
 */

/** Why a function is separable, or why it is not. */
export type Certificate =
  /** The weights of the inputs, then the bias. */
  | { readonly separable: true; readonly weights: readonly number[] }
  /** Two rows that answer 1 and two that answer 0; a row may stand twice. */
  | { readonly separable: false; readonly ones: readonly number[]; readonly zeros: readonly number[] };

/** What a function answers to a row; functions are numbered as in `function<n>:<number>`, the first row highest. */
function answer(inputs: number, number: number, row: number): 0 | 1 {
  return number >> (1 << inputs) - 1 - row & 1 ? 1 : 0;
}

/** A row's inputs, then the constant 1. */
function bits(inputs: number, row: number): number[] {
  return [...Array.from({ length: inputs }, (_, i) => row >> inputs - 1 - i & 1), 1];
}

/** The numbers from 0 to below n. */
function upTo(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}

/** Decides whether a function of at most four inputs is separable. */
export function certificateOf(inputs: number, number: number): Certificate {
  return conflictOf(inputs, number) ?? { separable: true, weights: weightsOf(inputs, number) };
}

/** Two rows against two with the same sum, if there are any. */
function conflictOf(inputs: number, number: number): Certificate | undefined {
  for (const pairs of BALANCED[inputs]!) {
    const [ones, zeros] = ([1, 0] as const).map((wanted) =>
      pairs.find((pair) => pair.every((row) => answer(inputs, number, row) === wanted))
    );
    if (ones && zeros) return { separable: false, ones, zeros };
  }
  return undefined;
}

/** For each number of inputs, the pairs of rows that share their sum with another pair, by sum. */
const BALANCED: readonly (readonly (readonly number[])[])[][] = upTo(5).map((inputs) => {
  const rows = upTo(1 << inputs), pairs = rows.flatMap((a) => rows.slice(a).map((b) => [a, b]));
  return [...Map.groupBy(pairs, (pair) => String(sumOf(inputs, pair))).values()].filter(({ length }) => length > 1);
});

/** The rows added up, input by input. */
function sumOf(inputs: number, rows: readonly number[]): number[] {
  return rows.map((row) => bits(inputs, row)).reduce((sum, row) => sum.map((value, i) => value + row[i]!));
}

/** The perceptron's rule in whole numbers from 0, applied until every row is at least 1 on its side. */
function weightsOf(inputs: number, number: number): number[] {
  let weights = upTo(inputs + 1).map(() => 0);
  for (let clean = 0, row = 0; clean < 1 << inputs; row = (row + 1) % (1 << inputs)) {
    const side = 2 * answer(inputs, number, row) - 1;
    if (side * weighted(weights, inputs, row) >= 1) clean++;
    else {
      weights = weights.map((w, i) => w + side * bits(inputs, row)[i]!);
      clean = 0;
    }
  }
  return weights;
}

function weighted(weights: readonly number[], inputs: number, row: number): number {
  return bits(inputs, row).reduce((sum, x, i) => sum + weights[i]! * x, 0);
}

/** Checks a certificate against its function, in whole numbers. */
export function certifies(inputs: number, number: number, certificate: Certificate): boolean {
  if (certificate.separable) {
    const { weights } = certificate;
    return weights.every(Number.isInteger) &&
      upTo(1 << inputs).every((row) => (2 * answer(inputs, number, row) - 1) * weighted(weights, inputs, row) >= 1);
  }
  const { ones, zeros } = certificate;
  return ones.length === 2 && zeros.length === 2 &&
    ones.every((row) => answer(inputs, number, row) === 1) && zeros.every((row) => answer(inputs, number, row) === 0) &&
    String(sumOf(inputs, ones)) === String(sumOf(inputs, zeros));
}

/** Functions that turn into each other by exchanging inputs, negating inputs or negating the answer. */
export interface FunctionClass {
  /** The smallest of their numbers. */
  readonly number: number;
  readonly size: number;
}

/**
 * Every function of so many inputs, at most four, by class: all of a class are separable, or none.
 *
 * Exchanging inputs exchanges their weights; negating an input negates its weight and adds it to the bias; negating the
 * answer negates all.
 */
export function classesOf(inputs: number): FunctionClass[] {
  const rows = 1 << inputs, functions = 1 << rows, moves = rowMoves(inputs);
  const seen = new Uint8Array(functions), classes: FunctionClass[] = [];
  for (let number = 0; number < functions; number++) {
    if (seen[number]) continue;
    const members = [number];
    seen[number] = 1;
    for (const member of members) {
      for (const relative of [functions - 1 - member, ...moves.map((move) => moved(member, move))]) {
        if (!seen[relative]) members.push(relative);
        seen[relative] = 1;
      }
    }
    classes.push({ number, size: members.length });
  }
  return classes;
}

/** Where the rows go if one input is negated, or two neighbours are exchanged. */
function rowMoves(inputs: number): number[][] {
  const rows = upTo(1 << inputs);
  const negated = upTo(inputs).map((i) => rows.map((row) => row ^ 1 << i));
  const exchanged = upTo(inputs - 1).map((i) =>
    rows.map((row) => (row >> i & 1) === (row >> i + 1 & 1) ? row : row ^ 3 << i)
  );
  return [...negated, ...exchanged];
}

function moved(number: number, move: readonly number[]): number {
  return move.reduce((result, to, from) => result | (number >> from & 1) << to, 0);
}
