/**
 * Decides exactly which Boolean functions are linearly separable, with certificates in whole numbers.
 *
 * A function is separable if some w and b have w·x + b ≥ 1 on the rows with target 1 and ≤ −1 on those with target 0:
 * such weights are a certificate. It is not if two rows with target 1 have the same sum, input by input, as two with
 * target 0: the sum of w·x + b over two rows would have to be at least 2 and at most −2. Checking either certificate
 * takes only additions. Up to eight inputs every function has one of the two, so the search ends. Source: Muroga 1971,
 * "Threshold Logic and Its Applications".
 */

/** A proof that a function is separable, or that it is not. */
export type Certificate =
  /** The weights of the inputs, then the bias. */
  | { readonly separable: true; readonly weights: readonly number[] }
  /** Two rows with target 1 and two with target 0; both may be the same row. */
  | { readonly separable: false; readonly ones: readonly number[]; readonly zeros: readonly number[] };

/** A function's target for a row: a bit of its number, the highest bit for the first row. */
function targetOf(inputs: number, number: number, row: number): 0 | 1 {
  return number >> (1 << inputs) - 1 - row & 1 ? 1 : 0;
}

/** A row's inputs and the constant 1. */
function extendedInputs(inputs: number, row: number): number[] {
  return [...Array.from({ length: inputs }, (_, i) => row >> inputs - 1 - i & 1), 1];
}

/** The numbers 0 to n − 1. */
function range(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}

/** Decides whether a function of at most four inputs is separable. */
export function certificateOf(inputs: number, number: number): Certificate {
  return conflictOf(inputs, number) ?? { separable: true, weights: weightsOf(inputs, number) };
}

/** Two rows with target 1 and two with target 0 that have the same sum, if there are any. */
function conflictOf(inputs: number, number: number): Certificate | undefined {
  for (const pairs of PAIRS_BY_SUM[inputs]!) {
    const [ones, zeros] = ([1, 0] as const).map((wanted) =>
      pairs.find((pair) => pair.every((row) => targetOf(inputs, number, row) === wanted))
    );
    if (ones && zeros) return { separable: false, ones, zeros };
  }
  return undefined;
}

/** By number of inputs: groups of pairs of rows with the same sum. */
const PAIRS_BY_SUM: readonly (readonly (readonly number[])[])[][] = range(5).map((inputs) => {
  const rows = range(1 << inputs), pairs = rows.flatMap((a) => rows.slice(a).map((b) => [a, b]));
  return [...Map.groupBy(pairs, (pair) => String(sumOf(inputs, pair))).values()].filter(({ length }) => length > 1);
});

/** The sum of rows, input by input. */
function sumOf(inputs: number, rows: readonly number[]): number[] {
  return rows.map((row) => extendedInputs(inputs, row)).reduce((sum, row) => sum.map((value, i) => value + row[i]!));
}

/** The perceptron rule in whole numbers from 0, until every row has a margin of at least 1. */
function weightsOf(inputs: number, number: number): number[] {
  let weights = range(inputs + 1).map(() => 0);
  for (let correct = 0, row = 0; correct < 1 << inputs; row = (row + 1) % (1 << inputs)) {
    const sign = 2 * targetOf(inputs, number, row) - 1;
    if (sign * weightedSum(weights, inputs, row) >= 1) correct++;
    else {
      weights = weights.map((w, i) => w + sign * extendedInputs(inputs, row)[i]!);
      correct = 0;
    }
  }
  return weights;
}

function weightedSum(weights: readonly number[], inputs: number, row: number): number {
  return extendedInputs(inputs, row).reduce((sum, x, i) => sum + weights[i]! * x, 0);
}

/** Whether a certificate is valid for a function; checked in whole numbers. */
export function certifies(inputs: number, number: number, certificate: Certificate): boolean {
  if (certificate.separable) {
    const { weights } = certificate;
    return weights.every(Number.isInteger) &&
      range(1 << inputs).every((row) =>
        (2 * targetOf(inputs, number, row) - 1) * weightedSum(weights, inputs, row) >= 1
      );
  }
  const { ones, zeros } = certificate;
  return ones.length === 2 && zeros.length === 2 &&
    ones.every((row) => targetOf(inputs, number, row) === 1) &&
    zeros.every((row) => targetOf(inputs, number, row) === 0) &&
    String(sumOf(inputs, ones)) === String(sumOf(inputs, zeros));
}

/**
 * The classes of functions of up to four inputs that exchanging inputs, negating inputs or negating the output turns
 * into each other, each by the smallest number of a member; either all members of a class are separable, or none.
 *
 * Exchanging inputs exchanges their weights; negating an input negates its weight and adds it to the bias; negating the
 * output negates all.
 */
export function classesOf(inputs: number) {
  const functions = 1 << (1 << inputs);
  const permutations = rowPermutations(inputs);
  const seen = new Uint8Array(functions);
  const classes: { readonly number: number; readonly size: number }[] = [];
  for (let number = 0; number < functions; number++) {
    if (seen[number]) continue;
    const members = [number];
    seen[number] = 1;
    for (const member of members) {
      for (const relative of [functions - 1 - member, ...permutations.map((to) => permuteRows(member, to))]) {
        if (!seen[relative]) members.push(relative);
        seen[relative] = 1;
      }
    }
    classes.push({ number, size: members.length });
  }
  return classes;
}

/** The permutations of rows that negating one input, or exchanging two neighbouring inputs, leads to. */
function rowPermutations(inputs: number): number[][] {
  const rows = range(1 << inputs);
  const negated = range(inputs).map((i) => rows.map((row) => row ^ 1 << i));
  const exchanged = range(inputs - 1).map((i) =>
    rows.map((row) => (row >> i & 1) === (row >> i + 1 & 1) ? row : row ^ 3 << i)
  );
  return [...negated, ...exchanged];
}

function permuteRows(number: number, permutation: readonly number[]): number {
  return permutation.reduce((result, to, from) => result | (number >> from & 1) << to, 0);
}
