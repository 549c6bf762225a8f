/** The explorer: trains a run of the page again, plays it, and compares it with one that differs in its settings. */
import { ACTIVATIONS } from "../../core/activations.ts";
import { LOSSES } from "../../core/losses.ts";
import { prepare } from "../../core/train.ts";
import { numeral as number } from "../views/scales.ts";
import { addressOf, changesFrom } from "./address.ts";
import { type Arm, armOf, inputName } from "./arm.ts";
import type { Assistant } from "./assistant.ts";
import { type Changes, MOST_UNITS, settingsOf } from "./changes.ts";
import { type CurveChart, curvesOf } from "./curve.ts";
import { button, html, labelled, refill } from "./dom.ts";
import { type Film, frameAt } from "./film.ts";
import type { PageData } from "./page_data.ts";
import { planeOf } from "./plane.ts";
import { digestAt, digestOf, nameOf, runOf } from "./runs.ts";
import type { State, Store } from "./state.ts";

/** How long a film plays, in milliseconds, and in how many steps for those who want little motion. */
const PLAYING = 8000, STEPS = 10;

/** Fills the section. */
export function mountExplorer(section: HTMLElement, data: PageData, store: Store, assistant: Assistant): void {
  let films: readonly Film[] = [],
    arms: readonly Arm[] = [],
    chart: CurveChart | undefined,
    held = new Map<number, number>();
  const status = html("div", { role: "status", class: "outcome" }),
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
  const form = formOf(data, store);
  const slices = html("div", { class: "controls" });
  section.append(
    html(
      "div",
      { class: "controls" },
      data.cells.length > 1 ? labelled("cell", cell) : undefined,
      labelled(`replicate, 0 to ${number(data.replicates - 1)}`, replicate),
    ),
    form.element,
    status,
    player.element,
    slices,
    chartPlace,
    stage,
  );

  let latest = 0;
  const train = async () => {
    const ticket = ++latest, { cell, replicate, epoch, changes } = store.state;
    const subject = { cell, replicate, ...(epoch !== undefined && { also: epoch }) };
    const from = performance.now(), isChanged = Object.keys(changes).length > 0;
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
        ...wordsOn(data, store.state, films, performance.now() - from),
        ...(other?.status === "rejected"
          ? [html("p", {}, `With these settings there is nothing to train: ${(other.reason as Error).message}.`)]
          : []),
      );
      build();
    } catch (error) {
      refill(status, `It could not be trained here: ${(error as Error).message}`);
    }
  };

  const build = () => {
    const titles = films.length > 1 ? ["As in the suite", "With your settings"] : ["As in the suite"];
    fillSlices();
    arms = films.map((film, i) => armOf(titles[i]!, film, held));
    refill(stage, ...arms.map(({ element }) => element));
    drawChart();
    player.reset();
    show();
  };
  const fillSlices = () => {
    const others = planeOf(prepare(films[0]!.config))?.others ?? [];
    held = new Map(others.map(({ input, values }) => [input, held.get(input) ?? values[0]!]));
    refill(
      slices,
      ...others.map(({ input, values }) => {
        const select = html("select", {}, ...values.map((value) => html("option", { value }, String(value))));
        select.value = String(held.get(input));
        select.addEventListener("change", () => {
          held.set(input, Number(select.value));
          build();
          slices.querySelectorAll("select")[others.findIndex((one) => one.input === input)]?.focus();
        });
        return labelled(`surface at ${inputName(input)} =`, select);
      }),
    );
    slices.hidden = others.length === 0;
  };
  const drawChart = () => {
    const same = films.every(({ config }) => config.loss?.name === films[0]!.config.loss?.name && config.loss);
    chart = curvesOf(
      films.map(({ frames }, i) => ({
        frames,
        color: i === 0 ? "var(--blue)" : "var(--vermillion)",
        ...(i > 0 && { dash: "7 3" }),
      })),
      {
        width: Math.max(280, Math.min(960, section.clientWidth)),
        title: same ? "training loss" : "mean squared error",
        value: (frame) => same ? frame.loss : frame.meanSquaredError,
        onPick: (epoch) => {
          player.stop();
          store.change({ epoch });
        },
      },
    );
    const key = films.length > 1
      ? html(
        "div",
        { class: "key" },
        html("span", {}, "line:"),
        html("ul", {}, html("li", {}, "whole: as in the suite"), html("li", {}, "dashed: with your settings")),
      )
      : undefined;
    refill(chartPlace, key, chart.element);
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
    if (before && !player.isPlaying()) writeAddress(state, data);
  };
  store.listen(follow);
  player.onStop(() => writeAddress(store.state, data));
  new ResizeObserver(() => {
    if (films.length === 0 || Math.abs(chart!.element.clientWidth - Math.min(960, section.clientWidth)) < 1) return;
    drawChart();
    show();
  }).observe(section);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
  follow(store.state);
}

