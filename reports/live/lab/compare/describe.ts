/** Settings in words, as far as they differ from another setting. */
import { fieldTexts } from "../../../wire/lab_address.ts";
import type { LabState } from "../../../wire/lab_state.ts";
import { componentWords, fieldNames, levelWords, texts } from "../page_texts.ts";

/** Fields that are no part of what is learnt, or how. */
const IGNORED = ["starts", "experiment", "claim"];

/** What two settings differ in, in the words of each; both are empty if they are alike. */
export function differences(a: LabState, b: LabState): readonly [ofA: string, ofB: string] {
  const [fieldsA, fieldsB] = [fieldTexts(a), fieldTexts(b)];
  const names = [...new Set([...Object.keys(fieldsA), ...Object.keys(fieldsB)])].filter((name) =>
    !IGNORED.includes(name) && fieldsA[name] !== fieldsB[name]
  );
  const describe = (fields: Readonly<Record<string, string>>) =>
    names.filter((name) => fields[name] || name === "hidden").map((name) => fieldWords(name, fields[name]!)).join(", ");
  return [describe(fieldsA), describe(fieldsB)];
}

/** A field and its value in words: `4 sigmoid`, `learning rate 0.9`. */
export function fieldWords(name: string, text: string): string {
  const [first = "", ...rest] = text.split(":");
  if (name === "hidden") return text === "" ? texts.network.noHidden : text.split(",").map(layerWords).join(", ");
  if (name === "data") return levelWords("function", text);
  if (["loss", "optimizer", "init", "schedule", "output"].includes(name)) {
    return [componentWords(first), ...rest].join(" ");
  }
  return `${fieldNames[name] ?? name} ${text}`;
}

function layerWords(layer: string): string {
  const [units = "", activation = "", ...rest] = layer.split(":");
  return [texts.layer(units, componentWords(activation)), ...rest].join(" ");
}
