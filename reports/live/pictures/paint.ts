/** Fields of numbers as colours on a canvas, in the colours of the page as they are now. */

/** Red, green and blue from 0 to 255. */
type Rgb = readonly [number, number, number];

/** Gives a share from 0 to 1 its colour. */
export type Ramp = (share: number) => Rgb;

/** The colour of a custom property of the page, written as #rrggbb. */
export function colorNow(name: string): Rgb {
  const text = getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const [r, g, b] = [1, 3, 5].map((from) => parseInt(text.slice(from, from + 2), 16));
  return [r!, g!, b!];
}

/** How strong the ends of a ramp are, as in the figures. */
const STRENGTH = 0.85;

/** Two hues that meet in the colour of the paper at ½. */
export function answerRamp(): Ramp {
  const low = colorNow("low"), paper = colorNow("paper"), high = colorNow("high");
  return (share) => mix(paper, share < 0.5 ? low : high, Math.min(1, Math.abs(2 * share - 1)) * STRENGTH);
}

/** From the colour of the paper to one hue. */
export function unitRamp(): Ramp {
  const paper = colorNow("paper"), heat = colorNow("heat");
  return (share) => mix(paper, heat, Math.min(1, Math.max(0, share)) * STRENGTH);
}

/** The colour of what is not finite. */
export const NOT_FINITE = "rule";

function mix(a: Rgb, b: Rgb, share: number): Rgb {
  return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]), a[2] + share * (b[2] - a[2])];
}

/** Paints a square field, a point a pixel, its first row at the foot; what is not finite is grey. */
export function paint(
  canvas: HTMLCanvasElement,
  values: Float64Array,
  share: (value: number) => number,
  ramp: Ramp,
): void {
  const side = canvas.width, context = canvas.getContext("2d")!, image = context.createImageData(side, side);
  const whole = Math.sqrt(values.length), every = (whole - 1) / (side - 1), grey = colorNow(NOT_FINITE);
  for (let j = 0; j < side; j++) {
    for (let i = 0; i < side; i++) {
      const value = values[j * every * whole + i * every]!, at = 4 * ((side - 1 - j) * side + i);
      const [r, g, b] = Number.isFinite(value) ? ramp(share(value)) : grey;
      image.data[at] = r;
      image.data[at + 1] = g;
      image.data[at + 2] = b;
      image.data[at + 3] = 255;
    }
  }
  context.putImageData(image, 0, 0);
}
