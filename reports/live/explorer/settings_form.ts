/** The fields by which a reader changes settings. */
import { ACTIVATIONS } from "../../../core/components/activations.ts";
import { LOSSES } from "../../../core/components/losses.ts";
import { changesFrom } from "../../wire/address.ts";
import { type Changes, MOST_UNITS, settingsOf } from "./changes.ts";
import { button, html, labelled } from "../dom.ts";
import type { PageData } from "../../wire/page_data.ts";
import { runOf } from "../../wire/page_runs.ts";
import type { State, Store } from "../state.ts";

/** The form; `follow` shows a state in it. */
export function settingsForm(data: PageData, store: Store) {
  const option = (value: string | number) => html("option", { value }, String(value));
  const fields = {
    learningRate: html("input", { type: "number", step: "any" }),
    activation: html("select", {}, ...Object.keys(ACTIVATIONS).map(option)),
    loss: html("select", {}, ...Object.keys(LOSSES).map(option)),
    width: html("input", { type: "number", min: 1, max: MOST_UNITS, step: 1 }),
    batch: html("select", {}, ...["online", "2", "full"].map(option)),
  } satisfies Record<keyof Changes, HTMLElement>;
  const own = ({ cell, replicate }: State) => settingsOf(runOf(data, cell, replicate).config);
  const read = () => {
    const asWas = own(store.state), wanted = changesFrom((name) => fields[name].disabled ? null : fields[name].value);
    const changes = Object.fromEntries(
      Object.entries(wanted).filter(([name, value]) => value !== asWas[name as keyof Changes]),
    );
    store.change({ changes });
  };
  for (const field of Object.values(fields)) field.addEventListener("change", read);
  const reset = button("As in the suite", () => store.change({ changes: {} }));
  const element = html(
    "details",
    { class: "settings" },
    html("summary", {}, "Change settings and compare"),
    html(
      "div",
      { class: "controls" },
      labelled("learning rate", fields.learningRate),
      labelled("activation", fields.activation),
      labelled("loss", fields.loss),
      labelled("hidden units", fields.width),
      labelled("batch", fields.batch),
      reset,
    ),
  );
  return {
    element,
    follow(state: State) {
      const asWas = own(state);
      for (const [name, field] of Object.entries(fields)) {
        const is = state.changes[name as keyof Changes] ?? asWas[name as keyof Changes];
        field.disabled = asWas[name as keyof Changes] === undefined;
        field.value = String(is ?? "");
      }
      const isChanged = Object.keys(state.changes).length > 0;
      reset.disabled = !isChanged;
      if (isChanged) element.open = true;
    },
  };
}
