/** Glob patterns for names: `*` matches any characters, `?` exactly one. */

/** Whether a pattern matches a whole name; takes time proportional to the product of their lengths at most. */
export function matchesGlob(pattern: string, name: string): boolean {
  let p = 0, n = 0, lastStar = -1, starEnd = 0;
  while (n < name.length) {
    if (pattern[p] === "*") {
      lastStar = p++;
      starEnd = n;
    } else if (p < pattern.length && (pattern[p] === "?" || pattern[p] === name[n])) {
      p++;
      n++;
    } else if (lastStar >= 0) {
      // backtracking to the last star suffices: everything before it already matches as early as possible
      p = lastStar + 1;
      n = ++starEnd;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(p));
}
