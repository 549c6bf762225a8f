// Tries what the command must not be able to do; prints what came of each. The argument names a file outside the project.
const [outside] = Deno.args;

const attempts: Readonly<Record<string, () => unknown>> = {
  "read the project": () => Deno.readTextFile("deno.json"),
  "read a file outside": () => Deno.readTextFile(outside!),
  "list the folder above": () => Deno.readDirSync(".."),
  "write outside": () => Deno.writeTextFile(outside!, ""),
  "write to the project": () => Deno.writeTextFile("probe.txt", ""),
  "connect": () => Deno.connect({ port: 8000 }),
  "listen": () => Deno.listen({ port: 0 }),
  "fetch": () => fetch("http://127.0.0.1:8000/"),
  "read an environment variable": () => Deno.env.get("HOME"),
  "start a program": () => new Deno.Command("true").output(),
  "load a native library": () => Deno.dlopen("libc.so.6", {}),
  "ask for the host's name": () => Deno.hostname(),
};

const outcomes: Record<string, string> = {};
for (const [what, attempt] of Object.entries(attempts)) {
  try {
    await attempt();
    outcomes[what] = "done";
  } catch (error) {
    outcomes[what] = (error as Error).name;
  }
}
console.log(JSON.stringify(outcomes));
