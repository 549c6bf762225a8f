/** The explorer: trains a run of the page again, plays it, and compares it with one that differs in its settings. */
import { prepare } from "../../../core/train_network.ts";
import { numeral as number } from "../../chart/scales.ts";
import { addressOf } from "../../wire/address.ts";
import { type Arm, armOf } from "./arm.ts";
import type { Assistant } from "../assistant.ts";
import { comparisonOf, widthIn } from "./comparison.ts";
import type { CurveChart } from "./loss_chart.ts";
import { button, html, labelled, pause, refill } from "../dom.ts";
import { frameAt } from "./film.ts";
import type { PageData } from "../../wire/page_data.ts";
import { playerOf } from "./player.ts";
import { settingsForm } from "./settings_form.ts";
import { slicesOf } from "./slices.ts";
import type { State, Store } from "../state.ts";
import { cellName, endsOf, missingIn } from "../words.ts";
import type { TimedFilm } from "../page_worker.ts";

/** How long the state must stay the same before it is put into the address, in milliseconds. */
const PATIENCE = 150;

/** Fills the section. */
export function mountExplorer(section: HTMLElement, data: PageData, store: Store, assistant: Assistant): void {
  let films: readonly TimedFilm[] = [],
    arms: readonly Arm[] = [],
    chart: CurveChart | undefined;
  const missing = html("p", { role: "status", class: "note" }),
    status = html("div", { role: "status", class: "outcome" }),
    stage = html("div"),
    chartPlace = html("div", { class: "panel whole" });

  const cell = html("select", {}, ...data.cells.map((_, i) => html("option", { value: i }, cellName(data, i))));
  cell.addEventListener("change", () => choose({ cell: Number(cell.value) }));
  const replicate = html("input", { type: "number", min: 0, max: data.replicates - 1, step: 1 });
  replicate.addEventListener("change", () => {
    const value = Math.round(Number(replicate.value));
    choose({ replicate: Math.min(data.replicates - 1, Math.max(0, Number.isFinite(value) ? value : 0)) });
  });
  /** Another run is shown at its end. */
  const choose = (part: Partial<State>) => store.change({ ...part, epoch: undefined, isChosen: true });

  const player = playerOf((epoch) => store.change({ epoch }), () => films[0], () => store.state.epoch);
  const form = settingsForm(data, store);
  const unmark = button("Unmark it in the figures", () => {
    store.change({ isChosen: false });
    cell.focus();
  });
  const slices = slicesOf(() => build());
  section.append(
    html(
      "div",
      { class: "controls" },
      data.cells.length > 1 ? labelled("cell", cell) : undefined,
      data.replicates > 1 ? labelled(`replicate, 0 to ${number(data.replicates - 1)}`, replicate) : undefined,
      unmark,
    ),
    missing,
    form.element,
    status,
    player.element,
    slices.element,
    chartPlace,
    stage,
  );

  let latest = 0;
  const train = async () => {
    const ticket = ++latest, { cell, replicate, epoch, changes } = store.state;
    const subject = { cell, replicate, ...(epoch !== undefined && { also: epoch }) };
    const isChanged = Object.keys(changes).length > 0;
    player.stop();
    try {
      const asked = [
        assistant.ask("film", subject),
        ...(isChanged ? [assistant.ask("film", { ...subject, changes })] : []),
      ];
      const [own, other] = await Promise.allSettled(asked);
      if (ticket !== latest) return;
      if (own!.status === "rejected") throw own!.reason;
      films = [own!.value, ...(other?.status === "fulfilled" ? [other.value] : [])];
      refill(
        status,
        ...endsOf(data, store.state, films),
        ...(other?.status === "rejected"
          ? [html("p", {}, `With these settings there is nothing to train: ${(other.reason as Error).message}.`)]
          : []),
      );
      await pause();
      if (ticket === latest) build();
    } catch (error) {
      refill(status, `It could not be trained here: ${(error as Error).message}`);
    }
  };

  const build = () => {
    const titles = films.length > 1 ? ["As in the suite", "With your settings"] : ["As in the suite"];
    slices.follow(prepare(films[0]!.config));
    arms = films.map((film, i) => armOf(titles[i]!, film, slices.held));
    refill(stage, ...arms.map(({ element }) => element));
    drawChart();
    player.reset();
    player.element.hidden = chartPlace.hidden = films.every(({ frames }) => frames.length < 2);
    show();
  };
  const drawChart = () => {
    const comparison = comparisonOf(films, section.clientWidth, (epoch) => {
      player.stop();
      store.change({ epoch });
    });
    chart = comparison.chart;
    refill(chartPlace, comparison.key, chart.element, comparison.note);
  };
  const show = () => {
    if (films.length === 0) return;
    const end = films[0]!.frames.at(-1)!.epoch, epoch = store.state.epoch ?? end;
    films.forEach(({ frames }, i) => arms[i]!.show(frameAt(frames, epoch)));
    chart?.show(epoch);
    player.show(epoch);
  };

  const follow = (state: State, before?: State) => {
    const isOther = !before || before.cell !== state.cell || before.replicate !== state.replicate ||
      before.changes !== state.changes;
    if (isOther) {
      cell.value = String(state.cell);
      replicate.value = String(state.replicate);
      form.follow(state);
      train();
    } else show();
    const isAsked = state.missing !== before?.missing;
    if (isAsked || isOther) {
      missing.hidden = !isAsked || state.missing.length === 0;
      refill(missing, missing.hidden ? undefined : missingIn(data, state));
    }
    unmark.hidden = !state.isChosen;
    if (before && !player.isPlaying()) keepAddress();
  };
  let due: ReturnType<typeof setTimeout> | undefined;
  // browsers allow only so many changes of the address in a while, and a slider makes many
  const keepAddress = () => {
    clearTimeout(due);
    due = setTimeout(() => history.replaceState(null, "", addressOf(store.state, data)), PATIENCE);
  };
  store.listen(follow);
  player.onStop(keepAddress);
  let width = widthIn(section.clientWidth);
  new ResizeObserver(() => {
    if (films.length === 0 || widthIn(section.clientWidth) === width) return;
    width = widthIn(section.clientWidth);
    drawChart();
    show();
  }).observe(section);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
  follow(store.state);
}
