/**
 * Starts a program of a family: `deno task drill stops --kills 20`; without a name it lists the family.
 *
 * The exit code is the program's, or 2 for an unknown name.
 */
import { nearest } from "../core/input/readers.ts";
import { FAMILIES, type Family } from "./families.ts";

/** The list of a family's members, as printed. */
export function listOf(task: string, { purpose, members }: Family): string {
  const width = Math.max(...Object.keys(members).map((name) => name.length));
  const lines = Object.entries(members).map(([name, { does, minutes }]) =>
    `  ${name.padEnd(width)}  ${does}; ${minutes} min`
  );
  return [`${purpose}.`, `Usage: deno task ${task} NAME`, ...lines].join("\n");
}

/** One line about a name that no member has. */
export function unknownMember(task: string, name: string, { members }: Family): string {
  const meant = nearest(name, Object.keys(members));
  const hint = meant ? `did you mean "${meant}"?` : `"deno task ${task}" lists all`;
  return `There is no ${task} "${name}"; ${hint}`;
}

if (import.meta.main) {
  const [task, name, ...rest] = Deno.args;
  const family = FAMILIES[task!]!;
  if (name === undefined) {
    console.log(listOf(task!, family));
  } else if (!Object.hasOwn(family.members, name)) {
    console.error(unknownMember(task!, name, family));
    Deno.exitCode = 2;
  } else {
    const { command } = family.members[name]!;
    // Ctrl-C reaches the program too, which ends in its own way
    Deno.addSignalListener("SIGINT", () => {});
    const { code } = await new Deno.Command(Deno.execPath(), { args: [...command, ...rest] }).spawn().status;
    Deno.exit(code);
  }
}
