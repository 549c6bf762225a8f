/** Gradient descent on one weight and on two. */

/** The weight after steps on E = ½(w − 2)² from 0. */
export function weightAfter(rate: number, steps: number): number {
  let w = 0;
  for (let i = 0; i < steps; i++) w -= rate * (w - 2);
  return w;
}

/** Two weights. */
export type Point = readonly [number, number];

/** The places on a path over F = ½(w₁² + steepness · w₂²), the start included. */
export function pathOver(steepness: number, rate: number, start: Point, steps: number): readonly Point[] {
  const path = [start];
  for (let i = 0; i < steps; i++) {
    const [w1, w2] = path[i]!;
    path.push([w1 - rate * w1, w2 - rate * steepness * w2]);
  }
  return path;
}
