/** The programs that developers start by `deno task bench`, `drill`, `audit` and `make`: one table of members each. */

/** A program of a family. */
export interface Member {
  /** What it proves or makes, after "it …". */
  readonly does: string;
  /** How long it takes on two cores, in minutes. */
  readonly minutes: number;
  /** The arguments of `deno`; what is typed after the member's name follows them. */
  readonly command: readonly string[];
}

/** Programs of one purpose, by name. */
export interface Family {
  /** What all of them do. */
  readonly purpose: string;
  readonly members: Readonly<Record<string, Member>>;
}

/** A program that may do everything: it starts other programs, or writes wherever it likes. */
const program = (...words: readonly string[]): readonly string[] => ["run", "-A", ...words];

const BENCH: Family = {
  purpose: "Measures speed, as ratios within one run",
  members: {
    parts: {
      does: "times the parts of the engine: structure key, tracing, scheduling, compilation, training",
      minutes: 2,
      command: ["bench", "bench"],
    },
    peers: {
      does: "compares the engine with C, NumPy and brain.js, in medians of N rounds",
      minutes: 5,
      command: program("bench/peers/run.ts"),
    },
    scaling: {
      does: "measures how time and memory grow with the number of runs, up to a million",
      minutes: 2,
      command: ["run", "bench/scaling.ts"],
    },
    workers: {
      does: "measures the speed-up of a second worker",
      minutes: 1,
      command: ["run", "--allow-read", "--allow-sys=loadavg", "bench/workers.ts"],
    },
    lab: {
      does: "measures how fast the lab answers, and its memory, in Chromium",
      minutes: 5,
      command: program("tools/lab_figures.ts"),
    },
  },
};

const DRILL: Family = {
  purpose: "Injects faults: each must end in recovery or in one clear message",
  members: {
    stops: {
      does: "kills and interrupts runs, and continues them to the same files",
      minutes: 8,
      command: program("tools/drill.ts", "stops"),
    },
    disk: {
      does: "fills the disk, and takes away permissions, while a run writes",
      minutes: 1,
      command: program("tools/drill.ts", "disk"),
    },
    damage: {
      does: "damages the journals and files of runs, and kills workers",
      minutes: 2,
      command: program("tools/drill.ts", "damage"),
    },
    surroundings: {
      does: "runs from odd folders, with odd names, clocks and neighbours",
      minutes: 2,
      command: program("tools/drill.ts", "surroundings"),
    },
    hostile: {
      does: "gives each reading sub-command folders made to mislead it: links, pipes, bombs, forged cells",
      minutes: 3,
      command: program("tools/drill.ts", "hostile"),
    },
    signals: {
      does: "interrupts and terminates every sub-command at random moments: no stack, nothing half written",
      minutes: 20,
      command: program("tools/drill.ts", "signals"),
    },
    lab: {
      does: "clicks and types at random in the lab, and checks each count and wall",
      minutes: 30,
      command: program("tools/lab_drill.ts"),
    },
    package: {
      does: "uses the package in Node, Bun, TypeScript, Chromium and other Deno projects",
      minutes: 1,
      command: program("tools/package/drill.ts"),
    },
    cluster: {
      does: "trains shards on a real Slurm on this machine, with killed tasks and dead nodes (Debian, as root)",
      minutes: 4,
      command: program("tools/cluster/drill.ts"),
    },
    scale: {
      does: "measures the CPU time and memory that a result of millions of runs costs (needs /usr/bin/time)",
      minutes: 15,
      command: program("tools/scale.ts"),
    },
  },
};

const AUDIT: Family = {
  purpose: "Checks the suite's numbers and tests against something independent of them",
  members: {
    accuracy: {
      does: "measures the errors of the elementary functions",
      minutes: 1,
      command: ["run", "--allow-read", "tools/accuracy.ts"],
    },
    coefficients: {
      does: "fits the coefficients of the elementary functions again",
      minutes: 1,
      command: ["run", "tools/fit_coefficients.ts", "--check"],
    },
    engines: {
      does: "trains 200 nets on every JavaScript engine found here, and compares one digest",
      minutes: 2,
      command: program("tools/engines/run.ts"),
    },
    judge: {
      does: "judges the claims of a result again with a program in Python that shares no code with the suite",
      minutes: 1,
      command: ["run", "--allow-read", "--allow-write", "--allow-run=python3", "--allow-env=TERM", "tools/judge.ts"],
    },
    languages: {
      does: "runs the README's snippets in Python, R and DuckDB on a result",
      minutes: 1,
      command: program("tools/languages.ts"),
    },
    mutants: {
      does: "plants faults in the code, and counts those that the tests find",
      minutes: 60,
      command: program("tools/mutants/run.ts"),
    },
    notebook: {
      does: "writes the example notebook, and runs it in Deno's Jupyter kernel (needs nbclient)",
      minutes: 1,
      command: program("tools/notebook.ts"),
    },
    oracles: {
      does: "compares trajectories with those of independent implementations",
      minutes: 1,
      command: ["run", "--allow-read", "tools/oracles.ts"],
    },
    permute: {
      does: "judges permuted runs, which hold no effect, and counts the wrong verdicts",
      minutes: 10,
      command: ["run", "--allow-read", "tools/permute.ts"],
    },
    publish: {
      does: "checks that the package could be published on JSR, with documentation for all that it exports",
      minutes: 1,
      command: program("tools/package/publish.ts"),
    },
    tamper: {
      does: "changes results in a thousand ways, and counts the changes that verify finds",
      minutes: 6,
      command: program("tools/tamper.ts"),
    },
  },
};

const MAKE: Family = {
  purpose: "Makes files for other programs",
  members: {
    package: {
      does: "writes the package for Node, Bun and browsers to dist",
      minutes: 1,
      command: program("tools/package/pack.ts"),
    },
    picture: {
      does: "draws the README's picture from 400 trained nets",
      minutes: 1,
      command: ["run", "--allow-read=.", "--allow-write=.github", "tools/picture.ts"],
    },
    schema: {
      does: "writes the schema with which editors check the configs of train",
      minutes: 1,
      command: ["run", "--allow-read=.", "--allow-write=.vscode", "tools/schema.ts"],
    },
  },
};

/** All families by the name of their task. */
export const FAMILIES: Readonly<Record<string, Family>> = { bench: BENCH, drill: DRILL, audit: AUDIT, make: MAKE };
