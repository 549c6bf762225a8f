/** The search field of the front page: it hides the experiments whose pages do not match. */

/** Groups of terms that mean the same, or lead to the same pages; each is lower case and without hyphens. */
export const SYNONYMS: readonly (readonly string[])[] = [
  ["backpropagation", "back propagation", "backprop", "chain rule", "backward pass", "delta rule"],
  ["dead relu", "dying relu", "dead neuron", "dead neurons", "dead units"],
  ["vanishing gradient", "vanishing gradients", "saturation", "saturated", "saturates", "nearly flat"],
  ["exploding gradient", "exploding gradients", "diverge", "diverged", "gradient norm"],
  ["local minimum", "local minima", "saddle", "plateau", "stuck"],
  ["loss landscape", "loss surface", "error surface", "landscape"],
  ["optimizer", "optimiser", "optimizers", "optimisers"],
  ["sgd", "stochastic gradient descent", "online", "batch"],
  ["initialization", "initialisation", "initializer", "initialiser", "xavier", "glorot"],
  ["kaiming", "he normal", "he uniform"],
  ["regularization", "regularisation", "weight decay", "l2"],
  ["mse", "squared error", "mean squared error"],
  ["log loss", "negative log likelihood", "bce", "cross entropy"],
  ["logistic", "sigmoid"],
  ["swish", "silu"],
  ["neuron", "neurons", "unit", "units"],
  ["hidden layer", "multilayer", "mlp", "two layer"],
  ["step size", "lr", "learning rate"],
  ["lr schedule", "learning rate decay", "schedule"],
  ["linear separability", "linearly separable", "separable"],
  ["hessian", "curvature", "eigenvalue"],
  ["random seed", "seed", "start"],
  ["rosenblatt", "perceptron"],
  ["minsky", "papert", "separable"],
  ["representation", "features", "hidden units learn", "hidden functions"],
];

/** The words of a text: lower case, without accents, split at everything but letters and digits. */
export function plainWords(text: string): string[] {
  const letters = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return letters.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}

/**
 * Fills the element `search`. Sent to the page as its own source text, so it must not refer to anything outside.
 *
 * An experiment matches if the words of its card and of its page begin with all the words, or with those of a synonym.
 * Escape clears the field, Enter focuses the first match. Where nothing matches, terms that do are suggested.
 */
export function mountSearch(
  document: Document,
  synonyms: typeof SYNONYMS,
  wordsOf: typeof plainWords,
): void {
  const container = document.getElementById("search");
  const field = container?.querySelector("input");
  const output = container?.querySelector("output");
  if (!container || !field || !output) return;
  const cards = [...document.querySelectorAll<HTMLElement>("[data-words]")].map((element) => {
    const words = [...wordsOf(element.textContent), ...element.dataset.words!.split(" ")];
    return { card: element.closest("li")!, words, text: ` ${words.join(" ")}` };
  });
  const suggestions = document.createElement("p");
  suggestions.className = "suggestions";
  container.append(suggestions);

  /** The query, and the query with each term that it contains replaced by its synonyms; each as words. */
  const variantsOf = (query: string): string[][] => {
    const padded = ` ${wordsOf(query).join(" ")} `;
    const replaced = synonyms.flatMap((group) =>
      group.filter((term) => padded.includes(` ${term} `)).flatMap((term) =>
        group.map((other) => padded.replace(` ${term} `, ` ${other} `))
      )
    );
    return [padded, ...replaced].map((variant) => wordsOf(variant));
  };
  const isMatch = (text: string, variants: readonly string[][]) =>
    variants.some((words) => words.every((word) => text.includes(` ${word}`)));
  const matching = (query: string) => {
    const variants = variantsOf(query);
    return cards.filter(({ text }) => isMatch(text, variants));
  };
  /** The edit distance of two words. Source: Levenshtein 1966. */
  const distance = (a: string, b: string) => {
    let row = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) {
        next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + Number(a[i - 1] !== b[j - 1])));
      }
      row = next;
    }
    return row[b.length]!;
  };
  /** Terms that match something: words like those that match nothing, then some that are often looked for. */
  const suggestionsFor = (query: string): string[] => {
    const known = [...new Set([...cards.flatMap(({ words }) => words), ...synonyms.flat()])];
    const near = wordsOf(query).flatMap((word) => {
      const most = Math.max(1, Math.floor(word.length / 3));
      return known.map((term) => ({ term, away: distance(word, term) })).filter(({ away }) => away <= most)
        .sort((a, b) => a.away - b.away).slice(0, 2).map(({ term }) => term);
    });
    const often = ["XOR", "learning rate", "dead ReLU", "backpropagation", "vanishing gradient"];
    return [...new Set([...near, ...often])].filter((term) => matching(term).length > 0).slice(0, 5);
  };
  const search = () => {
    const isEmpty = wordsOf(field.value).length === 0;
    const matches = isEmpty ? cards : matching(field.value);
    for (const { card } of cards) card.hidden = !matches.some((match) => match.card === card);
    output.textContent = isEmpty ? "" : `${matches.length} of ${cards.length} experiments`;
    suggestions.hidden = matches.length > 0;
    const buttons = suggestions.hidden ? [] : suggestionsFor(field.value).map((term) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = term;
      button.addEventListener("click", () => {
        field.value = term;
        search();
        field.focus();
      });
      return button;
    });
    suggestions.replaceChildren("Nothing fits. Try ", ...buttons);
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
export const SEARCH_SCRIPT = `(${mountSearch})(document,${JSON.stringify(SYNONYMS)},${plainWords});`;
