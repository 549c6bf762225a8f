/** The texts of the lab by language; a language that lacks a text does not compile. */
import type { Language } from "../../experiments/names/languages.ts";
import { EN, type Texts } from "./en.ts";
import { KO } from "./ko.ts";

/** The texts by language code. */
export const TEXTS: Readonly<Record<Language, Texts>> = { en: EN, ko: KO };
