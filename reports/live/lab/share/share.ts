/** What the reader takes away: rows, the wall, the config, the address, and the command line. */
import { labConfig } from "../../../wire/lab_config.ts";
import type { LabBasis } from "../../../wire/lab_state.ts";
import { button, html, replaceChildren } from "../../dom.ts";
import { save } from "../../figures/exports.ts";
import type { LabPool } from "../film/lab_pool.ts";
import { texts } from "../page_texts.ts";
import type { LabStore } from "../view_state.ts";
import { labCommand } from "../../../wire/lab_address.ts";

const words = texts.wall;

/** Milliseconds for which a button says that it is done. */
const NOTICE = 1500;

/** Creates the buttons, folded. */
export function createShare(store: LabStore, data: LabBasis, pool: LabPool, wall: HTMLCanvasElement) {
  const command = html("pre", {});
  const outcome = html("p", { class: "note", role: "status" });
  const say = (text: string) => {
    replaceChildren(outcome, text);
    setTimeout(() => replaceChildren(outcome), NOTICE);
  };
  const rows = button(words.rows, async () => {
    rows.disabled = true;
    try {
      const { setting } = store.state;
      const text = await pool.rows(setting);
      save("runs.csv", new Blob([text], { type: "text/csv" }));
    } catch (error) {
      say(texts.problems.failed((error as Error).message));
    }
    rows.disabled = false;
  });
  const picture = button(words.picture, () => wall.toBlob((blob) => blob && save("wall.png", blob)));
  const config = button(words.config, () => {
    const text = JSON.stringify(labConfig(store.state.setting, store.state.start, data), undefined, 2);
    save("config.json", new Blob([`${text}\n`], { type: "application/json" }));
  });
  const link = button(words.link, async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      say(words.copied);
    } catch {
      say(location.href);
    }
  });
  const update = () => replaceChildren(command, labCommand(store.state.setting));
  store.listen(update);
  update();
  return {
    element: html(
      "details",
      { class: "panel-box share" },
      html("summary", {}, words.save),
      html("div", { class: "chips" }, rows, picture, config, link),
      outcome,
      html("p", { class: "note" }, texts.page.commandLine),
      command,
    ),
  };
}
