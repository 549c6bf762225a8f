/** The lab: a setting, its nets as they train, and what the reader does with them. */
import { tableName } from "../../wire/lab_config.ts";
import type { LabPageData, LabState } from "../../wire/lab_state.ts";
import { html } from "../dom.ts";
import { createStore } from "../state.ts";
import { mountAddress, viewOfAddress } from "./address_bar.ts";
import { createAgainst } from "./compare/against.ts";
import { createClaim } from "./compare/fresh_claim.ts";
import { createGuess } from "./compare/guess.ts";
import { createSettingMap } from "./compare/setting_map.ts";
import { tableWords } from "./controls/data_section.ts";
import { createControls } from "./controls/controls.ts";
import { createForm } from "./controls/form.ts";
import { createPointEditor } from "./controls/placed_points.ts";
import { createSheetToggle } from "./controls/sheet.ts";
import { createCount } from "./film/count.ts";
import { createFan } from "./film/fan.ts";
import { createPlayBar } from "./film/play_bar.ts";
import type { Shown } from "./film/film_player.ts";
import { type LabPool, startPool } from "./film/lab_pool.ts";
import { createScreening } from "./film/screening.ts";
import { createWall } from "./film/wall.ts";
import { createOneNet } from "./net/one_net.ts";
import { createPresets, publishedExperiment } from "./share/presets.ts";
import { createShare } from "./share/share.ts";
import { texts } from "./page_texts.ts";
import type { LabStore, LabView } from "./view_state.ts";

/** Fills the element. */
export function mountLab(element: HTMLElement, data: LabPageData, script: string): void {
  const refuse = () => {
    element.replaceChildren(html("p", { class: "lab-problem", role: "alert" }, texts.problems.noWorkers));
  };
  let pool: LabPool;
  try {
    pool = startPool(script, data, {
      // interpreted kernels are too slow for all nets
      onReady: (hasWebAssembly) => hasWebAssembly || lab.train(),
      onRefused: refuse,
    });
  } catch {
    return refuse();
  }
  const { view, epoch, problems } = viewOfAddress(location.hash, data);
  const store: LabStore = createStore<LabView>(view);
  const lab = createLab(data, store, pool, () => address.write());
  element.replaceChildren(lab.element);
  const address = mountAddress(store, data, lab, problems);
  lab.train();
  if (epoch !== undefined) lab.player.seek(epoch);
}

/** The parts of the lab in its three columns; `onPlayState` is called when playing starts, stops or moves. */
function createLab(data: LabPageData, store: LabStore, pool: LabPool, onRest: () => void) {
  const form = createForm(store, data);
  const controls = createControls(form);
  const count = createCount();
  const wall = createWall((start) => store.change({ start }));
  const fan = createFan({
    onSeek: (epoch) => screening.player.scrub(epoch),
    onStep: (frames) => screening.player.step(frames),
    onToggle: () => bar.toggle(),
  });
  const editor = createPointEditor(form);
  const net = createOneNet(data, store, pool, editor.click);
  const against = createAgainst(store, pool);
  const guess = createGuess(() => screening.player.play());
  const notes = createNotes(store, data);

  const results = html("div", { class: "results" }, count.element, wall.element);
  const pictures = html("div", { class: "pictures" }, net.element);
  const show = (shown: Shown) => {
    count.show(shown);
    wall.show(shown);
    fan.show(shown);
    net.show(shown);
    against.show(shown);
    guess.show(shown);
    if (!screening.player.isPlaying) onRest();
    bar.show(shown, Math.min(store.state.start, shown.film.starts - 1));
  };
  const screening = createScreening(data, store, pool, {
    busy: [results, fan.element],
    message: notes.message,
    onShow: show,
    onPlayState: (isPlaying) => {
      bar.setPlaying(isPlaying);
      onRest();
    },
  });
  const bar = createPlayBar(screening.player, (isPlaying) => screening.suspend(!isPlaying));
  net.element.addEventListener("keydown", ({ key }) => {
    if (key === "Delete") editor.remove();
  });
  store.listen((state, previous) => {
    if (state.setting !== previous.setting) {
      controls.show(state.setting);
      notes.update();
      guess.ask(state.setting.starts);
      screening.train(!guess.isOn);
    }
    if (state.start !== previous.start) {
      wall.select(state.start);
      fan.select(state.start);
      if (screening.player.shown) bar.show(screening.player.shown, state.start);
    }
  });
  controls.show(store.state.setting);
  notes.update();
  wall.select(store.state.start);
  fan.select(store.state.start);
  const element = html(
    "div",
    { class: "lab-grid" },
    controls.element,
    createSheetToggle(controls.element),
    html("div", { class: "lab-net" }, pictures, bar.element, fan.element),
    html(
      "div",
      { class: "lab-wall" },
      notes.message,
      results,
      html("p", { class: "note" }, `${texts.wall.caption} ${texts.wall.exploring}`),
      notes.element,
      against.element,
      guess.element,
      createSettingMap(store, data, pool).element,
      createClaim(store, pool).element,
      createShare(store, data, pool, wall.element).element,
    ),
    createPresets(store, data).element,
  );
  return { element, train: () => screening.train(), player: screening.player };
}

/** What is to be said about the setting: a hint, and whose runs the nets are. */
function createNotes(store: LabStore, data: LabPageData) {
  const message = html("p", { class: "lab-problem", role: "alert", hidden: true });
  const hint = html("p", { class: "hint" }, texts.wall.hint);
  const seeds = html("p", { class: "seeds" });
  return {
    message,
    element: html("div", { class: "notes" }, hint, seeds),
    update() {
      const { setting } = store.state, published = publishedExperiment(setting, data);
      const heading = document.querySelector("h1"), lead = document.querySelector(".lead");
      if (heading) heading.textContent = texts.page.headingOf(dataWords(setting.data));
      if (lead) lead.textContent = texts.page.lead(setting.starts);
      hint.hidden = setting.hidden.length > 0 || setting.data.kind !== "table" || !isXor(setting.data.targets);
      seeds.textContent = published ? `✓ ${texts.wall.published(published)}` : claimText(setting.claim);
      seeds.hidden = seeds.textContent === "";
    },
  };
}

/** The data in words. */
function dataWords(data: LabState["data"]): string {
  if (data.kind === "placed") return texts.data.placed;
  return data.kind === "generated" ? texts.data.sets[data.name] : tableWords(tableName(data));
}

function isXor(targets: readonly number[]): boolean {
  return targets.length === 4 && targets[0] === targets[3] && targets[1] === targets[2] && targets[0] !== targets[1];
}

function claimText(claim: string | null): string {
  return claim === null ? "" : texts.claim.claimed(claim);
}
