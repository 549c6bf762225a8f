/** A browser driven by its WebDriver (W3C 2018), as Safari must be: it evaluates one script in an empty page. */

/** A program that drives a browser. */
export interface Driver {
  readonly command: string;
  /** The arguments with which it listens on a port. */
  readonly args: (port: number) => readonly string[];
  /** The capabilities that the browser must have. */
  readonly capabilities: Readonly<Record<string, unknown>>;
}

/** Safari's own driver; `sudo safaridriver --enable` allows it. */
export const SAFARI: Driver = {
  command: "safaridriver",
  args: (port) => ["--port", `${port}`],
  capabilities: { browserName: "safari" },
};

/** The result of a script, and the version of the browser that ran it. */
export interface Evaluated {
  readonly version: string;
  readonly value: unknown;
}

/** Longest time of a script, in milliseconds. */
const SCRIPT_TIMEOUT = 1_800_000;
/** Times that a driver is asked whether it is ready, a tenth of a second apart. */
const MAX_ATTEMPTS = 300;

/**
 * Starts a driver, and evaluates the body of a function in a new session of its browser.
 *
 * Returns undefined if the driver is not installed. Throws an Error with the driver's words if it refuses something.
 */
export async function evaluateInBrowser(driver: Driver, script: string): Promise<Evaluated | undefined> {
  const port = freePort();
  let process: Deno.ChildProcess;
  try {
    process = new Deno.Command(driver.command, { args: [...driver.args(port)], stdout: "null", stderr: "null" })
      .spawn();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
  try {
    const server = `http://127.0.0.1:${port}`;
    await untilReady(server);
    return await evaluateInSession(server, driver.capabilities, script);
  } finally {
    process.kill();
    await process.status;
  }
}

async function evaluateInSession(
  server: string,
  alwaysMatch: Readonly<Record<string, unknown>>,
  script: string,
): Promise<Evaluated> {
  const { sessionId, capabilities } = await call(server, "POST", "/session", { capabilities: { alwaysMatch } }) as {
    readonly sessionId: string;
    readonly capabilities: { readonly browserVersion: string };
  };
  const session = `/session/${sessionId}`;
  try {
    await call(server, "POST", `${session}/timeouts`, { script: SCRIPT_TIMEOUT });
    const value = await call(server, "POST", `${session}/execute/sync`, { script, args: [] });
    return { version: capabilities.browserVersion, value };
  } finally {
    await call(server, "DELETE", session);
  }
}

/** A port of this machine that nothing listens on. */
function freePort(): number {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  listener.close();
  return listener.addr.port;
}

async function untilReady(server: string): Promise<void> {
  for (let attempt = 1;; attempt++) {
    try {
      await call(server, "GET", "/status");
      return;
    } catch (error) {
      if (attempt === MAX_ATTEMPTS) throw error;
      await new Promise((resume) => setTimeout(resume, 100));
    }
  }
}

/** The value that a driver answers to a command. */
async function call(server: string, method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(server + path, { method, ...(body !== undefined && { body: JSON.stringify(body) }) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${value.error}: ${value.message.split("\n")[0]}`);
  return value;
}
