/** The rules of CSS by which each language is set in type. */
import { LANGUAGE_CODES, LANGUAGES } from "./languages.ts";
import type { Setting } from "./language_texts.ts";

/** The rules of all languages that need any; text in another language within one breaks as usual. */
export function settingRules(): string {
  return LANGUAGE_CODES.map((code) => rulesOf(code, LANGUAGES[code].setting)).join("");
}

function rulesOf(code: string, { fonts, keepsWords = false }: Setting): string {
  const declarations = [
    ...(fonts === undefined ? [] : [`--serif: ${fonts};`]),
    ...(keepsWords ? ["word-break: keep-all;", "overflow-wrap: break-word;"] : []),
  ];
  const own = declarations.length > 0 ? `:lang(${code}) {\n${declarations.join("\n")}\n}\n` : "";
  return own + (keepsWords ? `:lang(${code}) :not(:lang(${code})) {\nword-break: normal;\n}\n` : "");
}
