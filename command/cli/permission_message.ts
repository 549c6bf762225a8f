/** Messages about missing file permissions, with the command that grants them. */
import { shellQuote } from "../../reports/page/command_line.ts";
import { AccessDenied } from "./file_access.ts";

/** The file access named in the runtime's NotCapable error; undefined if it is about anything else. */
export function deniedAccess({ message }: Error): AccessDenied | undefined {
  const [, access, path] = /Requires (read|write) access to "?(.*?)"?, run again/s.exec(message) ?? [];
  if (!access || !path) return undefined;
  const denied = { read: [], write: [], [access]: [path] };
  return new AccessDenied(denied, { ...denied, read: [path] });
}

/** One line that names the denied paths and the command that grants everything this call needs. */
export function accessDeniedMessage({ denied, needed }: AccessDenied, args: readonly string[]): string {
  const verbs = (["read", "write"] as const).filter((access) => denied[access].length > 0).join(" and ");
  const paths = [...new Set([...denied.read, ...denied.write])].map((path) => `"${path}"`).join(" and ");
  const flagValue = (paths: readonly string[]) => paths.map((path) => path.replaceAll(",", ",,")).join(",");
  const writable = needed.write.length > 0 ? needed.write : ["results"];
  const flags = [`--allow-read=${flagValue([".", ...needed.read])}`, `--allow-write=${flagValue(writable)}`];
  const command = ["deno run", ...[...flags, "command/main.ts", ...args].map(shellQuote)].join(" ");
  return `Cannot ${verbs} ${paths} without permission; this grants it: ${command}`;
}
