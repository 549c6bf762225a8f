/** What runs in the front page: a field that leaves the experiments whose words it has. */
import { SANS } from "../chart/theme.ts";

/**
 * Fills the place for the field; sent to the page as its own text, so it stands by itself.
 *
 * An experiment is left where its card has all the words, in capitals or not. Escape empties the field, Enter goes to
 * the first experiment that is left.
 */
export function mountSearch(document: Document): void {
  const place = document.getElementById("search"), field = place?.querySelector("input");
  const told = place?.querySelector("output");
  if (!place || !field || !told) return;
  const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const cards = [...document.querySelectorAll<HTMLElement>(".experiments > li")].map((card) => ({
    card,
    text: plain(card.firstElementChild?.textContent ?? ""),
  }));
  const search = () => {
    const words = plain(field.value).split(/\s+/).filter((word) => word !== "");
    let left = 0;
    for (const { card, text } of cards) {
      card.hidden = !words.every((word) => text.includes(word));
      if (!card.hidden) left++;
    }
    told.textContent = words.length === 0 ? "" : left + " of " + cards.length + " experiments";
  };
  field.addEventListener("input", search);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      // the key press must not go on to the link, which some browsers would follow
      event.preventDefault();
      cards.find(({ card }) => !card.hidden)?.card.querySelector("a")?.focus();
    }
    if (event.key !== "Escape") return;
    field.value = "";
    search();
  });
  place.hidden = false;
  // a browser may have kept what was typed before
  search();
}

/** The script of the front page. */
export const SEARCH_SCRIPT = `(${mountSearch})(document);`;

/** Added to the style sheet of the front page. What is searched for is left out on paper: a print-out is always whole. */
export const SEARCH_STYLE = `
.search{display:flex;flex-wrap:wrap;gap:4px 16px;align-items:center;margin:32px 0 0;font:14px/20px ${SANS}}
.search input{font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--quiet);border-radius:4px;padding:7px 12px;min-height:36px;width:304px;max-width:100%}
.search input:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.search[hidden]{display:none}
@media screen{.experiments>li[hidden]{display:none}}
@media print{.search{display:none}}
`;