function writeAddress(state: State, data: PageData): void {
  history.replaceState(null, "", addressOf(state, data));
}

/** A cell in words. */
function cellName({ cells }: PageData, cell: number): string {
  return Object.entries(cells[cell]!.levels).map(([factor, level]) => `${factor.replaceAll("_", " ")}: ${level}`).join(
    " · ",
  );
}

/** How the trainings ended, and whether the suite's own is the one in the CSV. */
function wordsOn(
  data: PageData,
  { cell, replicate }: State,
  [own, other]: readonly Film[],
  milliseconds: number,
): HTMLElement[] {
  const agrees = digestOf(own!.line) === digestAt(data, cell, replicate);
  const sign = html(
    "span",
    { class: `verdict ${agrees ? "supported" : "refuted"}` },
    agrees ? "✓ Equal to the CSV." : "✗ Differs from the CSV.",
  );
  const row = `row ${number(cell * data.replicates + replicate + 2)} of runs.csv`;
  return [
    html(
      "p",
      {},
      sign,
      ` Trained again in ${Math.max(1, Math.round(milliseconds))} ms: ${endOf(own!)}. Its end ${
        agrees ? "is" : "is not"
      } ${row} to the last bit, by that row's digest.`,
    ),
    ...(other ? [html("p", {}, `With your settings, from the same weights: ${endOf(other)}.`)] : []),
  ];
}

function endOf({ status, solved, solvedEpoch, frames }: Film): string {
  const end = number(frames.at(-1)!.epoch);
  if (status === "diverged") return `it diverged by epoch ${end}`;
  return solved ? `solved from epoch ${number(solvedEpoch!)} on` : `not solved within ${end} epochs`;
}

/** Play, pause, rewind and the slider of epochs. */
function playerOf(go: (epoch: number) => void, film: () => Film | undefined, epoch: () => number | undefined) {
  const slider = html("input", { type: "range", min: 0, max: 0, step: 1, class: "epochs", "aria-label": "epoch" }),
    words = html("output", { class: "epoch" });
  let playing: number | undefined, stopped = () => {};
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const frames = () => film()?.frames ?? [], at = () => frameAt(frames(), epoch() ?? Infinity);
  const stop = () => {
    if (playing === undefined) return;
    cancelAnimationFrame(playing);
    playing = undefined;
    play.textContent = "Play";
    stopped();
  };
  const start = () => {
    const last = frames().length - 1, from = at() >= last ? 0 : at(), begun = performance.now();
    play.textContent = "Pause";
    if (from === 0) go(0);
    const turn = (time: number) => {
      const share = Math.max(0, time - begun) / PLAYING,
        shown = calm.matches ? Math.floor(share * STEPS) / STEPS : share;
      const frame = Math.min(last, from + Math.floor(shown * last));
      if (frame !== at()) go(frames()[frame]!.epoch);
      if (frame >= last) return stop();
      playing = requestAnimationFrame(turn);
    };
    playing = requestAnimationFrame(turn);
  };
  const play = button("Play", () => playing === undefined ? start() : stop(), { class: "play" });
  const rewind = button("Rewind", () => {
    stop();
    go(0);
  });
  slider.addEventListener("input", () => {
    stop();
    go(frames()[Number(slider.value)]!.epoch);
  });
  return {
    element: html("div", { class: "controls player" }, play, rewind, slider, words),
    stop,
    isPlaying: () => playing !== undefined,
    onStop: (act: () => void) => void (stopped = act),
    reset: () => {
      slider.max = String(frames().length - 1);
      play.disabled = rewind.disabled = slider.disabled = frames().length < 2;
    },
    show(shown: number) {
      const end = frames().at(-1)!.epoch;
      slider.value = String(frameAt(frames(), shown));
      const text = `epoch ${number(Math.min(shown, end))} of ${number(end)}`;
      slider.setAttribute("aria-valuetext", text);
      words.textContent = text;
    },
  };
}

/** The fields by which settings are changed. */
function formOf(data: PageData, store: Store) {
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

/** The run that is chosen, in words. */
export function chosenName(data: PageData, { cell, replicate }: State): string {
  return nameOf(data, cell, replicate);
}
