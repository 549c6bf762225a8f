/** The values that a formatter gets each time the bar is drawn. */
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
  /** The current value. */
  value: number;
  /** `value` when the bar was last drawn. */
  previousValue: number;
  /** The value at which the bar is full. */
  max: number;
}

/** The options of a `ProgressBar`. */
export interface ProgressBarOptions {
  /** Where to draw; by default standard error. */
  writable?: WritableStream<Uint8Array>;
  /** The initial value; by default 0. */
  value?: number;
  /** The value at which the bar is full. */
  max: number;
  /** The length of the bar in characters; by default 50. */
  barLength?: number;
  /** The character of the filled part; by default `#`. */
  fillChar?: string;
  /** The character of the empty part; by default `-`. */
  emptyChar?: string;
  /** Whether `stop` removes the bar; by default no. */
  clear?: boolean;
  /** Formats the line; by default `[mm:ss] [###-------] [0.24/97.6 KiB]`. */
  formatter?: (formatter: ProgressBarFormatter) => string;
  /** Whether `stop` leaves `writable` open; by default yes. */
  keepOpen?: boolean;
  /** Milliseconds between drawings; by default 1000. */
  interval?: number;
}

const CLEAR_LINE = "\r\x1b[K";

/**
 * A progress bar on one line: drawn at once, then at each interval, and when it stops.
 *
 * Errors of the stream are ignored. The progress bars on npm draw to a terminal of Node, not to a stream.
 */
export class ProgressBar {
  /** The current value. */
  value: number;
  /** The value at which the bar is full. */
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

  /** Draws for the last time, or removes the bar, and releases the stream. */
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

/** Value and maximum in the largest unit that is not above the maximum. */
function bytes(value: number, max: number): string {
  const sizes = UNITS.map((_, i) => 1024 ** (i + 1));
  const unit = Math.max(0, sizes.findLastIndex((size) => size <= max));
  return `${(value / sizes[unit]!).toFixed(2)}/${(max / sizes[unit]!).toFixed(2)} ${UNITS[unit]}`;
}
