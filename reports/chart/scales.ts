/** Scales and the ticks of their axes, computed here so that a chart's margins are known before it is drawn. */
import { NUMBERS } from "../../core/arithmetic/elementary.ts";
import { groupDigits, superscript } from "../../experiments/format.ts";
import { visible } from "../html.ts";
import { textWidth } from "./labels/text_width.ts";
import { FONT_SIZE } from "./theme.ts";

/** A scale of numbers with the ticks of its axis. */
export interface NumberScale {
  readonly type: "linear" | "log";
  readonly domain: readonly [number, number];
  readonly ticks: readonly Tick[];
  /** Percentages are proportions from 0 to 1; on an axis of names, the places 0, 1, 2 … stand for one each. */
  readonly format?: "percent" | "name";
}

/** A tick of an axis. */
export interface Tick {
  readonly value: number;
  readonly label: string;
}

/** Proportions from none to all. */
export const PROPORTIONS: NumberScale = {
  type: "linear",
  domain: [0, 1],
  format: "percent",
  ticks: ticksAt([0, 0.25, 0.5, 0.75, 1], (value) => `${100 * value} %`),
};

/** A logarithmic scale over positive numbers, with at most `maxTicks` powers of ten. */
export function logScale(low: number, high: number, maxTicks = 6): NumberScale {
  const [from, to] = low < high ? [low, high] : [low / 2, high * 2];
  const least = from * (1 - ROUNDING);
  const last = decimalExponent(to * (1 + ROUNDING));
  const first = decimalExponent(least) + Number(powerOfTen(decimalExponent(least)) < least);
  const powers = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  const every = Math.ceil(powers.length / maxTicks);
  const values = powers.length >= 2
    ? powers.filter((power) => (last - power) % every === 0).map(powerOfTen)
    : ticksWithinDecade(from, to);
  return { type: "log", domain: [from, to], ticks: ticksAt(values) };
}

/** Ticks with their labels. */
export function ticksAt(values: readonly number[], write = numeral): Tick[] {
  return values.map((value) => ({ value, label: write(value) }));
}

/** Relative tolerance within which two numbers count as equal. */
const ROUNDING = 2e-9;

/** The exponent of the largest power of ten that is not above a positive number: exact, from its digits. */
export function decimalExponent(value: number): number {
  return Number(value.toExponential().split("e")[1]);
}

/** Ten to an integer power. */
function powerOfTen(power: number): number {
  return Number(`1e${power}`);
}

function ticksWithinDecade(low: number, high: number): number[] {
  const isWithin = (value: number) => value >= low * (1 - ROUNDING) && value <= high * (1 + ROUNDING);
  const floor = decimalExponent(low);
  const round = [floor, floor + 1].flatMap((power) => [1, 2, 5].map((digit) => Number(`${digit}e${power}`)))
    .filter(isWithin);
  return round.length >= 2 ? round : linearScale(low, high).ticks.map(({ value }) => value).filter(isWithin);
}

/** A linear scale, its ends on round numbers, with about `tickCount` ticks. */
export function linearScale(low: number, high: number, tickCount = 5): NumberScale {
  const [from, to] = low < high ? [low, high] : [low - 1, high + 1];
  const step = roundStep((to - from) / tickCount);
  const first = Math.floor(from / step + 1e-9);
  const last = Math.ceil(to / step - 1e-9);
  const values = Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
  return { type: "linear", domain: [values[0]!, values.at(-1)!], ticks: ticksAt(values) };
}

function roundStep(step: number): number {
  const power = powerOfTen(decimalExponent(step));
  const digit = step / power;
  return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
}

/** The fraction of a linear scale that is added at an end where a mark would lie on the axis or its labels. */
const END_PADDING = 0.04;

/** A linear scale with padding at each end that `low` or `high` reaches. */
export function padScale(scale: NumberScale, low: number, high: number): NumberScale {
  const [from, to] = scale.domain;
  const padding = END_PADDING * (to - from);
  return { ...scale, domain: [low <= from ? from - padding : from, high >= to ? to + padding : to] };
}

/** The smallest and the largest number; undefined where there is none. */
export function extent(values: Iterable<number | undefined>): [number, number] | undefined {
  let low = Infinity, high = -Infinity;
  for (const value of values) {
    if (value === undefined) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low <= high ? [low, high] : undefined;
}

/** A round number as an axis writes it: 0.001, 10,000, 10⁻⁶. */
export function numeral(value: number): string {
  const size = Math.abs(value);
  const sign = value < 0 ? "−" : "";
  if (size !== 0 && (size < 1e-3 || size >= 1e6)) {
    const [digits, power] = size.toExponential().split("e") as [string, string];
    return `${sign}${digits === "1" ? "" : `${Number(Number(digits).toPrecision(4))} × `}10${superscript(power)}`;
  }
  const [integer, decimals] = String(Number(size.toPrecision(6))).split(".") as [string, string | undefined];
  return `${sign}${groupDigits(integer)}${decimals ? `.${decimals}` : ""}`;
}

/** Every tick, or every second, third …: as many as their labels leave space for along an axis. */
export function fittingTicks(scale: NumberScale, pixels: number): readonly Tick[] {
  const { ticks } = scale;
  const isClear = (tick: Tick, next: Tick) => {
    const distance = (position(scale, next.value) - position(scale, tick.value)) * pixels;
    return distance >= (textWidth(tick.label, FONT_SIZE) + textWidth(next.label, FONT_SIZE)) / 2 + 8;
  };
  const fits = (kept: readonly Tick[]) => kept.every((tick, i) => i === 0 || isClear(kept[i - 1]!, tick));
  for (let every = 1; scale.format !== "name" && every < ticks.length; every++) {
    const kept = ticks.filter((_, i) => i % every === 0);
    if (fits(kept)) return kept;
  }
  return ticks;
}

/** The width of the widest label of an axis, in pixels. */
export function widestLabel(labels: readonly string[]): number {
  return Math.ceil(Math.max(0, ...labels.map((label) => textWidth(label, FONT_SIZE))));
}

/** The position of a value on its scale, from 0 to 1. */
export function position({ type, domain: [low, high] }: NumberScale, value: number): number {
  return type === "log" ? NUMBERS.log(value / low) / NUMBERS.log(high / low) : (value - low) / (high - low);
}

/** The value at a position: the inverse of `position`. */
export function valueAt({ type, domain: [low, high] }: NumberScale, fraction: number): number {
  return type === "log" ? low * NUMBERS.exp(fraction * NUMBERS.log(high / low)) : low + fraction * (high - low);
}

/** Upper bound on the characters of a label. */
const MAX_LABEL_LENGTH = 26;

/** A scale of the places 0, 1, 2 …, one per name. */
export function categoryScale(names: readonly string[]): NumberScale {
  return {
    type: "linear",
    domain: [-0.5, names.length - 0.5],
    format: "name",
    ticks: names.map((name, value) => ({ value, label: truncateLabel(name) })),
  };
}

/** A name cut to a length that an axis can show. */
export function truncateLabel(name: string): string {
  const letters = [...visible(name)];
  return letters.length > MAX_LABEL_LENGTH ? `${letters.slice(0, MAX_LABEL_LENGTH - 1).join("")}…` : letters.join("");
}
