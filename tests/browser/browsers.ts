/** Real browsers for the tests: where they are, and how they are started. */
import type { Browser } from "puppeteer-core";

/** The browsers that pages are tried in. */
export const BROWSERS = {
  chrome: {
    paths: ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"],
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"],
  },
  firefox: { paths: ["/usr/bin/firefox-esr", "/usr/bin/firefox"], args: [] },
} as const;

/** The name of a browser that pages are tried in. */
export type BrowserName = keyof typeof BROWSERS;

const PERMISSIONS: readonly Deno.PermissionDescriptor[] = [
  { name: "run" },
  { name: "env" },
  { name: "net" },
  { name: "read" },
  { name: "write" },
  { name: "sys" },
];

/** Whether this process may start browsers, and this one is here. */
export function isHere(name: BrowserName): boolean {
  return PERMISSIONS.every((permission) => Deno.permissions.querySync(permission).state === "granted") &&
    pathOf(name) !== undefined;
}

/** Starts a browser. */
export async function launch(name: BrowserName): Promise<Browser> {
  const { default: puppeteer } = await import("puppeteer-core");
  return puppeteer.launch({
    browser: name,
    executablePath: pathOf(name)!,
    headless: true,
    args: [...BROWSERS[name].args],
  });
}

function pathOf(name: BrowserName): string | undefined {
  return BROWSERS[name].paths.find((path) => {
    try {
      return Deno.statSync(path).isFile;
    } catch {
      return false;
    }
  });
}
