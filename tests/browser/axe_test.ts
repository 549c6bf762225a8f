/** The accessibility rules of axe-core on every page, light and dark, with all details open. */
import { assertEquals } from "@std/assert";
import { CATALOG } from "../../experiments/catalog.ts";
import { isInstalled, launch } from "./browsers.ts";
import { bundle, suite, textOf } from "./page.ts";

/** The global that axe-core defines. */
interface Axe {
  run(options: object): Promise<{ readonly violations: readonly Violation[] }>;
}

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

Deno.test({
  name: "pages pass all axe-core rules, light and dark",
  ignore: !isInstalled("chrome"),
  // The browser's process and sockets outlive a step.
  sanitizeOps: false,
  sanitizeResources: false,
  fn: async (t) => {
    const { default: axe } = await import("axe-core");
    const folder = await suite({ seeds: 3, epochs: 100 }, await bundle()), browser = await launch("chrome");
    try {
      const page = await browser.newPage();
      for (const scheme of ["light", "dark"]) {
        await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
        for (
          const file of [
            "index.html",
            ...CATALOG.map(({ id }) => `${id}/report.html#replicate=1&learningRate=0.123`),
          ]
        ) {
          await t.step(`${file}, ${scheme}`, async () => {
            await page.goto("about:blank");
            await page.goto(`file://${folder}/${file}`);
            if (file !== "index.html") await textOf(page, "#explorer .published", /Your setting|✓ Equals/);
            // what is dimmed while it waits for an answer is no text to read
            await page.waitForFunction(`!document.querySelector("[aria-busy]")`);
            await page.$$eval("details", (all) => all.forEach((details) => details.open = true));
            await page.evaluate(axe.source);
            const violations = await page.evaluate(async () => {
              const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run({
                resultTypes: ["violations"],
              });
              return violations.map(({ id, help, nodes }) =>
                `${id}: ${help}: ${nodes[0]!.html.slice(0, 200)} ${nodes[0]!.failureSummary}`
              );
            });
            assertEquals(violations, []);
          });
        }
      }
    } finally {
      await browser.close();
      await Deno.remove(folder, { recursive: true });
    }
  },
});
