/** Terms that the search of the front page takes for each other. */
import { LANGUAGE_CODES } from "../languages/languages.ts";
import { PRINTED } from "../languages/printed_texts.ts";
import { SYNONYMS_EN } from "../languages/en/synonyms_en.ts";

const IDS = Object.keys(SYNONYMS_EN) as (keyof typeof SYNONYMS_EN)[];

/** Groups of terms of all languages that mean the same, or lead to the same pages. */
export const SYNONYMS: readonly (readonly string[])[] = IDS.map((id) =>
  LANGUAGE_CODES.flatMap((code) => PRINTED[code].synonyms[id])
);
