/** The scripts of pages hold the texts that they show, and none that is only printed. */
import { assert, assertEquals, assertNotMatch, assertStringIncludes } from "@std/assert";
import { LANGUAGE_CODES, LANGUAGES } from "../../reports/languages/languages.ts";
import { PRINTED } from "../../reports/languages/printed_texts.ts";
import { BUNDLE } from "../../tools/start.ts";
import { needing } from "../needs.ts";

const ROOT = new URL("../../", import.meta.url);

/** A script with the letters that its bundler escaped. */
function unescaped(script: string): string {
  return script.replace(/\\u([0-9A-F]{4})|\\x([0-9A-F]{2})/g, (_, a, b) => String.fromCharCode(parseInt(a ?? b, 16)));
}

for (const script of ["page", "lab", "lesson"]) {
  Deno.test({
    ...needing(["run"], `the script ${script}.js holds the lab's texts in every language, and nothing of the course`),
    fn: async () => {
      const args = [...BUNDLE, `reports/live/${script}_main.ts`];
      const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), { args, cwd: ROOT }).output();
      assertEquals(code, 0, new TextDecoder().decode(stderr));
      const source = unescaped(new TextDecoder().decode(stdout));
      assertNotMatch(source, /\bimport *[{*"]/);
      for (const code of LANGUAGE_CODES) {
        const { course, front } = PRINTED[code];
        assertStringIncludes(source, LANGUAGES[code].lab.play.restart);
        for (const text of [course.page.courseTitle, course.terms.xor.meaning, front.title]) {
          assert(!source.includes(text), `${code}: ${text}`);
        }
      }
    },
  });
}
