/** The core as a module of a page. */
import { type TrainConfig, trainNetwork } from "../../../core/core.ts";
import { launch } from "../../../tests/browser/browsers.ts";
import { runProgram, type Scenario } from "./context.ts";

const CONFIG: TrainConfig = {
  data: "xor",
  network: {
    inputs: 2,
    layers: [{ units: 3, activation: "tanh", bias: true }, { units: 1, activation: "sigmoid", bias: true }],
  },
  seed: "browser",
  loss: "crossEntropy",
  optimizer: { name: "gradientDescent", learningRate: 0.5 },
  epochs: 200,
};

const MAX_KILOBYTES = 45;

const PAGE = `<!doctype html><title>xorlab</title><script type="module">
import { trainNetworks } from "./xorlab-core.js";
document.title = JSON.stringify(trainNetworks([${JSON.stringify(CONFIG)}])[0]);
</script>`;

/** Compressed as servers send it. */
async function compressedSize(text: string): Promise<number> {
  const compressed = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return (await new Response(compressed).bytes()).length;
}

/** A page imports the core, and trains to the same numbers. */
export const BROWSER: Scenario = {
  name: "Chromium",
  attempt: async (folder, { tarball }) => {
    await runProgram(["tar", "xzf", tarball], folder);
    const core = await Deno.readTextFile(`${folder}/package/xorlab-core.js`);
    const kilobytes = Math.round(await compressedSize(core) / 1000);
    if (kilobytes > MAX_KILOBYTES) throw new Error(`the core has ${kilobytes} kB, compressed`);
    await using server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, ({ url }) => {
      const isPage = new URL(url).pathname === "/";
      const type = isPage ? "text/html" : "text/javascript";
      return new Response(isPage ? PAGE : core, { headers: { "content-type": type } });
    });
    const browser = await launch("chrome");
    try {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${server.addr.port}/`);
      const title = await (await page.waitForFunction("document.title !== 'xorlab' && document.title")).jsonValue();
      if (title !== JSON.stringify(trainNetwork(CONFIG))) throw new Error("the page trains to other numbers");
      return `${await browser.version()}: the core, ${kilobytes} kB compressed, trains to the same numbers`;
    } finally {
      await browser.close();
    }
  },
};
