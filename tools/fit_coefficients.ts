/**
 * Generates `core/arithmetic/elementary/coefficients.ts`: `deno run tools/fit_coefficients.ts > core/arithmetic/elementary/coefficients.ts`.
 * With `--check` it compares instead; exit code 1 if a number differs.
 *
 * Polynomials are minimax fits in 60-digit decimals (Remez exchange on a fixed grid), with coefficients rounded to
 * doubles. Constants of several parts have short leading parts, so that their products with small integers are exact.
 */
import { Decimal as Decimals } from "decimal.js";
import * as coefficients from "../core/arithmetic/elementary/coefficients.ts";

const Decimal = Decimals.clone({ precision: 60 });
type Decimal = Decimals;

/** The polynomial p of `terms` terms that minimises the largest |weight · (p − target)| between `from` and `to`. */
interface Fit {
  readonly meaning: string;
  readonly terms: number;
  readonly from: number;
  readonly to: number;
  readonly target: (v: Decimal) => Decimal;
  readonly weight: (v: Decimal) => Decimal;
  /** Converts the coefficients, lowest power first, to the numbers to write. */
  readonly form?: (coefficients: readonly Decimal[]) => readonly Decimal[];
}

/** A number as a sum of doubles; `bits` are those of all parts but the last. */
interface Split {
  readonly meaning: string;
  readonly exactly: Decimal;
  readonly bits: readonly number[];
}

const LN2 = new Decimal(2).ln(), PI = Decimal.acos(-1);
const EXP_REACH = 0.0054155, LOG_REACH = 0.0024, TANH_REACH = 1 / 256, SIN_REACH = 1.5715;

const FITS: Record<string, Fit> = {
  EXP: {
    meaning: `exp(r) ≈ 1 + r + r² p(r) for |r| < ${EXP_REACH}, as [a, b, c, d] in p(r) = a ((r + b) (r² + c) + d)`,
    form: factored,
    terms: 4,
    from: -EXP_REACH,
    to: EXP_REACH,
    target: (r) => r.exp().sub(1).sub(r).div(r.pow(2)),
    weight: (r) => r.pow(2),
  },
  EXPM1: {
    meaning: `exp(r) ≈ 1 + r + r² p(r) for |r| < ${EXP_REACH}, relative to r`,
    terms: 5,
    from: -EXP_REACH,
    to: EXP_REACH,
    target: (r) => r.exp().sub(1).sub(r).div(r.pow(2)),
    weight: (r) => r.abs(),
  },
  LOG: {
    meaning: `log(1 + r) ≈ r + r² p(r) for |r| < ${LOG_REACH}, relative to r`,
    terms: 5,
    from: -LOG_REACH,
    to: LOG_REACH,
    target: (r) => r.add(1).ln().sub(r).div(r.pow(2)),
    weight: (r) => r.abs(),
  },
  TANH: {
    meaning: `tanh(r) ≈ r + r³ p(r²) for |r| ≤ ${TANH_REACH}, relative to r`,
    terms: 2,
    from: 0,
    to: TANH_REACH ** 2,
    target: (v) => v.sqrt().tanh().div(v.sqrt()).sub(1).div(v),
    weight: (v) => v,
  },
  SIN: {
    meaning: `sin(r) ≈ r (1 + r² p(r²)) for |r| < ${SIN_REACH}, relative to r`,
    terms: 8,
    from: 0,
    to: SIN_REACH ** 2,
    target: (v) => v.sqrt().sin().div(v.sqrt()).sub(1).div(v),
    weight: (v) => v,
  },
};

const SPLITS: Record<string, Split> = {
  STEP: { meaning: "ln 2 / 64, the first part in 36 bits", exactly: LN2.div(64), bits: [36] },
  STEPS_PER_UNIT: { meaning: "64 / ln 2", exactly: new Decimal(64).div(LN2), bits: [] },
  LN2: { meaning: "ln 2, the first part in 43 bits: a multiple of 2^-43", exactly: LN2, bits: [43] },
  PI: { meaning: "π, the first two parts in 33 bits each", exactly: PI, bits: [33, 33] },
  ONE_OVER_PI: { meaning: "1 / π", exactly: PI.pow(-1), bits: [] },
  TWO_OVER_ROOT_PI: {
    meaning: "2 / √π, the derivative of erf at 0",
    exactly: new Decimal(2).div(PI.sqrt()),
    bits: [53],
  },
};

