/** Initialisers: the distributions of initial weights. */
import { NUMBERS } from "../arithmetic/elementary.ts";
import type { Stream } from "../random.ts";
import { type Choice, finite, type NoSettings, notNegative, type SettingsOf, type SettingValues } from "./settings.ts";

/** The sizes of a layer. */
export interface Fans {
  /** Number of inputs. */
  readonly fanIn: number;
  /** Number of units. */
  readonly fanOut: number;
}

/** An entry of INITIALIZERS. */
export interface Initializer<V extends SettingValues = NoSettings> {
  /** The settings it takes, by name. */
  readonly settings: SettingsOf<V>;
  /** Draws one initial value from `random`. */
  draw(random: Stream, fans: Fans, settings: Readonly<V>): number;
}

const TAU = 6.283185307179586; // 2π
const scale = finite(1);
type Scaled = { scale: number };

/** A standard normal variable (Box & Muller 1958): √(−2 ln(1 − u)) cos 2πv from two doubles u, v. */
function standardNormal(random: Stream): number {
  const u = random.double(), v = random.double();
  return Math.sqrt(-2 * NUMBERS.log1p(-u)) * NUMBERS.cos(TAU * v);
}

/** Uniform in ±√(3·variance). */
function uniformOf(variance: (fans: Fans) => number): Initializer<Scaled> {
  return {
    settings: { scale },
    draw: (random, fans, { scale }) => {
      const bound = Math.sqrt(3 * variance(fans));
      return scale * random.uniform(-bound, bound);
    },
  };
}

/** Normal with mean 0. */
function normalOf(variance: (fans: Fans) => number): Initializer<Scaled> {
  return {
    settings: { scale },
    draw: (random, fans, { scale }) => scale * (Math.sqrt(variance(fans)) * standardNormal(random)),
  };
}

const glorot = ({ fanIn, fanOut }: Fans) => 2 / (fanIn + fanOut);
const he = ({ fanIn }: Fans) => 2 / fanIn;
const lecun = ({ fanIn }: Fans) => 1 / fanIn;

const uniform: Initializer<{ low: number; high: number; scale: number }> = {
  settings: { low: finite(-1), high: finite(1), scale },
  draw: (random, _fans, { low, high, scale }) => scale * random.uniform(low, high),
};

const normal: Initializer<{ deviation: number; scale: number }> = {
  settings: { deviation: notNegative(1), scale },
  draw: (random, _fans, { deviation, scale }) => scale * (deviation * standardNormal(random)),
};

const constant: Initializer<{ value: number; scale: number }> = {
  settings: { value: finite(), scale },
  draw: (_random, _fans, { value, scale }) => scale * value,
};

/** Glorot & Bengio 2010: variance 2/(fanIn + fanOut). */
const glorotUniform: Initializer<Scaled> = uniformOf(glorot);
const glorotNormal: Initializer<Scaled> = normalOf(glorot);
/** He, Zhang, Ren & Sun 2015: variance 2/fanIn. */
const heUniform: Initializer<Scaled> = uniformOf(he);
const heNormal: Initializer<Scaled> = normalOf(he);
/** LeCun, Bottou, Orr & Müller 1998: variance 1/fanIn. */
const lecunNormal: Initializer<Scaled> = normalOf(lecun);

/**
 * The initialisers by name. Every initialiser has a `scale` that multiplies its values.
 *
 * ```ts
 * import { assert } from "@std/assert";
 * import { INITIALIZERS, stream } from "../../mod.ts";
 *
 * const weight = INITIALIZERS.glorotUniform.draw(stream("1", "init"), { fanIn: 3, fanOut: 3 }, { scale: 1 });
 * assert(-1 < weight && weight < 1); // ±√(6 / (3 + 3))
 * ```
 */
export const INITIALIZERS = {
  uniform,
  normal,
  constant,
  glorotUniform,
  glorotNormal,
  heUniform,
  heNormal,
  lecunNormal,
} as const satisfies Readonly<Record<string, Initializer>>;

/** The name of an initialiser. */
export type InitializerName = keyof typeof INITIALIZERS;

/** Binds the settings of the initialiser that a config names. */
export function bindInitializer(choice: Choice): (random: Stream, fans: Fans) => number {
  const entry: Initializer = INITIALIZERS[choice.name as InitializerName];
  return (random, fans) => entry.draw(random, fans, choice);
}
