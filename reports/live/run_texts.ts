/** Texts about runs. */
import type { PageData } from "../wire/page_data.ts";
import { runName } from "../wire/page_runs.ts";
import { html } from "./dom.ts";
import type { PageState } from "./state.ts";

const FIELD_NAMES: Readonly<Record<string, string>> = { cell: "setting", replicate: "start" };

/** Says which values of the address are unknown, and what is shown instead. */
export function unknownText(data: PageData, { unknown, cell, replicate }: PageState): string {
  const values = unknown.map(({ field, text }) => `${FIELD_NAMES[field] ?? field} ${text}`);
  return `Not on this page: ${values.join(", ")}; shown instead: ${runName(data, cell, replicate)}.`;
}

/** A check mark or a cross, with a text. */
export function verdictSign(isPositive: boolean, text: string): HTMLElement {
  const [name, sign] = isPositive ? ["supported", "✓"] : ["refuted", "✗"];
  return html("span", { class: `verdict ${name}` }, `${sign} ${text}`);
}
