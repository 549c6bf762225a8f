/** Checks values that should be views, and sentences that rest on claims: those that the compiler has not seen. */
import { fieldPath, fields, list, object, optional, type Read, word } from "../../core/input/readers.ts";
import type { Experiment } from "../experiment.ts";
import { CURVE_COLUMNS } from "./columns.ts";
import { columnOfTable, text, whereReader } from "./read_claim.ts";
import type { View } from "./view.ts";

type Shape = Readonly<Record<string, Read<unknown>>>;

/** A sentence that is true for certain verdicts of claims. */
export function sentenceReader({ claims }: Pick<Experiment, "claims">): Read<unknown> {
  const verdict = word("supported", "refuted", "undecided");
  const verdicts: Read<unknown> = (value, path) =>
    Array.isArray(value) ? list(verdict)(value, path) : verdict(value, path);
  const when: Read<void> = (value, path) => {
    for (const [name, each] of Object.entries(object(value, path))) {
      const field = fieldPath(path, name);
      word(...Object.keys(claims))(name, `the claim ${field}`);
      verdicts(each, field);
    }
  };
  return fields({ when, text });
}

/** The fields of a view by its kind, without those of every view. */
function shapesOf(experiment: Experiment, table: string): Readonly<Record<View["kind"], Shape>> {
  const factor = word(...Object.keys(experiment.factors));
  const further = word(...Object.keys(experiment.tables));
  const metric = word(...Object.keys(CURVE_COLUMNS).filter((name) => name !== "replicate" && name !== "epoch"));
  const column = columnOfTable(experiment, table);
  const maybe = (read: Read<unknown>) => optional(read, undefined);
  const scale = maybe(word("linear", "log"));
  const ofRuns = { panel: maybe(factor), where: maybe(whereReader(experiment)) };
  const colored = { ...ofRuns, color: maybe(factor) };
  const axes = { table: further, x: column, y: column };
  const where: Read<void> = (value, path) => {
    for (const name of Object.keys(object(value, path))) column(name, `the column ${fieldPath(path, name)}`);
  };
  return {
    rates: { ...colored, by: factor },
    solved: { ...ofRuns, color: factor },
    curves: { ...colored, y: metric },
    outputs: colored,
    heat: { ...ofRuns, x: factor, y: factor },
    lines: {
      ...axes,
      xTitle: text,
      yTitle: text,
      color: maybe(column),
      panel: maybe(column),
      where: maybe(where),
      scale,
      yScale: scale,
      mark: maybe(word("line", "point", "steps")),
    },
    dots: { table: further, by: column, x: column, xTitle: text, color: maybe(column), panel: maybe(column) },
    surface: { ...axes, value: column, panel: column, target: column },
    field: { ...axes, value: column, xTitle: text, yTitle: text, valueTitle: text, panel: column, path: further },
    diagram: { table: further, nodes: further, panel: maybe(column) },
    table: { table: further, columns: maybe(list(column)) },
  };
}

/** A view of an experiment. */
export function viewReader(experiment: Experiment): Read<void> {
  const claim = word(...Object.keys(experiment.claims));
  const shared = {
    kind: text,
    title: text,
    lead: optional(list(sentenceReader(experiment)), undefined),
    captionClaims: list(claim),
    howToRead: text,
  };
  return (value, path) => {
    const given = object(value, path);
    const shapes = shapesOf(experiment, String(given.table));
    const kind = word(...Object.keys(shapes) as View["kind"][])(given.kind, fieldPath(path, "kind"));
    fields({ ...shared, ...shapes[kind] }, `a view of the kind ${kind}`)(given, path);
  };
}
