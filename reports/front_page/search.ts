/** The search field of the front page: it hides the experiments that do not match. */

/**
 * Fills the element `search`. Sent to the page as its own source text, so it must not refer to anything outside.
 *
 * An experiment matches if its card contains all the words, ignoring case and accents. Escape clears the field, Enter
 * focuses the first match.
 */
export function mountSearch(document: Document): void {
  const container = document.getElementById("search");
  const field = container?.querySelector("input");
  const output = container?.querySelector("output");
  if (!container || !field || !output) return;
  const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const cards = [...document.querySelectorAll<HTMLElement>(".experiments > li")].map((card) => ({
    card,
    text: plain(card.firstElementChild?.textContent ?? ""),
  }));
  const search = () => {
    const words = plain(field.value).split(/\s+/).filter((word) => word !== "");
    for (const { card, text } of cards) card.hidden = !words.every((word) => text.includes(word));
    const matches = cards.filter(({ card }) => !card.hidden).length;
    output.textContent = words.length === 0 ? "" : `${matches} of ${cards.length} experiments`;
  };
  field.addEventListener("input", search);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      // some browsers would also apply the key press to the link, and follow it
      event.preventDefault();
      cards.find(({ card }) => !card.hidden)?.card.querySelector("a")?.focus();
    }
    if (event.key === "Escape") {
      field.value = "";
      search();
    }
  });
  container.hidden = false;
  // a browser may have restored what was typed before
  search();
}

/** The script of the front page. */
export const SEARCH_SCRIPT = `(${mountSearch})(document);`;
