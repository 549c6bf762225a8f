/** Links to the same page in another language, which keep what the address says. */

/** Adds the fragment of the address to each of them when it is followed. */
export function mountLanguageLinks(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("nav a[hreflang]")) {
    const follow = () => link.hash = location.hash;
    for (const event of ["pointerdown", "focus", "click"]) link.addEventListener(event, follow);
  }
}
