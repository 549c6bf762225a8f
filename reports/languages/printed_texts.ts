/** The texts that are written into pages, loaded in every language; no script of a page imports this. */
import { type Language, LANGUAGE_CODES, LANGUAGES } from "./languages.ts";
import type { PrintedTexts } from "./language_texts.ts";

const loaded = await Promise.all(LANGUAGE_CODES.map(async (code) => [code, await LANGUAGES[code].printed()] as const));

/** The texts by language. */
export const PRINTED = Object.fromEntries(loaded) as Readonly<Record<Language, PrintedTexts>>;
