/** The sub-commands as a table: adding one is an entry here and a file, which is loaded when it is called. */
import { SETTING_OPTIONS } from "../cli/options.ts";
import { SHELLS } from "../cli/shell_scripts.ts";
import type { Subcommands } from "../cli/subcommand.ts";
import { PATH_OPERANDS } from "../cli/typed_paths.ts";
import { EVENTS } from "../run/reporter_events.ts";

/** Every sub-command by name, as --help lists them. */
export const SUBCOMMANDS: Subcommands = {
  run: {
    summary: "runs the matching experiments, or the whole suite, and writes CSV files and pages",
    operands: { usage: "[ID or GLOB]…", min: 0, max: Infinity, completes: "experiment" },
    options: [
      ...SETTING_OPTIONS,
      "module",
      "out",
      "jobs",
      "engine",
      "resume",
      "shard",
      "dry-run",
      "shards",
      "quiet",
      "no-color",
      "json",
    ],
    notes: [
      "The code of a module has the permissions of the command: it may read the project, write results,",
      "and use the paths that are typed.",
      ...EVENTS,
    ],
    writes: true,
    load: () => import("./run.ts"),
  },
  list: {
    summary: "lists the experiments: id, question, cells, seeds, runs, estimated time",
    operands: { usage: "[PATTERN]", min: 0, max: 1, completes: "experiment" },
    options: ["module", "json"],
    notes: [
      "PATTERN is part of an id, or a whole id with * and ? as wildcards.",
      "Times follow from the speed of one small net; run --dry-run measures each kind.",
    ],
    load: () => import("./list.ts"),
  },
  merge: {
    summary: "merges the shards in folders; the files are the same as those of an undivided run",
    operands: { usage: "DIR…", min: 1, max: Infinity, ...PATH_OPERANDS.merge },
    options: ["module", "out", "quiet", "no-color", "json"],
    notes: [
      "DIR is the --out of run --shard. Shards of different cuts, and several files of one shard, may lie together.",
      "Exit code 1: runs are missing, or two files disagree about a run; nothing is written then.",
      "Exit code 2: the shards were made with different settings or code.",
    ],
    writes: true,
    load: () => import("./merge.ts"),
  },
  verify: {
    summary: "reproduces a result and compares every value and file with it, bit for bit",
    operands: { usage: "[DIR]", min: 0, max: 1, defaults: ["results"], ...PATH_OPERANDS.verify },
    options: ["module", "sample", "sample-seed", "shard", "jobs", "engine", "quiet"],
    notes: [
      "DIR, by default results, is the folder of a run, whose front page, lab and course are checked too,",
      "or the folder of one of its experiments.",
      "With --sample or --shard it says which tables these runs determine, and which it could not check.",
      "Exit code 1: something differs or is missing. Files that are no part of a result are a warning.",
    ],
    load: () => import("./verify.ts"),
  },
  diff: {
    summary: "shows what changed between two results: settings, values, verdicts",
    operands: { usage: "A [B]", min: 1, max: 2, defaults: ["results"], ...PATH_OPERANDS.diff },
    options: ["module", "json"],
    notes: [
      "A and B are folders of runs, or of one experiment each; B is results by default. Exit code 1: something differs.",
    ],
    load: () => import("./diff.ts"),
  },
  report: {
    summary: "rebuilds the pages of a result from its CSV files, without training",
    operands: { usage: "[DIR]", min: 0, max: 1, defaults: ["results"], ...PATH_OPERANDS.report },
    options: ["module"],
    notes: ["DIR is the folder of a run, or of one of its experiments; results by default."],
    writes: true,
    load: () => import("./report.ts"),
  },
  replicate: {
    summary: "judges the claims of a result again with other suite seeds",
    operands: { usage: "[ID or GLOB]…", min: 0, max: Infinity, completes: "experiment" },
    options: ["module", "times", "out", "jobs", "engine", "quiet"],
    notes: [
      "It takes the settings of the results in DIR, all of them without an ID, and writes replication.csv beside each.",
      "Pages then tell in how many replications a verdict held. Verdicts that fewer than 90 % share are listed.",
    ],
    writes: true,
    load: () => import("./replicate.ts"),
  },
  config: {
    summary: "prints the config of one run of the suite, for train --config -",
    operands: { usage: "ID", min: 0, max: 1, completes: "experiment" },
    options: ["module", "set", "replicate", "epochs", "suite-seed", "schema"],
    notes: ["--set must pick one level of each factor that has several."],
    load: () => import("./config.ts"),
  },
  trace: {
    summary: "works the first updates of a run by hand: every product, sum, activation, delta and new weight",
    operands: { usage: "ID", min: 1, max: 1, completes: "experiment" },
    options: ["module", "set", "replicate", "steps", "epochs", "suite-seed", "json", "html"],
    notes: [
      "--set must pick one level of each factor that has several. --json prints a list of updates, each a list of lines.",
    ],
    load: () => import("./trace.ts"),
  },
  train: {
    summary: "trains a net from a config and prints the result as JSON",
    operands: { usage: "", min: 0, max: 0 },
    options: ["config"],
    notes: [
      "A list of configs gives a list of results, in order. Non-finite numbers are strings.",
      "The JSON may have comments and trailing commas; config --schema prints its schema.",
    ],
    load: () => import("./train.ts"),
  },
  lab: {
    summary: "writes the lab, or trains the nets of one of its settings and counts those that are solved",
    operands: { usage: "[ADDRESS]", min: 0, max: 1 },
    options: ["out", "json"],
    notes: [
      "Without ADDRESS it writes lab.html. ADDRESS is the address of a setting in the lab, or its part after #;",
      "quote it. The nets are those of the page, bit for bit.",
    ],
    writes: true,
    load: () => import("./lab.ts"),
  },
  gradcheck: {
    summary: "checks back-propagation for every activation, loss and shape against two other gradient methods",
    operands: { usage: "", min: 0, max: 0 },
    options: ["json"],
    notes: [
      "Errors are relative to the gradient's largest entry. The table shows the largest error over all shapes; --json",
      "prints each. Exit code 1: an error exceeds its bound.",
    ],
    load: () => import("./gradcheck.ts"),
  },
  bench: {
    summary: "measures CPU nanoseconds per net and epoch for each engine",
    operands: { usage: "", min: 0, max: 0 },
    options: ["json", "quiet"],
    notes: ["--json prints a list of measurements, each the median of its rounds."],
    load: () => import("./bench.ts"),
  },
  completions: {
    summary: "prints a script that completes this command's words in a shell",
    operands: { usage: "SHELL [LINE]", min: 1, max: 2, completes: SHELLS },
    options: [],
    notes: ["SHELL is bash, zsh or fish. With LINE, a command line so far, it prints the words that may follow."],
    load: async () => ({ run: (await import("./completions.ts")).completionsOf(SUBCOMMANDS) }),
  },
};
