/** The texts of the front page by language. */
import type { Language } from "../../experiments/names/languages.ts";
import type { FrontTexts } from "../front_page/front_texts.ts";
import { FRONT_EN } from "./front_en.ts";
import { FRONT_KO } from "./front_ko.ts";

/** The texts by language. */
export const FRONT_TEXTS: Readonly<Record<Language, FrontTexts>> = { en: FRONT_EN, ko: FRONT_KO };
