/** Checks values that should be experiments: those of a program that the compiler has not seen. */
import {
  fail,
  fieldPath,
  isObject,
  list,
  object,
  type Read,
  reject,
  satisfying,
  wholeNumber,
} from "../../core/input/readers.ts";
import type { Experiment } from "../experiment.ts";
import { MAX_REPLICATES } from "../setting_readers.ts";
import { claimReader, text, whereReader } from "./read_claim.ts";
import { sentenceReader, viewReader } from "./read_view.ts";

/** An id, which is also the name of a folder. */
const id: Read<string> = satisfying(
  "words of a-z and 0-9 with hyphens between them, of at most 60 characters",
  (value): value is string => typeof value === "string" && value.length <= 60 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value),
);

const functionValue = satisfying("a function", (value): value is () => unknown => typeof value === "function");

/** An object whose values `read` accepts. */
const recordOf = <V>(read: Read<V>): Read<void> => (value, path) => {
  Object.entries(object(value, path)).forEach(([name, each]) => read(each, fieldPath(path, name)));
};

/** An object that has some fields, and perhaps others. */
const having = (shape: Readonly<Record<string, Read<unknown>>>): Read<void> => (value, path) => {
  const given = object(value, path);
  for (const [name, read] of Object.entries(shape)) {
    const field = fieldPath(path, name);
    if (given[name] === undefined) fail(field, "is missing");
    read(given[name], field);
  }
};

/** The fields of an experiment on which code relies before anything is trained. */
const checkFields = having({
  id,
  question: text,
  base: object,
  factors: recordOf(having({ meaning: text, levels: recordOf(object) })),
  replicates: wholeNumber(1, MAX_REPLICATES),
  curveReplicates: wholeNumber(0, MAX_REPLICATES),
  tables: recordOf(having({ columns: object, rows: functionValue })),
  claims: recordOf(having({ kind: text, table: text, arms: list(object) })),
  answer: list(text),
  views: list(having({ kind: text, title: text })),
  limits: list(text),
});

/** Whether a value is meant as an experiment: it has an id, factors and claims. */
export function isMeantAsExperiment(value: unknown): boolean {
  return isObject(value) && ["id", "factors", "claims"].every((name) => name in value);
}

/**
 * The value as an experiment; throws an InputError with the path of the first field that is missing or wrong.
 *
 * Nothing is then left that could first fail after the training, but what its functions do. Configs are checked where
 * runs are made, and references where they are printed.
 */
export function readExperiment(value: unknown, path: string): Experiment {
  checkFields(value, path);
  const experiment = value as Experiment;
  const stray = experiment.answer.findIndex((claim) => !Object.hasOwn(experiment.claims, claim));
  if (stray >= 0) {
    reject(`${path}.answer[${stray}]`, "the name of a claim", experiment.answer[stray], Object.keys(experiment.claims));
  }
  const { views, headline, exclude, featuredCell, why } = experiment;
  recordOf(claimReader(experiment))(experiment.claims, `${path}.claims`);
  list(viewReader(experiment))(views, `${path}.views`);
  const sentence = sentenceReader(experiment);
  having({ theory: text, data: list((part, at) => typeof part === "string" ? part : sentence(part, at)) })(
    why,
    `${path}.why`,
  );
  if (headline !== undefined) list(sentence)(headline, `${path}.headline`);
  const where = whereReader(experiment);
  if (exclude !== undefined) list(where)(exclude, `${path}.exclude`);
  if (featuredCell !== undefined) where(featuredCell, `${path}.featuredCell`);
  return experiment;
}
