/** Attempts what the command must not be allowed to do; prints each outcome. The argument is a file outside the project. */
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
for (const [name, attempt] of Object.entries(attempts)) {
  try {
    await attempt();
    outcomes[name] = "done";
  } catch (error) {
    outcomes[name] = (error as Error).name;
  }
}
console.log(JSON.stringify(outcomes));