/** Remez exchange: solves for errors of equal size and alternating sign, moves to the extreme errors, and repeats. */
function fitted({ terms, from, to, target, weight, form = (coefficients) => coefficients }: Fit): number[] {
  const points = 1000;
  const grid = Array.from({ length: points }, (_, i) => {
    const x = new Decimal((from + to) / 2 - (to - from) / 2 * Math.cos(Math.PI * (i + 0.5) / points));
    return { x, weight: weight(x), value: target(x) };
  });
  let chosen = Array.from({ length: terms + 1 }, (_, i) => grid[Math.round(i * (points - 1) / terms)]!);
  for (let round = 0; round < 20; round++) {
    const solution = solved(chosen.map(({ x, weight, value }, i) => [
      ...Array.from({ length: terms }, (_, power) => x.pow(power).mul(weight)),
      new Decimal(i % 2 ? -1 : 1),
      value.mul(weight),
    ]));
    const polynomial = solution.slice(0, terms);
    const peaks: { error: Decimal; point: typeof grid[number] }[] = [];
    for (const point of grid) {
      const error = horner(polynomial, point.x).sub(point.value).mul(point.weight), last = peaks.at(-1);
      if (!last || last.error.isPos() !== error.isPos()) peaks.push({ error, point });
      else if (error.abs().gt(last.error.abs())) peaks[peaks.length - 1] = { error, point };
    }
    while (peaks.length > terms + 1) peaks[0]!.error.abs().lt(peaks.at(-1)!.error.abs()) ? peaks.shift() : peaks.pop();
    if (peaks.length <= terms) throw new RangeError("Cannot fit: the errors must change sign once a term");
    if (peaks.every(({ point }, i) => point === chosen[i])) return form(polynomial).map(Number);
    chosen = peaks.map(({ point }) => point);
  }
  throw new RangeError("Cannot fit: the exchange must settle within 20 rounds");
}

function horner(polynomial: readonly Decimal[], x: Decimal): Decimal {
  return polynomial.reduceRight((sum, c) => sum.mul(x).add(c), new Decimal(0));
}

/** Gaussian elimination; each row holds the coefficients of an equation and its right-hand side. */
function solved(rows: Decimal[][]): Decimal[] {
  const n = rows.length;
  for (let i = 0; i < n; i++) {
    const best = rows.slice(i).reduce((a, b) => b[i]!.abs().gt(a[i]!.abs()) ? b : a);
    rows.splice(rows.indexOf(best), 1);
    rows.splice(i, 0, best);
    for (let j = 0; j < n; j++) {
      if (j === i) continue;
      const factor = rows[j]![i]!.div(best[i]!);
      rows[j] = rows[j]!.map((value, column) => value.sub(factor.mul(best[column]!)));
    }
  }
  return rows.map((row, i) => row[n]!.div(row[i]!));
}

/** A cubic as [a, b, c, d] in a ((x + b) (x² + c) + d), which saves one product. */
function factored([c0, c1, c2, c3]: readonly Decimal[]): readonly Decimal[] {
  const b = c2!.div(c3!), c = c1!.div(c3!);
  return [c3!, b, c, c0!.div(c3!).sub(b.mul(c))];
}

function parts({ exactly, bits }: Split): number[] {
  let rest = exactly;
  const found = bits.map((count) => {
    const unit = new Decimal(2).pow(Math.floor(rest.abs().log(2).toNumber()) + 1 - count);
    const part = rest.div(unit).round().mul(unit); // remains a decimal: Decimal(number) would parse its shortest text
    rest = rest.sub(part);
    return part.toNumber();
  });
  return [...found, rest.toNumber()];
}

const generated: { name: string; meaning: string; numbers: readonly number[] }[] = [
  ...Object.entries(SPLITS).map(([name, split]) => ({ name, meaning: split.meaning, numbers: parts(split) })),
  ...Object.entries(FITS).map(([name, fit]) => ({ name, meaning: `p in ${fit.meaning}`, numbers: fitted(fit) })),
];
if (Deno.args.includes("--check")) {
  const current: Record<string, readonly number[]> = coefficients;
  const different = generated.filter(({ name, numbers }) => String(current[name]) !== String(numbers));
  for (const { name, numbers } of different) console.log(`${name} must be ${numbers}, but is ${current[name]}`);
  if (different.length > 0) Deno.exit(1);
  console.log(`${generated.length} lists of coefficients are as fitted`);
} else {
  console.log("/** Generated by `tools/fit_coefficients.ts`; do not edit. */");
  for (const { name, meaning, numbers } of generated) {
    const declaration = (list: string) => `export const ${name} = [${list}] as const;`;
    const line = declaration(numbers.join(", "));
    const lines = line.length <= 120 ? line : declaration(`\n${numbers.map((n) => `  ${n},\n`).join("")}`);
    console.log(`\n/** ${meaning} */\n${lines}`);
  }
}
