/** What a call was not allowed, and the command that allows it. */
import { quoted } from "../../reports/page/command_line.ts";
import { NotGranted } from "./access.ts";

/** What the runtime refused, where nobody had asked beforehand; undefined where it is no file. */
export function refusedFile({ message }: Error): NotGranted | undefined {
  const [, access, path] = /Requires (read|write) access to "?(.*?)"?, run again/s.exec(message) ?? [];
  if (!access || !path) return undefined;
  const missing = { read: [], write: [], [access]: [path] };
  return new NotGranted(missing, { ...missing, read: [path] });
}

/** Says what was not allowed to a call with such words, and the command that grants all that it needs. */
export function grantMessage({ missing, needed }: NotGranted, args: readonly string[]): string {
  const acts = (["read", "write"] as const).filter((access) => missing[access].length > 0).join(" and ");
  const paths = [...new Set([...missing.read, ...missing.write])].map((path) => `"${path}"`).join(" and ");
  const list = (paths: readonly string[]) => paths.map((path) => path.replaceAll(",", ",,")).join(",");
  const writes = needed.write.length > 0 ? needed.write : ["results"];
  const flags = [`--allow-read=${list([".", ...needed.read])}`, `--allow-write=${list(writes)}`];
  const command = ["deno run", ...[...flags, "command/main.ts", ...args].map(quoted)].join(" ");
  return `Cannot ${acts} ${paths} without permission; this grants it: ${command}`;
}
