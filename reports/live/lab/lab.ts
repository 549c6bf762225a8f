/** The lab: a setting, its nets as they train, and what the reader does with them. */
import { labAddress } from "../../wire/lab_address.ts";
import type { LabBasis, LabPreset, LabState } from "../../wire/lab_state.ts";
import { html, whenSeen } from "../dom.ts";
import { createStore } from "../state.ts";
import { createAgainst } from "./compare/against.ts";
import { createClaim } from "./compare/fresh_claim.ts";
import { createGuess } from "./compare/guess.ts";
import { createSettingMap } from "./compare/setting_map.ts";
import { createControls } from "./controls/controls.ts";
import { createForm } from "./controls/form.ts";
import { createPointEditor } from "./controls/placed_points.ts";
import { createSheetToggle } from "./controls/sheet.ts";
import { createCount } from "./film/count.ts";
import { createFan } from "./film/fan.ts";
import type { Film } from "./film/film.ts";
import { createPlayBar } from "./film/play_bar.ts";
import type { Player, Shown } from "./film/film_player.ts";
import { type LabPool, startPool } from "./film/lab_pool.ts";
import { createScreening } from "./film/screening.ts";
import { createWall } from "./film/wall.ts";
import { createOneNet } from "./net/one_net.ts";
import { createNotes } from "./notes.ts";
import { createPresets } from "./share/presets.ts";
import { createShare } from "./share/share.ts";
import { texts } from "./page_texts.ts";
import type { LabStore, LabView } from "./view_state.ts";

/** How a lab is set up. */
export interface LabOptions {
  /** The seeds of its nets, and what an address is read by. */
  readonly basis: LabBasis;
  /** The script of the page, which its workers run, too. */
  readonly script: string;
  /** Settings to start from, as a row of buttons. */
  readonly presets?: readonly LabPreset[];
  /** What else is shown first: another setting to compare with, a start, a picture. */
  readonly view?: Partial<LabView>;
  /** The epoch that is shown at first; by default the training plays. */
  readonly epoch?: number | undefined;
  /** When it plays first: as soon as the nets train (the default), or as soon as the reader sees it. */
  readonly plays?: "at once" | "in view";
  /** The address of a setting, for links to it; by default that of the lab's own page. */
  readonly addressOf?: (setting: LabState) => string;
  /** What the page says about the setting; by default whether its nets are published runs. */
  readonly note?: HTMLElement;
}

/** What happens in a lab. */
export interface LabEvents {
  /** A frame is shown. */
  readonly onShow?: (shown: Shown) => void;
  /** Playing starts or stops. */
  readonly onPlayState?: (isPlaying: boolean) => void;
  /** All frames of a training have arrived. */
  readonly onComplete?: (film: Film) => void;
}

/** A lab in a page. */
export interface MountedLab {
  readonly element: HTMLElement;
  readonly store: LabStore;
  readonly player: Player;
  readonly pool: LabPool;
  /** Adds handlers of what happens from now on. */
  listen(events: LabEvents): void;
}

/** Fills the element with a lab that shows a setting; undefined if the browser refuses workers, which it then says. */
export function mountLab(element: HTMLElement, setting: LabState, options: LabOptions): MountedLab | undefined {
  const { basis, script, view, epoch, plays = "at once" } = options;
  const isWatched = epoch === undefined;
  const refuse = () => {
    element.replaceChildren(html("p", { class: "lab-problem", role: "alert" }, texts.problems.noWorkers));
  };
  let pool: LabPool;
  try {
    pool = startPool(script, basis, {
      // interpreted kernels are too slow for all nets
      onReady: (hasWebAssembly) => hasWebAssembly || lab.train(isWatched && plays === "at once", epoch),
      onRefused: refuse,
    });
  } catch {
    return void refuse();
  }
  const store: LabStore = createStore<LabView>({ pinned: undefined, start: 0, tab: "surface", ...view, setting });
  const lab = createLab(store, pool, options);
  element.replaceChildren(lab.element);
  lab.train(isWatched && plays === "at once", epoch);
  if (!isWatched) lab.player.seek(epoch);
  else if (plays === "in view") whenSeen(lab.pictures, () => lab.playOnce());
  return lab;
}

/** The parts of the lab in its three columns. */
function createLab(store: LabStore, pool: LabPool, { basis, presets = [], addressOf = labAddress, note }: LabOptions) {
  const listeners: LabEvents[] = [];
  const form = createForm(store, basis);
  const controls = createControls(form);
  const count = createCount();
  const wall = createWall((start) => store.change({ start }));
  const fan = createFan({
    onSeek: (epoch) => screening.player.scrub(epoch),
    onStep: (frames) => frames === Infinity ? screening.toEnd() : screening.player.step(frames),
    onToggle: () => bar.toggle(),
  });
  const editor = createPointEditor(form);
  const net = createOneNet(basis, store, pool, editor.click);
  const against = createAgainst(store, pool);
  const guess = createGuess(() => screening.player.play());
  const notes = createNotes(store, form, basis, note);

  const results = html("div", { class: "results" }, count.element, wall.element);
  const pictures = html("div", { class: "pictures" }, net.element, editor.problem);
  const show = (shown: Shown) => {
    count.show(shown);
    wall.show(shown);
    fan.show(shown);
    net.show(shown);
    against.show(shown);
    guess.show(shown);
    bar.show(shown, Math.min(store.state.start, shown.film.starts - 1));
    for (const { onShow } of listeners) onShow?.(shown);
  };
  const busy: HTMLElement[] = [results, fan.element];
  const screening = createScreening(basis, store, pool, {
    busy,
    message: notes.message,
    onShow: show,
    onPlayState: (isPlaying) => {
      bar.setPlaying(isPlaying);
      for (const { onPlayState } of listeners) onPlayState?.(isPlaying);
    },
    onComplete: (film) => listeners.forEach(({ onComplete }) => onComplete?.(film)),
  });
  const bar = createPlayBar(screening.player, {
    onPlay: (isPlaying) => screening.suspend(!isPlaying),
    onToEnd: () => screening.toEnd(),
  });
  busy.push(bar.readout);
  net.element.addEventListener("keydown", ({ key }) => {
    if (key === "Delete") editor.remove();
  });
  let isTouched = false;
  store.listen((state, previous) => {
    if (state.setting !== previous.setting) {
      isTouched = true;
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
    html("div", { class: "lab-net" }, pictures, bar.element, fan.element, fan.key),
    html(
      "div",
      { class: "lab-wall" },
      notes.message,
      results,
      notes.caption,
      notes.element,
      against.element,
      guess.element,
      createSettingMap(store, basis, pool).element,
      createClaim(store, pool, addressOf).element,
      createShare(store, basis, pool, wall.element).element,
    ),
    presets.length > 0 ? createPresets(store, basis, presets).element : undefined,
  );
  return {
    element,
    pictures,
    store,
    pool,
    player: screening.player,
    train: screening.train,
    /** Plays from the start, unless the reader has begun to do something or prefers reduced motion. */
    playOnce() {
      if (!isTouched && (screening.player.shown?.index ?? 0) === 0) screening.autoplay();
    },
    listen: (events: LabEvents) => void listeners.push(events),
  };
}
