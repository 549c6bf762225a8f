/** What a formatter is told each time the bar is drawn. */
export interface ProgressBarFormatter {
  /** The time since the start as `mm:ss`. */
  styledTime: string;
  /** Value and maximum as `0.40/97.66 KiB`. */
  styledData: string;
  /** The bar as `###-------`. */
  progressBar: string;
  /** The time since the start in milliseconds. */
  time: number;
  /** `time` when the bar was last drawn. */
  previousTime: number;
  /** How far things have come. */
  value: number;
  /** `value` when the bar was last drawn. */
  previousValue: number;
  /** How far they have to come. */
  max: number;
}

/** What a `ProgressBar` may be told. */
export interface ProgressBarOptions {
  /** Where to draw; by default standard error. */
  writable?: WritableStream<Uint8Array>;
  /** How far things have come; by default 0. */
  value?: number;
  /** How far they have to come. */
  max: number;
  /** The length of the bar in characters; by default 50. */
  barLength?: number;
  /** The sign of what is done; by default `#`. */
  fillChar?: string;
  /** The sign of what is left; by default `-`. */
  emptyChar?: string;
  /** Whether to remove the bar in the end; by default no. */
  clear?: boolean;
  /** Makes the line to draw; by default `[mm:ss] [###-------] [0.24/97.6 KiB]`. */
  formatter?: (formatter: ProgressBarFormatter) => string;
  /** Whether to leave `writable` open in the end; by default yes. */
  keepOpen?: boolean;
  /** How often to draw, in milliseconds; by default 1000. */
  interval?: number;
}

const CLEAR_LINE = "\r\x1b[K";

/**
 * Draws a line that shows how far things have come: at once, then at each interval, and at the end.
 *
 * Errors of the stream are passed over, since nothing depends on a drawing. Written out here, since the progress bars
 * of npm draw to a terminal of Node, not to a stream.
 */
export class ProgressBar {
  /** How far things have come. */
  value: number;
  /** How far they have to come. */
  max: number;

  readonly #style: Required<Omit<ProgressBarOptions, "value" | "max" | "writable" | "interval">>;
  readonly #writer: WritableStreamDefaultWriter<Uint8Array>;
  readonly #timer: ReturnType<typeof setInterval>;
  readonly #start = Date.now();
  #previousTime = 0;
  #previousValue: number;

  constructor(options: ProgressBarOptions) {
    const {
      writable = Deno.stderr.writable,
      value = 0,
      max,
      barLength = 50,
      fillChar = "#",
      emptyChar = "-",
      clear = false,
      formatter = ({ styledTime, progressBar, styledData }) => `[${styledTime}] [${progressBar}] [${styledData}]`,
      keepOpen = true,
      interval = 1000,
    } = options;
    this.value = value;
    this.max = max;
    this.#previousValue = value;
    this.#style = { barLength, fillChar, emptyChar, clear, formatter, keepOpen };
    this.#writer = writable.getWriter();
    this.#timer = setInterval(() => this.#draw(), interval);
    this.#draw();
  }

  /** Draws for the last time, or removes the bar, and lets go of the stream. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    if (this.#style.clear) {
      await this.#write(CLEAR_LINE);
    } else {
      await this.#draw();
      await this.#write("\n");
    }
    if (!this.#style.keepOpen) await this.#writer.close().catch(() => {});
    this.#writer.releaseLock();
  }

  async #draw(): Promise<void> {
    const line = this.#line();
    await this.#write(CLEAR_LINE + this.#style.formatter(line));
    this.#previousTime = line.time;
    this.#previousValue = line.value;
  }

  #line(): ProgressBarFormatter {
    const { barLength, fillChar, emptyChar } = this.#style;
    const { value, max } = this;
    const filled = Math.trunc(Math.min(Math.max(value / max, 0), 1) * barLength);
    const time = Date.now() - this.#start;
    return {
      styledTime: [time / 60_000, time / 1000 % 60].map((part) => `${Math.trunc(part)}`.padStart(2, "0")).join(":"),
      styledData: bytes(value, max),
      progressBar: fillChar.repeat(filled) + emptyChar.repeat(barLength - filled),
      time,
      previousTime: this.#previousTime,
      value,
      previousValue: this.#previousValue,
      max,
    };
  }

  async #write(text: string): Promise<void> {
    try {
      await this.#writer.write(new TextEncoder().encode(text));
    } catch {
      clearInterval(this.#timer);
    }
  }
}

const UNITS = ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB", "ZiB", "YiB"] as const;

/** Value and maximum in the largest unit that the maximum fills. */
function bytes(value: number, max: number): string {
  const sizes = UNITS.map((_, i) => 1024 ** (i + 1));
  const unit = Math.max(0, sizes.findLastIndex((size) => size <= max));
  return `${(value / sizes[unit]!).toFixed(2)}/${(max / sizes[unit]!).toFixed(2)} ${UNITS[unit]}`;
}
