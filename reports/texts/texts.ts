/** The texts of the lab by language; a language that lacks a text does not compile. */
import { EN } from "./en.ts";

/** All texts of the lab in one language; functions fill in values. */
export type Texts = typeof EN;

/** The texts by language code. */
export const TEXTS = { en: EN } as const satisfies Readonly<Record<string, Texts>>;

/** A language of the lab. */
export type LabLanguage = keyof typeof TEXTS;
