/** The accessibility rules of axe-core. */
import type { Page } from "puppeteer-core";

/** The global that axe-core defines. */
interface Axe {
  run(options: object): Promise<{ readonly violations: readonly Violation[] }>;
}

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** The rules that a page breaks in its present state, each with the first element that breaks it. */
export async function violationsIn(page: Page): Promise<string[]> {
  const { default: axe } = await import("axe-core");
  await page.evaluate(axe.source);
  return await page.evaluate(async () => {
    // a colour that is still changing may have too little contrast
    for (const animation of document.getAnimations()) animation.finish();
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run({ resultTypes: ["violations"] });
    return violations.map(({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes[0]!.html.slice(0, 200)} ${nodes[0]!.failureSummary}`
    );
  });
}
