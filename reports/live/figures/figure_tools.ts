/** The tools of a figure: its marks one by one for those without a pointer, and its files. */
import type { FigureData } from "../../wire/figure_data.ts";
import { button, controlRow, html, labelled, replaceChildren } from "../dom.ts";
import { figureSpec, pictureOf, pngOf, save } from "./exports.ts";
import { paletteOf } from "../../chart/palette.ts";
import type { LiveChart } from "./live_chart.ts";
import type { Mark } from "./marks.ts";

/** Chooses the run of a mark, and returns a link that leads to it; undefined where the mark stands for no run. */
type ChooseMark = (mark: Mark) => HTMLElement | undefined;

/** Creates the tools of a figure, filled when they are first opened. */
export function figureTools(
  section: Element,
  figure: FigureData,
  charts: readonly LiveChart[],
  choose: ChooseMark,
): HTMLElement {
  const tools = html(
    "details",
    { class: "tools live-only" },
    html("summary", {}, "Read the marks, download the figure"),
  );
  tools.addEventListener("toggle", () => {
    const status = html("p", { class: "note", role: "status" });
    tools.append(...markReader(charts, choose, status), fileButtons(section, figure, status), status);
  }, { once: true });
  return tools;
}

/** A slider that moves from mark to mark; nothing where there is none. */
function markReader(charts: readonly LiveChart[], choose: ChooseMark, status: HTMLElement): HTMLElement[] {
  const onePerPanel = charts.filter(({ panel }, i) => panel !== charts[i - 1]?.panel);
  const all = onePerPanel.flatMap((chart) => chart.marks().map((mark) => ({ mark, chart })));
  if (all.length === 0) return [];
  const text = html("output", { class: "mark-text" }, "Move along to read the marks one by one.");
  const slider = html("input", { type: "range", min: 0, max: all.length - 1, step: 1, value: 0 });
  const read = () => {
    const { mark, chart } = all[Number(slider.value)]!;
    const words = chart.tooltip(mark).join(", ");
    text.textContent = words;
    slider.setAttribute("aria-valuetext", words);
    for (const other of charts) other.showRing(other.panel === chart.panel ? mark : undefined);
  };
  slider.addEventListener("input", read);
  slider.addEventListener("focus", read);
  slider.addEventListener("blur", () => charts.forEach(({ showRing }) => showRing(undefined)));
  const chooseButton = button("Choose this run", () => {
    const link = choose(all[Number(slider.value)]!.mark);
    replaceChildren(status, ...(link ? ["Chosen, here and in all other figures and tables. ", link] : []));
  });
  const hasRuns = all.some(({ mark }) => Object.keys(mark.levels).length > 0);
  return [controlRow(labelled("mark by mark", slider), hasRuns ? chooseButton : undefined), text];
}

/** Buttons that save the figure or copy its spec; the link to its rows. */
function fileButtons(section: Element, figure: FigureData, status: HTMLElement): HTMLElement {
  const picture = () => {
    const style = getComputedStyle(document.documentElement);
    const palette = paletteOf((name) => style.getPropertyValue(`--${name}`).trim());
    return pictureOf(section.querySelector(".chart")!, palette);
  };
  const fileButton = (text: string, act: () => void | Promise<void>) =>
    button(text, async () => {
      try {
        await act();
      } catch (error) {
        status.textContent = `This failed: ${(error as Error).message}`;
      }
    });
  const csv = section.querySelector(".data a[download], .data a[href^='#data-']")?.cloneNode(true);
  return controlRow(
    fileButton("SVG", () => save(`${figure.name}.svg`, new Blob([picture().text], { type: "image/svg+xml" }))),
    fileButton("PNG", async () => save(`${figure.name}.png`, await pngOf(picture()))),
    fileButton("Copy Vega-Lite spec", async () => {
      await navigator.clipboard.writeText(JSON.stringify(figureSpec(figure), null, 2));
      status.textContent = "The spec is in the clipboard.";
    }),
    csv,
  );
}
