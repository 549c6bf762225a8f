/** Glob patterns for names: `*` matches any characters, `?` exactly one. */

/** Whether a pattern matches a whole name; takes time proportional to the product of their lengths at most. */
export function matchesGlob(pattern: string, name: string): boolean {
  const positions = Array.from({ length: name.length + 1 }, (_, position) => position);
  // where in the name a match of the pattern so far can end
  let ends = [0];
  for (const character of pattern.split("")) {
    ends = character === "*"
      ? positions.filter((position) => position >= ends[0]!)
      : ends.filter((end) => end < name.length && [name[end], "?"].includes(character)).map((end) => end + 1);
  }
  return ends.includes(name.length);
}
