/** Settings in words, as far as they differ from another setting. */
import { fieldTexts, optionTexts } from "../../../wire/lab_address.ts";
import type { LabData, LabState } from "../../../wire/lab_state.ts";
import { generatedData } from "../../../wire/read_lab_state.ts";
import { componentWords, fieldNames, levelWords, texts } from "../page_texts.ts";

/** Fields that are no part of what is learnt, or how. */
const IGNORED = ["starts", "experiment", "claim"];

/** What two settings differ in, in the words of each; both are empty if they are alike. */
export function differences(a: LabState, b: LabState): readonly [ofA: string, ofB: string] {
  const [fieldsA, fieldsB] = [fieldTexts(a), fieldTexts(b)];
  const names = [...new Set([...Object.keys(fieldsA), ...Object.keys(fieldsB)])].filter((name) =>
    !IGNORED.includes(name) && fieldsA[name] !== fieldsB[name]
  );
  const describe = (fields: Readonly<Record<string, string>>, { data }: LabState) => {
    const usual = names.includes("data") ? usualTexts(data, fields) : {};
    return names.filter((name) => fields[name] !== usual[name] && (fields[name] || name === "hidden"))
      .map((name) => fieldWords(name, fields[name]!)).join(", ");
  };
  return [describe(fieldsA, a), describe(fieldsB, b)];
}

/** The fields that go without saying beside the name of a data set: usual values of options, and placed points. */
function usualTexts(data: LabData, { xy }: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  if (data.kind === "generated") return optionTexts(generatedData(data.name));
  return data.kind === "placed" ? { xy: xy! } : {};
}

/** A field and its value in words: `4 sigmoid`, `learning rate 0.9`. */
function fieldWords(name: string, text: string): string {
  const [first = "", ...rest] = text.split(":");
  if (name === "hidden") return text === "" ? texts.network.noHidden : text.split(",").map(layerWords).join(", ");
  if (name === "data") return dataWords(text);
  if (name === "xy") return texts.data.pointCount(text === "" ? 0 : text.split(",").length);
  if (["loss", "optimizer", "init", "schedule", "output"].includes(name)) {
    return [componentWords(first), ...rest].join(" ");
  }
  return `${fieldNames[name] ?? name} ${text}`;
}

function dataWords(name: string): string {
  if (name === "placed" || name === "given") return texts.data[name];
  return Object.hasOwn(texts.data.sets, name)
    ? texts.data.sets[name as keyof typeof texts.data.sets]
    : levelWords("function", name);
}

function layerWords(layer: string): string {
  const [units = "", activation = "", ...rest] = layer.split(":");
  return [texts.layer(units, componentWords(activation)), ...rest].join(" ");
}
