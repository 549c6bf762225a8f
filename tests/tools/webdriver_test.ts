/** The WebDriver client of the engines audit, here with Chromium's driver: Safari's speaks the same protocol. */
import { assertEquals, assertMatch, assertRejects } from "@std/assert";
import { type Driver, evaluateInBrowser } from "../../tools/engines/webdriver.ts";
import { needing, program } from "../needs.ts";

const CHROMIUM: Driver = {
  command: "chromedriver",
  args: (port) => [`--port=${port}`],
  capabilities: { browserName: "chrome", "goog:chromeOptions": { args: ["--headless", "--no-sandbox"] } },
};
const NEEDS = ["net", program(CHROMIUM.command), program("chromium")] as const;

Deno.test({
  ...needing(NEEDS, "a driven browser returns the value of a script, and its version"),
  fn: async () => {
    const { version, value } = (await evaluateInBrowser(CHROMIUM, "return [1 + 1, typeof document];"))!;
    assertMatch(version, /^\d+\./);
    assertEquals(value, [2, "object"]);
  },
});

Deno.test({
  ...needing(NEEDS, "a driver's refusal is an error in its words"),
  fn: async () => {
    await assertRejects(() => evaluateInBrowser(CHROMIUM, "throw new Error('planted');"), Error, "planted");
    const safari = { ...CHROMIUM, capabilities: { browserName: "safari" } };
    await assertRejects(() => evaluateInBrowser(safari, "return 1;"), Error, "session not created");
  },
});

Deno.test({
  ...needing(["net", "run"], "a driver that is not installed gives nothing"),
  fn: async () =>
    assertEquals(await evaluateInBrowser({ ...CHROMIUM, command: "no-such-driver" }, "return 1;"), undefined),
});
