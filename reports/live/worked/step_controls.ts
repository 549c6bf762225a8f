/** What the reader steps through an update with: Back, Next, arrow keys, and a choice to be asked for numbers. */
import { button, html } from "../dom.ts";
import { pageTexts } from "../page_language.ts";

/** What the reader steps through. */
export interface Walkthrough {
  readonly count: number;
  /** Shows a step, counted from 0; returns its sentence, or undefined if there is nothing to show. */
  readonly show: (step: number, isAsking: boolean) => string | undefined;
}

const KEYS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** Creates the buttons, which show no step by themselves, and the status that reads each step to those who listen. */
export function createStepControls({ count, show }: Walkthrough) {
  const texts = pageTexts().lesson.steps;
  let current = 0;
  let isAsking = false;
  const back = button(texts.back, () => move(-1), { class: "back" });
  const next = button(texts.next, () => move(1), { class: "next" });
  const ask = button(texts.ask, () => {
    isAsking = !isAsking;
    refresh();
  }, { class: "ask" });
  const status = html("p", { class: "visually-hidden", role: "status" });

  const goTo = (step: number) => {
    const wanted = Math.min(count - 1, Math.max(0, step));
    const sentence = show(wanted, isAsking);
    if (sentence === undefined) return;
    current = wanted;
    ask.setAttribute("aria-pressed", String(isAsking));
    const focused = document.activeElement;
    back.disabled = current === 0;
    next.disabled = current === count - 1;
    // a disabled button loses the focus
    if (focused === next && next.disabled) back.focus();
    if (focused === back && back.disabled) next.focus();
    return sentence;
  };
  const refresh = () => goTo(current);
  const move = (by: number) => {
    const sentence = goTo(current + by);
    if (sentence !== undefined) status.textContent = `${texts.place(current + 1, count)}: ${sentence}`;
  };
  return {
    buttons: [back, next, ask],
    status,
    goTo,
    refresh,
    /** Lets the arrow keys step wherever the focus is in an element, but in a field. */
    listenTo(element: HTMLElement) {
      element.addEventListener("keydown", (event) => {
        const by = KEYS[event.key];
        const isModified = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
        if (by === undefined || isModified || (event.target as Element).closest("input, select, textarea")) return;
        event.preventDefault();
        move(by);
        // what had the focus may have gone with its step
        if (!isShown(document.activeElement)) (next.disabled ? back : next).focus();
      });
    },
  };
}

function isShown(element: Element | null): boolean {
  return element !== null && element !== document.body && element.getClientRects().length > 0;
}
