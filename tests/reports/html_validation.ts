/** Pages against the standard rules of html-validate, which needs some environment variables. */
import { needing } from "../needs.ts";

/** Registers a test that pages break no rule; it is ignored where the variables may not be read. */
export function testValidity(name: string, pages: () => Iterable<string> | Promise<Iterable<string>>): void {
  Deno.test({
    ...needing(["env"], name),
    fn: async () => {
      const { HtmlValidate, StaticConfigLoader } = await import("html-validate");
      const validator = new HtmlValidate(new StaticConfigLoader({ extends: ["html-validate:standard"] }));
      for (const html of await pages()) {
        const { results } = await validator.validateString(html);
        const found = results.flatMap(({ messages }) => messages.map(({ line, message }) => `${line}: ${message}`));
        if (found.length > 0) throw new Error(found.join("\n"));
      }
    },
  });
}
