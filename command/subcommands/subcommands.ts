/** The sub-commands: adding one is a file and a line here. */
import type { Subcommands } from "../cli/subcommand.ts";
import { bench } from "./bench.ts";
import { config } from "./config.ts";
import { diff } from "./diff.ts";
import { gradcheck } from "./gradcheck.ts";
import { lab } from "./lab.ts";
import { list } from "./list.ts";
import { replicate } from "./replicate.ts";
import { report } from "./report.ts";
import { run } from "./run.ts";
import { trace } from "./trace.ts";
import { train } from "./train.ts";
import { verify } from "./verify.ts";

/** Every sub-command by name, as --help lists them. */
export const SUBCOMMANDS: Subcommands = {
  run,
  list,
  verify,
  diff,
  report,
  replicate,
  config,
  trace,
  train,
  lab,
  gradcheck,
  bench,
};
