/** Real browsers for the tests: their paths and how to start them. */
import type { Browser } from "puppeteer-core";

/** The browsers that pages are tested in. */
export const BROWSERS = {
  chrome: {
    paths: ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"],
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"],
  },
  firefox: { paths: ["/usr/bin/firefox-esr", "/usr/bin/firefox"], args: [] },
} as const;

/** The name of a browser that pages are tested in. */
export type BrowserName = keyof typeof BROWSERS;

const PERMISSIONS: readonly Deno.PermissionDescriptor[] = [
  { name: "run" },
  { name: "env" },
  { name: "net" },
  { name: "read" },
  { name: "write" },
  { name: "sys" },
];

/** Whether this process may start browsers, and this one is installed. */
export function isInstalled(name: BrowserName): boolean {
  return PERMISSIONS.every((permission) => Deno.permissions.querySync(permission).state === "granted") &&
    findPath(name) !== undefined;
}

/** Starts a browser. */
export async function launch(name: BrowserName): Promise<Browser> {
  const { default: puppeteer } = await import("puppeteer-core");
  return puppeteer.launch({
    browser: name,
    executablePath: findPath(name)!,
    headless: true,
    args: [...BROWSERS[name].args],
  });
}

function findPath(name: BrowserName): string | undefined {
  return BROWSERS[name].paths.find((path) => {
    try {
      return Deno.statSync(path).isFile;
    } catch {
      return false;
    }
  });
}
