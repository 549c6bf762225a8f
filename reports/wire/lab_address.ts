/**
 * The address of a lab setting: `#hidden=4:tanh&rate=0.3`.
 *
 * A field that is left out has the value of a base: DEFAULT_STATE, or the setting of a page. Addresses are kept for
 * years: names of fields and defaults must not change.
 */
import { ACTIVATIONS } from "../../core/components/activations.ts";
import { INITIALIZERS } from "../../core/components/initializers.ts";
import { LOSSES } from "../../core/components/losses.ts";
import { OPTIMIZERS } from "../../core/components/optimizers.ts";
import { SCHEDULES } from "../../core/components/schedules.ts";
import { type Fault, InputError } from "../../core/input/input_error.ts";
import { nearest } from "../../core/input/readers.ts";
import { labConfig, tableName } from "./lab_config.ts";
import { choiceAsText, flag, textOf } from "./lab_fields.ts";
import { isViewField } from "./lab_view.ts";
import { DEFAULT_STATE, type LabBasis, type LabData, type LabProblem, type LabState } from "./lab_state.ts";
import { generatedData, readLabState, type Take } from "./read_lab_state.ts";

/**
 * The fragment of an address, `#` included; empty for the base. Equal settings have equal addresses.
 *
 * What no field holds, `parseLabAddress` takes from the base.
 */
export function labAddress(state: LabState, base: LabState = DEFAULT_STATE): string {
  const { data } = state;
  const isOtherSet = data.kind === "generated" && !(base.data.kind === data.kind && base.data.name === data.name);
  const defaults = { ...fieldTexts(base), ...(isOtherSet && optionTexts(generatedData(data.name))) };
  const given = Object.entries(fieldTexts(state)).filter(([name, text]) => text !== defaults[name]);
  return given.length === 0 ? "" : `#${given.map((field) => field.join("=")).join("&")}`;
}

/** The text of each field, in the order of the address; empty for none. */
export function fieldTexts(state: LabState): Readonly<Record<string, string>> {
  const { output, loss, optimizer, initializer, check, stop, experiment, claim } = state;
  return {
    ...dataTexts(state.data),
    encoding: state.encoding,
    constant: flag(state.constant),
    hidden: state.hidden.map((layer) =>
      layerText({ ...layer, activation: choiceAsText(layer.activation, ACTIVATIONS) })
    ).join(","),
    outputBias: flag(state.outputBias),
    output: output ? choiceAsText(output, ACTIVATIONS) : "",
    loss: choiceAsText(loss, LOSSES),
    reduction: loss.reduction,
    optimizer: choiceAsText(optimizer, OPTIMIZERS, ["learningRate"]),
    rate: textOf(optimizer.learningRate),
    schedule: optimizer.schedule ? choiceAsText(optimizer.schedule, SCHEDULES) : "",
    batch: textOf(state.batch),
    order: String(state.order),
    init: choiceAsText(initializer, INITIALIZERS),
    initialBias: textOf(initializer.biases),
    epochs: String(state.epochs),
    check: String(check.every),
    tolerance: textOf(check.tolerance),
    stop: stop ? textOf(stop.maxError) : "",
    starts: String(state.starts),
    experiment: experiment ?? "",
    claim: claim ?? "",
  };
}

function dataTexts(data: LabData): Readonly<Record<string, string>> {
  if (data.kind === "table") return { data: tableName(data) };
  if (data.kind === "generated") return { data: data.name, ...optionTexts(data) };
  if (data.kind === "given") return { data: data.kind };
  return { data: "placed", xy: data.points.map(({ x, y, target }) => [x, y, target].map(textOf).join(":")).join(",") };
}

/** The texts of the options of a set of points. */
export function optionTexts(
  { points, noise, split, balance, dataSeed }: LabData & { readonly kind: "generated" },
): Readonly<Record<string, string>> {
  const texts = Object.entries({ points, noise, split, balance, dataSeed }).map((
    [name, value],
  ) => [name, textOf(value)]);
  return Object.fromEntries(texts);
}

/** The text of a layer, whose activation is one already. */
export function layerText(
  { units, activation, bias }: { readonly units: number | string; readonly activation: string; readonly bias: boolean },
): string {
  return [units, activation, ...(bias ? ["bias"] : [])].join(":");
}

/** The address of a setting without its seeds and the number of its nets: settings that train alike share it. */
export function settingAddress(state: LabState): string {
  const { starts, experiment, claim } = DEFAULT_STATE;
  return labAddress({ ...state, starts, experiment, claim });
}

/** What an address says. */
export interface AddressedState {
  /** The setting; fields with a problem have the value of the base. */
  readonly state: LabState;
  /** What is wrong with the address; empty if nothing is. */
  readonly problems: readonly LabProblem[];
}

/** Reads an address, or the fragment of one, with or without `#`. */
export function parseLabAddress(address: string, page: LabBasis): AddressedState {
  const { base = DEFAULT_STATE } = page;
  const problems: LabProblem[] = [];
  const texts = splitAddress(address, problems);
  const remaining = new Set(texts.keys());
  const take: Take = (name, read, fallback) => {
    const text = texts.get(name);
    if (text === undefined || !remaining.delete(name)) return fallback;
    const taken = attempt(problems, () => ({ value: read(text, name) }));
    return taken ? taken.value : fallback;
  };
  const state = readLabState(take, Object.keys(page.experiments), base);
  for (const field of remaining) {
    if (isViewField(field)) continue;
    const suggestion = nearest(field, Object.keys(fieldTexts(state)));
    problems.push({ field, path: field, rule: "is not a field of this setting", suggestion });
  }
  if (problems.length === 0) problems.push(...settingProblems(state, page));
  return { state, problems };
}

/** What is wrong with a setting as a whole, although each of its fields is right. */
function settingProblems(state: LabState, page: LabBasis): LabProblem[] {
  const problems: LabProblem[] = [];
  attempt(problems, () => labConfig(state, 0, page));
  return problems;
}

/** Runs `read`; its InputError becomes a problem, and its value undefined. */
function attempt<V>(problems: LabProblem[], read: () => V): V | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(problemOf(error.fault));
  }
}

/** The fields of an address whose names or paths differ from those of the config. */
const FIELD_NAMES = new Map([["network", "hidden"], ["initializer", "init"], ["data.inputs", "xy"]]);

function problemOf({ field: path = "", rule, ...fault }: Fault): LabProblem {
  const [name = ""] = path.split(/[.[]/);
  const renamed = FIELD_NAMES.get(path) ?? FIELD_NAMES.get(name);
  return { field: renamed ?? name, path: renamed ?? path, rule, ...fault };
}

/** The text of each field of an address. */
function splitAddress(address: string, problems: LabProblem[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const part of address.slice(address.indexOf("#") + 1).split("&").filter((part) => part !== "")) {
    const [name = "", ...rest] = part.split("=").map(decode);
    if (texts.has(name)) problems.push({ field: name, path: name, rule: "must be given once" });
    texts.set(name, rest.join("="));
  }
  return texts;
}

/** Undoes the escapes that programs put into addresses which they pass on. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The command that prints what the lab counts, from the same bits. */
export function labCommand(state: LabState): string {
  return `deno task experiment lab '${labAddress(state) || "#"}'`;
}
