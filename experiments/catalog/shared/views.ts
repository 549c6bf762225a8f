/** The parts that views of one kind share: kind, how to read it, and often title and columns. */

/** The proportion of runs solved at the end, as dots. */
export const RATES = {
  kind: "rates",
  title: "Runs that solve XOR",
  howToRead: "Each dot is the proportion of runs solved at the end, the bar its 95 % interval.",
} as const;

/** The proportion of runs solved at the end, as a heat map. */
export const HEAT = {
  kind: "heat",
  howToRead: "Each square is the proportion of runs solved at the end, in per cent.",
} as const;

/** The proportion of runs solved by each epoch. */
export const SOLVED = {
  kind: "solved",
  title: "Runs solved by each epoch",
  howToRead:
    "Each line rises as runs solve their task for good; the gap below 100 % at its end is the runs not solved by then.",
} as const;

/** The proportion of runs solved by each epoch, for runs that end when they are solved. */
export const SOLVED_AND_STOPPED = {
  ...SOLVED,
  howToRead:
    "Each line rises as runs solve their task and stop; the gap below 100 % at its end is the runs not solved by then.",
} as const;

/** Learning curves. */
export const LEARNING_CURVES = {
  kind: "curves",
  y: "mean_squared_error",
  title: "Learning curves",
  howToRead: "Thin lines are runs, thick ones medians of three or more; both axes are logarithmic.",
} as const;

/** The outputs at the end. */
export const OUTPUTS = {
  kind: "outputs",
  title: "Outputs of the trained nets for each row",
  howToRead: "A dot is one net's output y at the end; the mark shows the target d.",
} as const;

/** Surfaces from a table of `surfaceTable` named "surface". */
export const SURFACE = {
  kind: "surface",
  table: "surface",
  x: "x1",
  y: "x2",
  value: "output",
  panel: "panel",
  target: "target",
  howToRead:
    "Colour is the output y, the line is where it is ½; each of the four points should lie on its own side. Each net " +
    "shown is the first solved run with a recorded curve, or else the first run.",
} as const;

/** A table of `speedTable` named "speed". */
export const SPEED = {
  kind: "table",
  table: "speed",
  title: "Reliability and speed of each setting",
  howToRead:
    "The median ranks unsolved runs behind all others; expected epochs allow for a fresh start after each failure.",
} as const;

/** A table of `restartTables` named "cutoffs". */
export const CUTOFFS = {
  kind: "table",
  table: "cutoffs",
  title: "When to give up and start anew",
  howToRead:
    "The cutoff is the number of epochs after which it pays most to give a run up; with it, a solved run costs the " +
    "expected epochs, on the first half of the starts.",
} as const;
