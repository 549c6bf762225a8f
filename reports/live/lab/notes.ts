/** Notes on the setting: a hint, and whose runs the nets are. */
import type { LabBasis, LabState } from "../../wire/lab_state.ts";
import { button, html } from "../dom.ts";
import type { Form } from "./controls/form.ts";
import { FIRST_LAYER, hiddenChanges } from "./controls/net_section.ts";
import { texts } from "./page_texts.ts";
import { publishedExperiment } from "./share/presets.ts";
import type { LabStore } from "./view_state.ts";

/** Creates the notes; `about` says whose runs the nets are, by default those of an experiment that published them. */
export function createNotes(store: LabStore, form: Form, basis: LabBasis, about?: HTMLElement) {
  const message = html("p", { class: "lab-problem", role: "alert", hidden: true });
  const hint = button(texts.wall.hint, () => form.apply(hiddenChanges([FIRST_LAYER])), { class: "hint" });
  const seeds = html("p", { class: "seeds" }), caption = html("p", { class: "note" });
  return {
    message,
    /** What the wall shows. */
    caption,
    element: html("div", { class: "notes" }, hint, about ?? seeds),
    update() {
      const { setting } = store.state, published = publishedExperiment(setting, basis);
      const { caption: all, oneCaption, exploring } = texts.wall;
      caption.textContent = setting.starts === 1 ? oneCaption : `${all} ${exploring}`;
      hint.hidden = !isHopelessXor(setting);
      seeds.textContent = published ? `✓ ${texts.wall.published(published)}` : claimText(setting.claim);
      seeds.hidden = seeds.textContent === "";
    },
  };
}

/** Whether a single layer learns XOR or its complement, by a rule that allows hidden ones. */
function isHopelessXor({ data, hidden, optimizer }: LabState): boolean {
  if (data.kind !== "table" || hidden.length > 0 || optimizer.name === "perceptron") return false;
  const [a, b, c, d] = data.targets;
  return data.targets.length === 4 && a === d && b === c && a !== b;
}

function claimText(claim: string | null): string {
  return claim === null ? "" : texts.claim.claimed(claim);
}
