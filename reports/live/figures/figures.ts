/** The figures come alive: what marks say, one choice through all of them, series taken out, and files to take away. */
import { button, html, labelled, refill, set, svg } from "../dom.ts";
import { colorNow } from "../pictures/paint.ts";
import { drawingOf, pngOf, save, specOf } from "./exports.ts";
import type { FigureData, FiguresData, LayerSpec, PanelData, Plot } from "../../wire/figure_data.ts";
import { type DataLayer, type Item, layersOf, type Mark, marksOf, pixelOf } from "./marks.ts";
import { chosenMarks, keptSeries, ringAt } from "./overlay.ts";
import type { PageData } from "../../wire/page_data.ts";
import { choiceOf } from "./selection.ts";
import type { State, Store } from "../state.ts";

/** How near a pointer must be to a mark, in pixels. */
const REACH = 32;

/** A drawing of the page with what lies over it. */
interface Chart {
  readonly figure: FigureData;
  readonly panel: PanelData;
  readonly plot: Plot;
  /** Unpacked when they are first asked for, as are the marks: most readers of a page look at few. */
  readonly layers: () => readonly DataLayer[];
  readonly marks: () => readonly Mark[];
  readonly below: SVGGElement;
  readonly above: SVGGElement;
}

/** Brings all figures to life; the n-th of the data is the section `figure-n`. */
export function mountFigures(figures: FiguresData, data: PageData, store: Store): void {
  const tip = html("div", { class: "tip", role: "tooltip", hidden: true });
  document.body.append(tip);
  const charts = figures.figures.flatMap((figure, i) => {
    const section = document.getElementById(`figure-${i + 1}`);
    if (!section || figure.panels.length === 0) return [];
    const own = chartsOf(section, figure);
    for (const chart of own) {
      listen(
        chart,
        tip,
        (mark) => store.change({ ...choiceOf(data, store.state, mark), epoch: undefined, isChosen: true }),
      );
    }
    filterBy(section, figure, `figure-${i + 1}`, store);
    section.querySelector("figcaption")!.append(toolsOf(section, figure, own, { figures, data, store }));
    return own.map((chart) => ({ chart, id: `figure-${i + 1}` }));
  });
  const follow = (state: State) => charts.forEach(({ chart, id }) => redraw(chart, id, state, data));
  store.listen((state, before) => {
    if (
      state.hidden !== before.hidden || state.cell !== before.cell || state.replicate !== before.replicate ||
      state.isChosen !== before.isChosen
    ) follow(state);
  });
  follow(store.state);
}

/** The drawings of a figure, each with layers over it; those of one panel follow each other. */
function chartsOf(section: Element, figure: FigureData): Chart[] {
  return [...section.querySelectorAll(".panel")].flatMap((element, i) => {
    const panel = figure.panels[i]!, layers = once(() => layersOf(figure, panel));
    const marks = once(() => marksOf(figure, panel, layers()));
    return [...element.querySelectorAll<SVGSVGElement>("svg")].map((drawing, k): Chart => {
      const below = svg("g", { "aria-hidden": "true" }), above = svg("g", { "aria-hidden": "true" });
      drawing.append(below, above);
      return { figure, panel, plot: panel.plots[k]!, layers, marks, below, above };
    });
  });
}

