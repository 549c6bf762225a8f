/**
 * The x ≥ 0 at which a rising, concave function reaches a value that it starts below.
 *
 * Newton's method from 0: the tangent of a concave function lies above it, so no step overshoots, and the first
 * step that does not lead on is rounding.
 */
export function reach(target: number, value: (x: number) => number, slope: (x: number) => number): number {
  for (let x = 0;;) {
    const next = x + (target - value(x)) / slope(x);
    if (!(next > x)) return x;
    x = next;
  }
}
