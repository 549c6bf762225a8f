/** Scales and the marks on their axes, worked out here so that a chart's margins are known before it is drawn. */
import { NUMBERS } from "../../core/arithmetic/elementary.ts";
import { visible } from "../page/html.ts";
import { textWidth } from "./text_width.ts";
import { LETTERS } from "./theme.ts";

/** A scale of numbers with what its axis says. */
export interface NumberScale {
  readonly type: "linear" | "log";
  readonly domain: readonly [number, number];
  readonly ticks: readonly Tick[];
  /** Whether its places stand for names. */
  readonly names?: true;
}

/** A mark on an axis. */
export interface Tick {
  readonly value: number;
  readonly label: string;
}

/** Shares from none to all. */
export const SHARES: NumberScale = {
  type: "linear",
  domain: [0, 1],
  ticks: [0, 0.25, 0.5, 0.75, 1].map((value) => ({ value, label: `${100 * value} %` })),
};

/** A logarithmic scale over positive numbers, with at most so many labels. */
export function logScale(low: number, high: number, most = 6): NumberScale {
  const [from, to] = low < high ? [low, high] : [low / 2, high * 2];
  const least = from * (1 - ROUNDING), last = powerBelow(to * (1 + ROUNDING));
  const first = powerBelow(least) + Number(powerOfTen(powerBelow(least)) < least);
  const powers = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  const every = Math.ceil(powers.length / most);
  const values = powers.length >= 2
    ? powers.filter((power) => (last - power) % every === 0).map(powerOfTen)
    : fewerThanADecade(from, to);
  return { type: "log", domain: [from, to], ticks: values.map((value) => ({ value, label: numeral(value) })) };
}

/** By how much of itself a number may miss another and still be taken for it. */
const ROUNDING = 2e-9;

/** The largest whole power of ten that is not above a positive number: read off its digits, the same everywhere. */
export function powerBelow(value: number): number {
  return Number(value.toExponential().split("e")[1]);
}

/** Ten to a whole power. */
export function powerOfTen(power: number): number {
  return Number(`1e${power}`);
}

function fewerThanADecade(low: number, high: number): number[] {
  const floor = powerBelow(low),
    within = (value: number) => value >= low * (1 - ROUNDING) && value <= high * (1 + ROUNDING);
  const round = [floor, floor + 1].flatMap((power) => [1, 2, 5].map((digit) => Number(`${digit}e${power}`))).filter(
    within,
  );
  return round.length >= 2 ? round : linearScale(low, high).ticks.map(({ value }) => value).filter(within);
}

/** A linear scale, its ends on round numbers, with about so many marks. */
export function linearScale(low: number, high: number, about = 5): NumberScale {
  const [from, to] = low < high ? [low, high] : [low - 1, high + 1];
  const step = roundStep((to - from) / about),
    first = Math.floor(from / step + 1e-9),
    last = Math.ceil(to / step - 1e-9);
  const values = Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
  return {
    type: "linear",
    domain: [values[0]!, values.at(-1)!],
    ticks: values.map((value) => ({ value, label: numeral(value) })),
  };
}

function roundStep(step: number): number {
  const power = powerOfTen(powerBelow(step)), digit = step / power;
  return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
}

/** The part of a linear scale that is left free where a mark would lie on its end, and so on the axis or its labels. */
const ROOM = 0.04;

/** A linear scale with room at an end at which one of the numbers from `low` to `high` lies. */
export function roomyScale(scale: NumberScale, low: number, high: number): NumberScale {
  const [from, to] = scale.domain, room = ROOM * (to - from);
  return { ...scale, domain: [low <= from ? from - room : from, high >= to ? to + room : to] };
}

/** The smallest and the largest of some numbers; undefined where there are none. */
export function extent(values: Iterable<number | undefined>): [number, number] | undefined {
  let low = Infinity, high = -Infinity;
  for (const value of values) {
    if (value === undefined) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low <= high ? [low, high] : undefined;
}

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A whole number, raised. */
export function superscript(power: string): string {
  return power.replace("+", "").replace(/[-−]/, "⁻").replace(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)]!);
}

/** A round number as an axis writes it: 0.001, 10,000, 10⁻⁶. */
export function numeral(value: number): string {
  const size = Math.abs(value), sign = value < 0 ? "−" : "";
  if (size !== 0 && (size < 1e-3 || size >= 1e6)) {
    const [digits, power] = size.toExponential().split("e") as [string, string];
    return `${sign}${digits === "1" ? "" : `${Number(Number(digits).toPrecision(4))} × `}10${superscript(power)}`;
  }
  const [whole, part] = String(Number(size.toPrecision(6))).split(".") as [string, string | undefined];
  return `${sign}${whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole}${part ? `.${part}` : ""}`;
}

/** Every mark, or every second, third … mark: as many as do not run into each other along so many pixels. */
export function fitting(scale: NumberScale, pixels: number): readonly Tick[] {
  const { ticks } = scale;
  const clear = (tick: Tick, next: Tick) => {
    const apart = (position(scale, next.value) - position(scale, tick.value)) * pixels;
    return apart >= (textWidth(tick.label, LETTERS) + textWidth(next.label, LETTERS)) / 2 + 8;
  };
  const fits = (kept: readonly Tick[]) => kept.every((tick, i) => i === 0 || clear(kept[i - 1]!, tick));
  for (let every = 1; !scale.names && every < ticks.length; every++) {
    const kept = ticks.filter((_, i) => i % every === 0);
    if (fits(kept)) return kept;
  }
  return ticks;
}

/** The room that an axis's labels take, in pixels. */
export function widest(labels: readonly string[]): number {
  return Math.ceil(Math.max(0, ...labels.map((label) => textWidth(label, LETTERS))));
}

/** Where a value stands on its scale, from 0 to 1. */
export function position({ type, domain: [low, high] }: NumberScale, value: number): number {
  return type === "log" ? NUMBERS.log(value / low) / NUMBERS.log(high / low) : (value - low) / (high - low);
}

/** The value at a position: the inverse of `position`. */
export function valueAt({ type, domain: [low, high] }: NumberScale, share: number): number {
  return type === "log" ? low * NUMBERS.exp(share * NUMBERS.log(high / low)) : low + share * (high - low);
}

const LONGEST = 26;

/** A scale of places 0, 1, 2 …, one a name. */
export function placeScale(names: readonly string[]): NumberScale {
  return {
    type: "linear",
    domain: [-0.5, names.length - 0.5],
    names: true,
    ticks: names.map((name, value) => ({ value, label: shortened(name) })),
  };
}

/** A name short enough for an axis. */
export function shortened(name: string): string {
  const letters = [...visible(name)];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join("")}…` : letters.join("");
}
