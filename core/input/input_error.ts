/** Errors in user input: the fault as data, rendered as one sentence. */
import type { Expected } from "./expected.ts";

/** Location of a fault; parts that do not apply are absent. */
export interface Location {
  /** The path of a file. */
  readonly file?: string;
  /** A line of a text, from 1. */
  readonly line?: number;
  /** A row of a table: the header is row 1. */
  readonly row?: number;
  /** The name or the number (from 1) of a column of that row. */
  readonly column?: string | number;
  /** The path of a field, such as `network.layers[1].units`; empty for the whole value. */
  readonly field?: string;
}

/** The action that failed: `{ verb: "run", object: "depth-xor" }`. */
export interface Action {
  /** Such as `run` or `read the config`. */
  readonly verb: string;
  /** What it was applied to. */
  readonly object?: string;
}

/** A fault: its location, the rule that is violated, the value found, and the nearest legal value. */
export interface Fault extends Location {
  /** Completes a sentence that begins with the location: `must be true or false`. Without a location, a clause. */
  readonly rule: string;
  /** What the rule asks of the value, as data; absent where only the rule says it. */
  readonly expected?: Expected;
  /** The value found instead. */
  readonly value?: unknown;
  /** Whether the value was found itself (`is`) or counts something (`has`). */
  readonly relation?: "is" | "has";
  /** A legal value that is similar to the value found. */
  readonly suggestion?: string | undefined;
  /** The action that failed because of it. */
  readonly action?: Action;
  /** The file that asked for the action. */
  readonly source?: string;
}

/** An error in user input; `fault` is for programs, the message for users. */
export class InputError extends RangeError {
  /** Always `InputError`. */
  override name = "InputError";
  /** The fault as data. */
  readonly fault: Fault;

  /** A string is a rule without a location. */
  constructor(fault: Fault | string) {
    const data = typeof fault === "string" ? { rule: fault } : fault;
    super(renderFault(data));
    this.fault = data;
  }

  /** Returns the same fault located within a folder, a file, a line or another value. */
  within(
    { folder, file, line, field }: Pick<Location, "file" | "line" | "field"> & { readonly folder?: string },
  ): InputError {
    const inner = this.fault, name = inner.file ?? file;
    const path = name === undefined || folder === undefined ? name : `${folder}/${name}`;
    return new InputError({
      ...inner,
      ...(path !== undefined && (inner.action ? { source: path } : { file: path })),
      ...(line !== undefined && { line }),
      ...(field !== undefined && { field: joinFields(field, inner.field ?? "") }),
    });
  }

  /** Returns the same fault with the action that failed, unless it has one. */
  during(action: Action): InputError {
    return this.fault.action ? this : new InputError({ ...this.fault, action });
  }
}

/** Runs `act` and rethrows its InputErrors as changed by `change`; other errors pass unchanged. */
export function mapInputErrors<V>(change: (error: InputError) => InputError, act: () => V): V {
  try {
    return act();
  } catch (error) {
    throw error instanceof InputError ? change(error) : error;
  }
}

/** The message of an InputError; rethrows any other error. */
export function inputErrorMessage(error: unknown): string {
  if (error instanceof InputError) return error.message;
  throw error;
}

/** Renders a fault as a sentence: `Cannot run "x": file, row 2, column c must be …, but is … (did you mean "…"?)`. */
export function renderFault(fault: Fault): string {
  const { rule, relation = "is", suggestion, action, source, line, ...inSource } = fault;
  // a line belongs to the source if there is one
  const ofLine = line === undefined ? {} : { line };
  const location = source ? inSource : { ...inSource, ...ofLine };
  const found = "value" in fault ? `, but ${relation} ${preview(fault.value)}` : "";
  const hint = suggestion === undefined ? "" : ` (did you mean "${suggestion}"?)`;
  const sentence = [locationText(location), `${rule}${found}${hint}`].filter(Boolean).join(" ");
  if (!action) return sentence;
  const { verb, object } = action;
  const subject = object === undefined ? "" : ` "${shortened(object)}"`;
  const origin = source ? `${locationText({ file: source, ...ofLine })}: ` : "";
  return `${origin}Cannot ${shortened(verb)}${subject}: ${sentence}`;
}

function locationText({ file = "", line, row, column, field }: Location): string {
  const place = [
    shortened(file),
    line !== undefined && `line ${line}`,
    row !== undefined && `row ${row}`,
    column !== undefined && `column ${shortened(String(column))}`,
  ].filter(Boolean).join(", ");
  const subject = field === "" ? "it" : shortened(field ?? "");
  return place && subject ? `${place}: ${subject}` : place || subject;
}

/** `outer.inner`, `outer[0]`; either may be empty. */
function joinFields(outer: string, inner: string): string {
  return outer === "" || inner === "" || inner.startsWith("[") ? outer + inner : `${outer}.${inner}`;
}

/** A value as shown in a message: on one line, at most 60 characters. */
export function preview(value: unknown): string {
  const text = typeof value === "string" || typeof value === "object" ? json(value) : String(value);
  return text.length > 60 ? `${cut(text, 57)}…` : text;
}

/** Longest path or word that a message repeats whole, in UTF-16 code units. */
const MAX_ECHO = 400;

/** A path or a word as shown in a message: if it is very long, its beginning and its end. */
export function shortened(text: string): string {
  return text.length > MAX_ECHO ? `${cut(text, 60)}…${text.slice(-60).replace(/^[\udc00-\udfff]/, "")}` : text;
}

/** At most `length` code units from the start, without half of a character at the end. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, "");
}

function json(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "nothing";
  } catch {
    return "something that is no JSON"; // a big integer or a circular reference
  }
}
