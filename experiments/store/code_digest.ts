/** The digest of the suite's own code, which distinguishes commits. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { readdirSync, readFileSync } from "node:fs";
import { onDisk } from "./disk.ts";

/** The folders whose code decides the numbers of a result. */
const FOLDERS = ["core", "experiments"];

const ROOT = new URL("../../", import.meta.url);

let digest: string | undefined;

/** The SHA-256, in hexadecimal, of the paths and contents of all modules that decide the numbers of a result. */
export function codeDigest(): string {
  // once: what is loaded stays the same, even if files change
  return digest ??= computeDigest();
}

function computeDigest(): string {
  const hash = sha256.create();
  for (const folder of FOLDERS) {
    for (const path of modulesIn(folder)) {
      const bytes = onDisk(path, () => readFileSync(new URL(path, ROOT)));
      hash.update(new TextEncoder().encode(`${path}\n${bytes.length}\n`)).update(bytes);
    }
  }
  return bytesToHex(hash.digest());
}

/** The paths of all modules in a folder and below, in the same order everywhere. */
function modulesIn(folder: string): string[] {
  const entries = onDisk(folder, () => readdirSync(new URL(folder, ROOT), { withFileTypes: true }));
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return modulesIn(path);
    return path.endsWith(".ts") ? [path] : [];
  }).sort();
}
