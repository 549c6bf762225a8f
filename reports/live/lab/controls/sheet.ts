/** On a phone the controls are a sheet from below, opened and closed by a button. */
import { button, setAttributes, uniqueId } from "../../dom.ts";
import { texts } from "../page_texts.ts";

/** Creates the button; wider screens show the controls all the time, and not the button. */
export function createSheetToggle(controls: HTMLElement): HTMLElement {
  controls.id = uniqueId("lab-controls");
  const toggle = button(texts.page.change, () => setOpen(!controls.classList.contains("open")), {
    class: "sheet-toggle",
    "aria-controls": controls.id,
    "aria-expanded": "false",
  });
  const setOpen = (isOpen: boolean) => {
    controls.classList.toggle("open", isOpen);
    toggle.textContent = isOpen ? texts.page.closeSheet : texts.page.change;
    setAttributes(toggle, { "aria-expanded": String(isOpen) });
  };
  controls.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !controls.classList.contains("open")) return;
    setOpen(false);
    toggle.focus();
  });
  return toggle;
}
