/** The rules of axe-core on every page, by light and by dark, with all that can be opened open. */
import { assertEquals } from "@std/assert";
import { CATALOG } from "../../experiments/catalog.ts";
import { isHere, launch } from "./browsers.ts";
import { bundle, suite, textOf } from "./page.ts";

/** What axe says of a page. */
interface Axe {
  run(options: object): Promise<{ readonly violations: readonly Violation[] }>;
}

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

Deno.test({
  name: "pages break none of axe-core's rules, by light and by dark",
  ignore: !isHere("chrome"),
  // a browser's process and sockets outlive a step
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
          await t.step(`${file} by ${scheme}`, async () => {
            await page.goto("about:blank");
            await page.goto(`file://${folder}/${file}`);
            if (file !== "index.html") await textOf(page, "#explorer .outcome", /✓ Equal to the CSV/);
            await page.$$eval("details", (all) => all.forEach((one) => one.open = true));
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
