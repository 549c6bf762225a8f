/** Texts of single fields in the address of a lab setting: lists separated by commas, their parts by colons. */
import { choice } from "../../core/config/fields.ts";
import type { Choice, EntryTable } from "../../core/components/settings.ts";
import { fail, finiteNumber, type Read, reject, requireLength, wholeNumber } from "../../core/input/readers.ts";

/** Reads the text of a field; `path` is its name. */
export type ReadText<V> = (text: string, path: string) => V;

/** A number, as a reader of numbers accepts it. */
export function numberText<V>(read: Read<V>): ReadText<V> {
  return (text, path) => read(valueOf(text), path);
}

/** A number from `min` to `max`. */
export function numberWithin(min: number, max: number): Read<number> {
  return (value, path) => {
    const isInRange = typeof value === "number" && value >= min && value <= max;
    return isInRange ? value : reject(path, { kind: "number", min, max }, value);
  };
}

/** A flag: 0 or 1. */
export const flagText: ReadText<boolean> = (text, path) =>
  text === "0" || text === "1" ? text === "1" : reject(path, "0 or 1", text);

/** The text of a flag. */
export function flag(value: boolean): string {
  return value ? "1" : "0";
}

/** A list of whole numbers of at least 0. */
export const wholeNumbers: ReadText<number[]> = (text, path) =>
  text.split(",").map((part, i) => wholeNumber(0)(valueOf(part), `${path}[${i}]`));

/** A list of numbers with `length` parts each. */
export function tuples(length: number): ReadText<number[][]> {
  return (text, path) =>
    text.split(",").map((item, i) => {
      const parts = item.split(":");
      requireLength(parts, length, "parts", `${path}[${i}]`);
      return parts.map((part) => finiteNumber(valueOf(part), `${path}[${i}]`));
    });
}

/**
 * An entry of a table with any of its settings: `momentum:reset:epoch`.
 *
 * `further` are the values of settings that have fields of their own.
 */
export function choiceText(
  kind: string,
  table: EntryTable,
  further: Readonly<Record<string, unknown>> = {},
): ReadText<Choice> {
  const read = choice(kind, table);
  return (text, path) => {
    const [name = "", ...parts] = text.split(":");
    const settings = new Map<string, unknown>();
    for (let i = 0; i < parts.length; i += 2) {
      const setting = parts[i]!, settingPath = `${path}.${setting}`;
      if (i + 1 === parts.length) fail(settingPath, "must be followed by a value");
      if (settings.has(setting)) fail(settingPath, "must be given once");
      if (Object.hasOwn(further, setting)) fail(settingPath, "has a field of its own");
      settings.set(setting, valueOf(parts[i + 1]!));
    }
    return read({ name, ...Object.fromEntries(settings), ...further }, path);
  };
}

/** The text of a choice: its name and the settings that differ from their defaults, but for those in `except`. */
export function choiceAsText(
  chosen: { readonly name: string; readonly [setting: string]: unknown },
  table: EntryTable,
  except: readonly string[] = [],
): string {
  const settings = Object.entries(table[chosen.name]!.settings)
    .filter(([name, { default: byDefault }]) => !except.includes(name) && chosen[name] !== byDefault)
    .flatMap(([name]) => chosen[name] === undefined ? [] : [name, textOf(chosen[name])]);
  return [chosen.name, ...settings].join(":");
}

/** A value without `+`, which an address reads as a space. */
export function textOf(value: unknown): string {
  return String(value).replace("+", "");
}

/** The number that a text denotes; otherwise the text, which no reader of numbers accepts. */
export function valueOf(text: string): number | string {
  const value = Number(text);
  if (text.trim() === "" || Number.isNaN(value)) return text;
  return value === 0 ? 0 : value; // −0 has no text of its own
}
