/** The axes of the fan: epochs and losses, both logarithmic, and where they are in pixels. */
import { logScale, type Tick } from "../../../chart/scales.ts";
import type { Frame } from "./film.ts";

/** The height of the fan in pixels. */
export const FAN_HEIGHT = 132;
/** The pixels around the curves. */
export const FAN_MARGIN = { top: 8, right: 10, bottom: 22, left: 46 };
/** The axis spans at least this factor. */
const MIN_SPAN = 100;
const MAX_SPAN = 1e8;
/** The loss axis ends at this multiple of the largest initial loss. */
const HEADROOM = 1.5;

/** The losses that the axis spans, from the lowest to the highest. */
export interface LossRange {
  readonly low: number;
  readonly high: number;
}

/** Where epochs and losses are, in pixels from the top left corner. */
export interface FanAxes {
  readonly width: number;
  readonly lastEpoch: number;
  /** The ticks of the loss axis; none before the first loss that a logarithm has. */
  readonly ticks: readonly Tick[];
  readonly xOf: (epoch: number) => number;
  readonly yOf: (loss: number) => number;
  /** The epoch at a place; a fraction between the epochs that it is nearest to. */
  readonly epochAt: (x: number) => number;
}

/** The range of losses, widened so that it holds those of a frame; undefined if there is nothing to show yet. */
export function widenedRange(range: LossRange | undefined, { losses }: Pick<Frame, "losses">): LossRange | undefined {
  const shown = losses.filter((loss) => loss > 0 && Number.isFinite(loss)).sort();
  if (shown.length === 0) return range;
  const high = range?.high ?? HEADROOM * shown.at(-1)!;
  const least = Math.max(shown[Math.floor(shown.length / 50)]!, high / MAX_SPAN);
  let low = range?.low ?? high / MIN_SPAN;
  while (least < low) low /= 10;
  return low === range?.low ? range : { low, high };
}

/** The axes of a fan with a width in pixels, from epoch 0 to the last one. */
export function fanAxes(width: number, lastEpoch: number, range: LossRange | undefined): FanAxes {
  const span = width - FAN_MARGIN.left - FAN_MARGIN.right, length = Math.log1p(Math.max(1, lastEpoch));
  const scale = range && logScale(range.low, range.high, 4);
  // not the exact logarithm, whose tables would delay the first picture
  const fractionOf = ([least, most]: readonly [number, number], loss: number) =>
    Math.max(0, Math.min(1, Math.log(loss / least) / Math.log(most / least)));
  return {
    width,
    lastEpoch,
    ticks: scale?.ticks ?? [],
    xOf: (epoch) => FAN_MARGIN.left + Math.log1p(epoch) / length * span,
    epochAt: (x) => Math.expm1(Math.max(0, Math.min(1, (x - FAN_MARGIN.left) / span)) * length),
    yOf(loss) {
      const finite = scale && loss > 0 ? fractionOf(scale.domain, loss) : 0;
      const fraction = Number.isFinite(loss) ? finite : 1;
      return FAN_HEIGHT - FAN_MARGIN.bottom - fraction * (FAN_HEIGHT - FAN_MARGIN.top - FAN_MARGIN.bottom);
    },
  };
}
