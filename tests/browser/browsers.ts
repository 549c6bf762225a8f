/** Real browsers for the tests: their paths and how to start them. */
import type { Browser } from "puppeteer-core";
import { isGranted } from "../needs.ts";

/** The browsers that pages are tested in. */
const BROWSERS = {
  chrome: {
    paths: ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"],
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"],
  },
  firefox: { paths: ["/usr/bin/firefox-esr", "/usr/bin/firefox"], args: [] },
} as const;

/** The name of a browser that pages are tested in. */
export type BrowserName = keyof typeof BROWSERS;

/** What a process needs to start and control a browser. */
export const PERMISSIONS = ["run", "env", "net", "read", "write", "sys"] as const;

/** The names of the browsers that pages are tested in. */
export const BROWSER_NAMES = Object.keys(BROWSERS) as readonly BrowserName[];

/** Whether this process may start browsers, and this one is installed. */
export function isInstalled(name: BrowserName): boolean {
  return PERMISSIONS.every(isGranted) && findPath(name) !== undefined;
}

/** How long to wait for anything, in milliseconds: others may use the machine, and what never happens is rare. */
const PATIENCE = 300_000;

/** Starts a browser whose tabs wait long for what is awaited in them. */
export async function launch(name: BrowserName): Promise<Browser> {
  const { default: puppeteer } = await import("puppeteer-core");
  const browser = await puppeteer.launch({
    browser: name,
    executablePath: findPath(name)!,
    headless: true,
    args: [...BROWSERS[name].args],
    timeout: PATIENCE,
    protocolTimeout: PATIENCE,
  });
  const newPage = browser.newPage.bind(browser);
  browser.newPage = async (options) => {
    const page = await newPage(options);
    page.setDefaultTimeout(PATIENCE);
    return page;
  };
  return browser;
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