/** A value that is made when it is first asked for. */
function once<V>(make: () => V): () => V {
  let made: { readonly value: V } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Shows what is near the pointer; a click chooses it. */
function listen({ panel, plot, marks, above }: Chart, tip: HTMLElement, choose: (mark: Mark) => void): void {
  const drawing = above.ownerSVGElement!, pixels = once(() => marks().map((mark) => pixelOf(panel.spec, plot, mark)));
  const hide = () => {
    tip.hidden = true;
    refill(above);
  };
  const nearest = ({ clientX, clientY }: MouseEvent) => {
    const box = drawing.getBoundingClientRect(), scale = drawing.viewBox.baseVal.width / box.width;
    const x = (clientX - box.left) * scale, y = (clientY - box.top) * scale;
    let best = -1, least = REACH * REACH;
    pixels().forEach((at, i) => {
      const far = (at.x - x) ** 2 + (at.y - y) ** 2;
      if (far < least) [best, least] = [i, far];
    });
    return marks()[best];
  };
  drawing.addEventListener("pointermove", (event) => {
    const mark = nearest(event);
    if (!mark) return hide();
    refill(above, ringAt(panel.spec, plot, mark));
    refill(tip, ...mark.words.map((line) => html("div", {}, line)));
    tip.hidden = false;
    const left = Math.min(event.clientX + 16, innerWidth - tip.offsetWidth - 8);
    tip.style.left = `${Math.max(8, left)}px`;
    tip.style.top = `${
      event.clientY + 20 + tip.offsetHeight > innerHeight ? event.clientY - tip.offsetHeight - 12 : event.clientY + 20
    }px`;
  });
  drawing.addEventListener("pointerleave", hide);
  drawing.addEventListener("click", (event) => {
    const mark = nearest(event);
    if (mark) choose(mark);
  });
}

/** Makes the key's series a filter; what else it explains, such as shades, cannot be taken out. */
function filterBy(section: Element, figure: FigureData, id: string, store: Store): void {
  const subject = figure.links.series ?? id;
  const series = new Set(figure.panels.flatMap(({ spec }) => spec.layer.flatMap(seriesOf)));
  for (const item of section.querySelectorAll<HTMLLIElement>(".key li")) {
    const name = item.textContent ?? "";
    if (!series.has(name)) continue;
    const own = html("button", { type: "button", "aria-pressed": "true" }, ...item.childNodes);
    own.addEventListener("click", () => {
      const hidden = store.state.hidden[subject] ?? [];
      const next = hidden.includes(name) ? hidden.filter((one) => one !== name) : [...hidden, name];
      store.change({ hidden: { ...store.state.hidden, [subject]: next } });
    });
    store.listen(({ hidden }) => set(own, { "aria-pressed": String(!hidden[subject]?.includes(name)) }));
    refill(item, own);
  }
}

/** The series that a layer tells apart by their colours. */
function seriesOf({ encoding }: LayerSpec): readonly string[] {
  const color = encoding?.color;
  return color?.field === "series" ? color.scale?.domain ?? [] : [];
}

/** Draws what lies over a chart. */
function redraw(
  { figure, panel, plot, layers, below }: Chart,
  id: string,
  { hidden, cell, replicate, isChosen }: State,
  data: PageData,
): void {
  const out = hidden[figure.links.series ?? id] ?? [], chosen = data.cells[cell]!.levels;
  const isOfChoice = ({ levels, run }: Item) =>
    Object.keys(levels).length > 0 && (run === undefined || run === replicate) &&
    Object.entries(levels).every(([factor, level]) => chosen[factor] === level);
  refill(
    below,
    ...(out.length > 0 ? keptSeries(panel.spec, layers(), plot, (series) => !out.includes(series)) : []),
    ...(isChosen ? chosenMarks(panel.spec, layers(), plot, isOfChoice) : []),
  );
}

/** What the controls of figures need of the page. */
interface Surroundings {
  readonly figures: FiguresData;
  readonly data: PageData;
  readonly store: Store;
}

/** The controls of a figure, made when they are first opened. */
function toolsOf(section: Element, figure: FigureData, charts: readonly Chart[], around: Surroundings): HTMLElement {
  const tools = html("details", { class: "tools live-only" }, html("summary", {}, "Read its marks, take it away"));
  tools.addEventListener("toggle", () => tools.append(...controlsOf(section, figure, charts, around)), { once: true });
  return tools;
}

/** Marks one after the other for those without a pointer, and files. */
function controlsOf(
  section: Element,
  figure: FigureData,
  charts: readonly Chart[],
  { figures, data, store }: Surroundings,
): HTMLElement[] {
  const onePerPanel = charts.filter(({ panel }, i) => panel !== charts[i - 1]?.panel);
  const all = onePerPanel.flatMap(({ panel, marks }) => marks().map((mark) => ({ mark, panel })));
  const said = html("output", { class: "said" }, "Move along to read the marks one by one."),
    status = html("p", { class: "note", role: "status" });
  const slider = html("input", { type: "range", min: 0, max: Math.max(0, all.length - 1), step: 1, value: 0 });
  const read = () => {
    const { mark, panel } = all[Number(slider.value)]!, words = mark.words.join(", ");
    said.textContent = words;
    slider.setAttribute("aria-valuetext", words);
    for (const chart of charts) {
      refill(chart.above, chart.panel === panel ? ringAt(panel.spec, chart.plot, mark) : undefined);
    }
  };
  slider.addEventListener("input", read);
  slider.addEventListener("focus", read);
  slider.addEventListener("blur", () => charts.forEach(({ above }) => refill(above)));
  const choose = button("Choose this run", () => {
    store.change({ ...choiceOf(data, store.state, all[Number(slider.value)]!.mark), epoch: undefined, isChosen: true });
    status.textContent = "Chosen, here and in all other figures and tables.";
  });
  const chart = section.querySelector(".chart")!;
  const drawing = () =>
    drawingOf(chart, Object.fromEntries(Object.keys(figures.colors).map((name) => [name, hex(colorNow(name))])));
  const guarded = (act: () => void | Promise<void>) => async () => {
    try {
      await act();
    } catch (error) {
      status.textContent = `It could not be done here: ${(error as Error).message}`;
    }
  };
  const csv = section.querySelector<HTMLAnchorElement>("figcaption a[download], figcaption a[href^='#data-']")
    ?.cloneNode(true);
  const files = html(
    "div",
    { class: "controls" },
    button("SVG", guarded(() => save(`${figure.name}.svg`, new Blob([drawing().text], { type: "image/svg+xml" })))),
    button("PNG", guarded(async () => save(`${figure.name}.png`, await pngOf(drawing())))),
    button(
      "Copy Vega-Lite spec",
      guarded(async () => {
        await navigator.clipboard.writeText(JSON.stringify(specOf(figure, figures), null, 2));
        status.textContent = "The spec is in the clipboard.";
      }),
    ),
    csv as HTMLElement | undefined,
  );
  const reading = all.length > 0
    ? html(
      "div",
      { class: "controls" },
      labelled("mark by mark", slider),
      Object.keys(figure.links).length > 0 ? choose : undefined,
    )
    : undefined;
  return [...(reading ? [reading, said] : []), files, status];
}

function hex(color: readonly number[]): string {
  return `#${color.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
