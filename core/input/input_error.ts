/** What is wrong with something that a person wrote: data first, one sentence only at the end. */

/** Where the fault is; absent parts do not apply. */
export interface Location {
  /** The path of a file. */
  readonly file?: string;
  /** A row of a table: the header is row 1. */
  readonly row?: number;
  /** A column of that row: its name, or its number from 1. */
  readonly column?: string | number;
  /** The path of a field, such as `network.layers[1].units`; empty for the whole value. */
  readonly field?: string;
}

/** What could not be done, and to what: `{ verb: "run", object: "depth-xor" }`. */
export interface Action {
  /** Such as `run` or `read the config`. */
  readonly verb: string;
  /** What it was to be done to. */
  readonly object?: string;
}

/** One fault: its place, the rule that is broken, the value that breaks it, and the nearest legal value. */
export interface Fault extends Location {
  /** Completes the sentence that the location begins, such as `must be true or false`; without a location, a clause. */
  readonly rule: string;
  /** The value found instead. */
  readonly value?: unknown;
  /** Whether the value is what was found (`is`), or how many of something (`has`). */
  readonly relation?: "is" | "has";
  /** A legal value that is close to the one found. */
  readonly suggestion?: string | undefined;
  /** What could not be done because of it. */
  readonly action?: Action;
  /** The file that asked for the action. */
  readonly source?: string;
}

/** Thrown for what a person wrote; `fault` is for programs, the message for that person. */
export class InputError extends RangeError {
  /** Tells it from other errors. */
  override name = "InputError";
  /** The fault as data. */
  readonly fault: Fault;

  /** A text is a rule without a location. */
  constructor(fault: Fault | string) {
    const whole = typeof fault === "string" ? { rule: fault } : fault;
    super(renderFault(whole));
    this.fault = whole;
  }

  /** The same fault as seen from outside: within a folder, a file, or another value. */
  within(
    { folder, file, field }: { readonly folder?: string; readonly file?: string; readonly field?: string },
  ): InputError {
    const inner = this.fault, name = inner.file ?? file;
    const path = name === undefined || folder === undefined ? name : `${folder}/${name}`;
    return new InputError({
      ...inner,
      ...(path !== undefined && (inner.action ? { source: path } : { file: path })),
      ...(field !== undefined && { field: joinFields(field, inner.field ?? "") }),
    });
  }

  /** The same fault with what could not be done because of it, unless that is known already. */
  during(action: Action): InputError {
    return this.fault.action ? this : new InputError({ ...this.fault, action });
  }
}

/** Runs `act`; an InputError passes through `change`, any other error as it is. */
export function mapInputErrors<V>(change: (error: InputError) => InputError, act: () => V): V {
  try {
    return act();
  } catch (error) {
    throw error instanceof InputError ? change(error) : error;
  }
}

/** The message of an InputError; throws any other error again. */
export function inputErrorMessage(error: unknown): string {
  if (error instanceof InputError) return error.message;
  throw error;
}

/** A fault as a sentence: `Cannot run "x": file, row 2, column c must be …, but is … (did you mean "…"?)`. */
export function renderFault(fault: Fault): string {
  const { rule, relation = "is", suggestion, action, source } = fault;
  const found = "value" in fault ? `, but ${relation} ${shown(fault.value)}` : "";
  const sentence = [locationText(fault), `${rule}${found}${didYouMean(suggestion)}`].filter(Boolean).join(" ");
  if (!action) return sentence;
  const { verb, object } = action;
  return `${source ? `${source}: ` : ""}Cannot ${verb}${object === undefined ? "" : ` "${object}"`}: ${sentence}`;
}

/** ` (did you mean "…"?)`, or nothing without a suggestion. */
export function didYouMean(suggestion: string | undefined): string {
  return suggestion === undefined ? "" : ` (did you mean "${suggestion}"?)`;
}

function locationText({ file, row, column, field }: Location): string {
  const place = [
    ...(file !== undefined ? [file] : []),
    ...(row !== undefined ? [`row ${row}`] : []),
    ...(column !== undefined ? [`column ${column}`] : []),
  ].join(", ");
  const subject = field === "" ? "it" : field ?? "";
  return place && subject ? `${place}: ${subject}` : place || subject;
}

/** `outer.inner`, `outer[0]`; either may be empty. */
function joinFields(outer: string, inner: string): string {
  return outer === "" || inner === "" || inner.startsWith("[") ? outer + inner : `${outer}.${inner}`;
}

/** A value as a message shows it: short, and on one line. */
export function shown(value: unknown): string {
  const text = typeof value === "string" || typeof value === "object" ? json(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function json(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "nothing";
  } catch {
    return "something that is no JSON"; // a big integer or a circular reference
  }
}
