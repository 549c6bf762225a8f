/** How weights start. */
import { NUMBERS } from "./elementary.ts";
import type { Stream } from "./random.ts";
import { type Choice, finite, notNegative, type SettingTable, type Values } from "./settings.ts";

/** The sizes a layer's start may depend on: inputs and units of the layer. */
export interface Fans {
  readonly fanIn: number;
  readonly fanOut: number;
}

/** An entry of INITIALIZERS. */
export interface Initializer<S extends SettingTable = SettingTable> {
  readonly settings: S;
  /** One starting value; `random` is moved on by the draws that it takes. */
  draw(random: Stream, fans: Fans, settings: Values<S>): number;
}

const define = <S extends SettingTable>(entry: Initializer<S>): Initializer<S> => entry;

const TAU = 6.283185307179586; // 2π
const scale = finite(1);

/** A standard normal variable (Box & Muller 1958): √(−2 ln(1 − u)) cos 2πv from two doubles u, v. */
function standardNormal(random: Stream): number {
  const u = random.double(), v = random.double();
  return Math.sqrt(-2 * NUMBERS.log1p(-u)) * NUMBERS.cos(TAU * v);
}

/** Uniform in ±√(3·variance), where `variance` tells the variance from the fans. */
function uniformOf(variance: (fans: Fans) => number) {
  return define({
    settings: { scale },
    draw: (random, fans, { scale }) => {
      const bound = Math.sqrt(3 * variance(fans));
      return scale * random.uniform(-bound, bound);
    },
  });
}

/** Normal around 0, where `variance` tells the variance from the fans. */
function normalOf(variance: (fans: Fans) => number) {
  return define({
    settings: { scale },
    draw: (random, fans, { scale }) => scale * (Math.sqrt(variance(fans)) * standardNormal(random)),
  });
}

const glorot = ({ fanIn, fanOut }: Fans) => 2 / (fanIn + fanOut);
const he = ({ fanIn }: Fans) => 2 / fanIn;
const lecun = ({ fanIn }: Fans) => 1 / fanIn;

/** The starts by name. Every one takes a `scale` that multiplies what it draws. */
export const INITIALIZERS = {
  uniform: define({
    settings: { low: finite(-1), high: finite(1), scale },
    draw: (random, _fans, { low, high, scale }) => scale * random.uniform(low, high),
  }),
  normal: define({
    settings: { deviation: notNegative(1), scale },
    draw: (random, _fans, { deviation, scale }) => scale * (deviation * standardNormal(random)),
  }),
  constant: define({
    settings: { value: finite(), scale },
    draw: (_random, _fans, { value, scale }) => scale * value,
  }),
  /** Glorot & Bengio 2010: variance 2/(fanIn + fanOut). */
  glorotUniform: uniformOf(glorot),
  glorotNormal: normalOf(glorot),
  /** He, Zhang, Ren & Sun 2015: variance 2/fanIn. */
  heUniform: uniformOf(he),
  heNormal: normalOf(he),
  /** LeCun, Bottou, Orr & Müller 1998: variance 1/fanIn. */
  lecunNormal: normalOf(lecun),
} as const satisfies Record<string, unknown>;

/** The name of an initialiser. */
export type InitializerName = keyof typeof INITIALIZERS;

/** The draw that a config names, with its settings fixed. */
export function bindInitializer(choice: Choice): (random: Stream, fans: Fans) => number {
  const entry = INITIALIZERS[choice.name as InitializerName] as unknown as Initializer<Record<string, never>>;
  return (random, fans) => entry.draw(random, fans, choice as unknown as Values<Record<string, never>>);
}
