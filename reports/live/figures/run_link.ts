/** A link that appears where the reader chooses a run: it names the run and leads to the explorer, which shows it. */
import type { RunSelection } from "../../wire/address.ts";
import type { PageData } from "../../wire/page_data.ts";
import { runName } from "../../wire/page_runs.ts";
import { html, replaceChildren } from "../dom.ts";

/** The link. */
export type RunLink = ReturnType<typeof createRunLink>;

/** Distance of the link from the pointer and from the edges of the page, in pixels. */
const OFFSET = 12;

/** Creates the link of a page; it disappears once the reader follows it, clicks elsewhere or presses Escape. */
export function createRunLink(data: PageData, explorer: HTMLElement) {
  const element = html("div", { class: "run-link", role: "status", hidden: true });
  const hide = () => void (element.hidden = true);
  const linkTo = ({ cell, replicate }: RunSelection) => {
    const arrow = explorer.getBoundingClientRect().top < 0 ? "↑" : "↓";
    const link = html("a", { href: `#${explorer.id}` }, `${runName(data, cell, replicate)}: watch ${arrow}`);
    link.addEventListener("click", (event) => {
      // the fragment of the address names the run
      event.preventDefault();
      hide();
      explorer.scrollIntoView();
      explorer.querySelector<HTMLElement>("select, input, button")?.focus({ preventScroll: true });
    });
    return link;
  };
  document.body.append(element);
  addEventListener("keydown", ({ key }) => key === "Escape" && hide());
  addEventListener("click", ({ target }) => element.contains(target as Node) || hide(), { capture: true });
  return {
    linkTo,
    /** Shows the link beside a click. */
    showAt({ pageX, pageY }: MouseEvent, run: RunSelection) {
      replaceChildren(element, linkTo(run));
      element.hidden = false;
      const right = document.documentElement.clientWidth - element.offsetWidth - OFFSET;
      element.style.left = `${Math.max(OFFSET, Math.min(pageX + OFFSET, right))}px`;
      element.style.top = `${pageY + OFFSET}px`;
    },
  };
}
