/** The heading of the lab: it names the data. */
import { tableName } from "../../wire/lab_config.ts";
import type { LabState } from "../../wire/lab_state.ts";
import { tableWords } from "./controls/data_section.ts";
import { texts } from "./page_texts.ts";
import type { LabStore } from "./view_state.ts";

/** Keeps the heading and the sentence below it true. */
export function mountHeading(store: LabStore): void {
  const [heading, lead] = ["heading", "lead"].map((part) => document.querySelector(`[data-lab=${part}]`));
  const update = ({ data, starts }: LabState) => {
    if (heading) heading.textContent = texts.page.headingOf(dataWords(data));
    if (lead) lead.textContent = texts.page.lead(starts);
  };
  update(store.state.setting);
  store.listen(({ setting }) => update(setting));
}

/** The data in words. */
function dataWords(data: LabState["data"]): string {
  if (data.kind === "table") return tableWords(tableName(data));
  return data.kind === "generated" ? texts.data.sets[data.name] : texts.data[data.kind];
}
