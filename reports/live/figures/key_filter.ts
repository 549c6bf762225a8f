/** Keys as filters: a click on a series hides it, in every figure whose series are levels of the same factor. */
import { html, replaceChildren, setAttributes } from "../dom.ts";
import type { Store } from "../state.ts";

/** Makes the series of a figure's key toggles; `subject` is their factor, or the figure where they are no levels. */
export function mountKeyFilter(section: Element, subject: string, store: Store): void {
  for (const item of section.querySelectorAll<HTMLLIElement>(".key li[data-series]")) {
    const series = item.dataset.series!;
    const toggle = html("button", { type: "button", "aria-pressed": "true" }, ...item.childNodes);
    toggle.addEventListener("click", () => {
      const hidden = store.state.hidden[subject] ?? [];
      const next = hidden.includes(series) ? hidden.filter((name) => name !== series) : [...hidden, series];
      store.change({ hidden: { ...store.state.hidden, [subject]: next } });
    });
    store.listen(({ hidden }) => setAttributes(toggle, { "aria-pressed": String(!hidden[subject]?.includes(series)) }));
    replaceChildren(item, toggle);
  }
}
