/** Folds: they open where the browser does not open them, for a link to what they contain and to print. */

/** Opens the folds that contain the target of the address, now and whenever it changes, and all folds while printing. */
export function openFolds(): void {
  addEventListener("hashchange", openTarget);
  openTarget();
  let opened: HTMLDetailsElement[] = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>("details.fold:not([open])")];
    for (const fold of opened) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
  });
}

/** Calls a function once, as soon as the fold around an element is open. */
export function whenUnfolded(element: Element, act: () => void): void {
  const fold = element.closest("details");
  if (!fold || fold.open) act();
  else fold.addEventListener("toggle", act, { once: true });
}

function openTarget(): void {
  const target = document.getElementById(location.hash.slice(1));
  const folds: HTMLDetailsElement[] = [];
  for (let element = target?.parentElement; element; element = element.parentElement) {
    if (element instanceof HTMLDetailsElement && !element.open) folds.push(element);
  }
  for (const fold of folds) fold.open = true;
  if (folds.length > 0) target!.scrollIntoView();
}
