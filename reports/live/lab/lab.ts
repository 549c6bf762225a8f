/** The lab: a setting, its nets as they train, and what the reader does with them. */
import type { LabPageData } from "../../wire/lab_state.ts";
import { html } from "../dom.ts";
import { createStore } from "../state.ts";
import { mountAddress, viewOfAddress } from "./address_bar.ts";
import { createControls } from "./controls/controls.ts";
import { createForm } from "./controls/form.ts";
import { createPointEditor } from "./controls/placed_points.ts";
import { createCount } from "./film/count.ts";
import { createFan } from "./film/fan.ts";
import { createPlayBar } from "./film/play_bar.ts";
import type { Shown } from "./film/player.ts";
import { type LabPool, startPool } from "./film/pool.ts";
import { createScreening } from "./film/screening.ts";
import { createWall } from "./film/wall.ts";
import { createOneNet } from "./net/one_net.ts";
import { texts } from "./texts.ts";
import type { LabStore, LabView } from "./view_state.ts";

/** Fills the element. */
export async function mountLab(element: HTMLElement, data: LabPageData, script: string): Promise<void> {
  const problem = (text: string) => html("p", { class: "lab-problem", role: "alert" }, text);
  let pool: LabPool;
  try {
    pool = await startPool(script, data);
  } catch {
    return element.replaceChildren(problem(texts.problems.noWorkers));
  }
  const { view, problems } = viewOfAddress(location.hash, data);
  const store: LabStore = createStore<LabView>(view);
  const lab = createLab(data, store, pool);
  element.replaceChildren(lab.element);
  mountAddress(store, data, lab, problems);
  lab.train();
}

/** The parts of the lab in its three columns. */
function createLab(data: LabPageData, store: LabStore, pool: LabPool) {
  const form = createForm(store, data);
  const controls = createControls(form);
  const count = createCount();
  const wall = createWall((start) => store.change({ start }));
  const fan = createFan((epoch) => screening.player.seek(epoch), (frames) => screening.player.step(frames));
  const editor = createPointEditor(form);
  const net = createOneNet(data, store, pool, editor.click);
  const message = html("p", { class: "lab-problem", role: "alert", hidden: true });
  const hint = html("p", { class: "hint" }, texts.wall.hint);

  const results = html("div", { class: "results" }, count.element, wall.element);
  const pictures = html("div", { class: "pictures" }, net.element);
  const show = (shown: Shown) => {
    count.show(shown);
    wall.show(shown);
    fan.show(shown);
    net.show(shown);
    bar.show(shown, Math.min(store.state.start, shown.film.starts - 1));
  };
  const screening = createScreening(data, store, pool, {
    busy: [results, pictures],
    message,
    onShow: show,
    onPlayState: (isPlaying) => bar.setPlaying(isPlaying),
  });
  const bar = createPlayBar(screening.player, (isPlaying) => screening.suspend(!isPlaying));
  net.element.addEventListener("keydown", ({ key }) => {
    if (key === "Delete") editor.remove();
  });
  store.listen((state, previous) => {
    if (state.setting !== previous.setting) {
      controls.show(state.setting);
      hint.hidden = state.setting.hidden.length > 0;
      screening.train();
    }
    if (state.start !== previous.start) {
      wall.select(state.start);
      fan.select(state.start);
      if (screening.player.shown) bar.show(screening.player.shown, state.start);
    }
  });
  controls.show(store.state.setting);
  hint.hidden = store.state.setting.hidden.length > 0;
  wall.select(store.state.start);
  fan.select(store.state.start);
  const element = html(
    "div",
    { class: "lab-grid" },
    controls.element,
    html("div", { class: "lab-net" }, pictures, bar.element, fan.element),
    html("div", { class: "lab-wall" }, message, results, html("p", { class: "note" }, texts.wall.caption), hint),
  );
  return { element, train: screening.train, player: screening.player };
}
