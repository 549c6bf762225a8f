/** Programs that the package tools run. */

/** Runs a program to its end and returns its standard output; throws an Error with its messages if it fails. */
export async function runProgram([program, ...args]: readonly string[], cwd: string | URL): Promise<string> {
  const env = { NO_COLOR: "1", npm_config_update_notifier: "false" };
  const child = new Deno.Command(program!, { args, cwd, env, stdin: "null" });
  const { success, stdout, stderr } = await child.output();
  const [results, messages] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  if (success) return results!;
  throw new Error(`${[program, ...args].join(" ")} failed: ${messages}${results}`);
}

/** Runs Deno to its end; the errors of `runProgram`. */
export function runDeno(args: readonly string[], cwd: string | URL): Promise<string> {
  return runProgram([Deno.execPath(), ...args], cwd);
}
