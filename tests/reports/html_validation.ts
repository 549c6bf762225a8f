/** Pages against the standard rules of html-validate, which needs some environment variables. */
const VARIABLES = ["FORCE_COLOR", "NODE_DISABLE_COLORS", "NO_COLOR", "TERM"];
const states = await Promise.all(VARIABLES.map((variable) => Deno.permissions.query({ name: "env", variable })));
const isAllowed = states.every(({ state }) => state === "granted");

/** Registers a test that pages break no rule; it is ignored where the variables may not be read. */
export function testValidity(name: string, pages: () => Iterable<string> | Promise<Iterable<string>>): void {
  Deno.test({
    name: `${name}${isAllowed ? "" : ` (needs --allow-env=${VARIABLES})`}`,
    ignore: !isAllowed,
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
