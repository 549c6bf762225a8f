/** Patterns of names: `*` stands for any signs, `?` for one. */

/** Whether a pattern matches a whole name, in a time that grows with the product of their lengths and no faster. */
export function matchesGlob(pattern: string, name: string): boolean {
  let p = 0, n = 0, star = -1, taken = 0;
  while (n < name.length) {
    if (pattern[p] === "*") {
      star = p++;
      taken = n;
    } else if (p < pattern.length && (pattern[p] === "?" || pattern[p] === name[n])) {
      p++;
      n++;
    } else if (star >= 0) {
      // only the last star need take one sign more: what stands before it matches as early as it can
      p = star + 1;
      n = ++taken;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(p));
}
