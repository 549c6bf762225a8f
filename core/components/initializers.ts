/** Initialisers: the distributions of initial weights. */
import { standardNormal, type Stream } from "../random.ts";
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

/** An initialiser with one more setting: `scale`, which multiplies its values. */
function scaled<V extends SettingValues>(
  settings: SettingsOf<V>,
  draw: Initializer<V>["draw"],
): Initializer<V & { scale: number }> {
  return {
    settings: { ...settings, scale: finite(1) } as SettingsOf<V & { scale: number }>,
    draw: (random, fans, values) => values.scale * draw(random, fans, values),
  };
}

type ScaleOnly = Initializer<{ scale: number }>;

/** Uniform in ±√(3·variance). */
const uniformOf = (variance: (fans: Fans) => number): ScaleOnly =>
  scaled({}, (random, fans) => {
    const bound = Math.sqrt(3 * variance(fans));
    return random.uniform(-bound, bound);
  });

/** Normal with mean 0. */
const normalOf = (variance: (fans: Fans) => number): ScaleOnly =>
  scaled({}, (random, fans) => Math.sqrt(variance(fans)) * standardNormal(random));

/** Variance by Glorot & Bengio 2010. */
const glorot = ({ fanIn, fanOut }: Fans) => 2 / (fanIn + fanOut);
/** Variance by He, Zhang, Ren & Sun 2015. */
const he = ({ fanIn }: Fans) => 2 / fanIn;
/** Variance by LeCun, Bottou, Orr & Müller 1998. */
const lecun = ({ fanIn }: Fans) => 1 / fanIn;

/**
 * The initialisers by name. Every initialiser has a `scale` that multiplies its values.
 *
 * ```ts
 * import { assert } from "@std/assert";
 * import { INITIALIZERS, stream } from "../core.ts";
 *
 * const weight = INITIALIZERS.glorotUniform.draw(stream("1", "init"), { fanIn: 3, fanOut: 3 }, { scale: 1 });
 * assert(-1 < weight && weight < 1); // ±√(6 / (3 + 3))
 * ```
 */
export const INITIALIZERS = {
  uniform: scaled(
    { low: finite(-1), high: finite(1) },
    (random, _fans, { low, high }) => random.uniform(low, high),
  ) as Initializer<{ low: number; high: number; scale: number }>,
  normal: scaled(
    { deviation: notNegative(1) },
    (random, _fans, { deviation }) => deviation * standardNormal(random),
  ) as Initializer<{ deviation: number; scale: number }>,
  constant: scaled({ value: finite() }, (_random, _fans, { value }) => value) as Initializer<
    { value: number; scale: number }
  >,
  glorotUniform: uniformOf(glorot) as ScaleOnly,
  glorotNormal: normalOf(glorot) as ScaleOnly,
  heUniform: uniformOf(he) as ScaleOnly,
  heNormal: normalOf(he) as ScaleOnly,
  lecunNormal: normalOf(lecun) as ScaleOnly,
} as const satisfies Readonly<Record<string, Initializer>>;

/** The name of an initialiser. */
export type InitializerName = keyof typeof INITIALIZERS;

/** Binds the settings of the initialiser that a config names. */
export function bindInitializer(choice: Choice): (random: Stream, fans: Fans) => number {
  const entry: Initializer = INITIALIZERS[choice.name as InitializerName];
  return (random, fans) => entry.draw(random, fans, choice);
}
