/** Faults of the disk. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import {
  commandLine,
  digestsIn,
  expectedDigests,
  outputOf,
  resumeAndCheck,
  RUN,
  runCommand,
  singleMessage,
  startProcess,
} from "./command.ts";
import { type Fault, Unavailable } from "./fault.ts";

/** Runs `work` in a file system of `size` KiB; `remount` changes its mount options. */
async function inSmallDisk<V>(
  folder: string,
  size: number,
  work: (disk: string, remount: (options: string) => Promise<void>) => Promise<V>,
): Promise<V> {
  const disk = `${folder}/disk-${size}`;
  await Deno.mkdir(disk);
  if (await outputOf("mount", "-t", "tmpfs", "-o", `size=${size}k`, "tmpfs", disk) === undefined) {
    throw new Unavailable("cannot mount a file system");
  }
  const remount = async (options: string) => {
    assertEquals(await outputOf("mount", "-o", `remount,${options}`, disk), "");
  };
  try {
    return await work(disk, remount);
  } finally {
    await outputOf("umount", disk);
  }
}

/** Sizes of the file system in KiB: it is full while the journal, a table or a page is written. */
const SIZES = [4, 16, 48, 100, 200, 400, 800, 1200];

const full: Fault = {
  name: "disk full",
  attempt: async (folder) => {
    const outcomes: string[] = [];
    for (const size of SIZES) {
      await inSmallDisk(folder, size, async (disk, remount) => {
        const result = await runCommand(folder, ...RUN, "--out", `${disk}/out`);
        if (result.code === 0) {
          outcomes.push(`${size} KiB are enough`);
          assertEquals(await digestsIn(`${disk}/out`), await expectedDigests());
          return;
        }
        const line = singleMessage(result, 1);
        assertStringIncludes(line, "no space left on device");
        outcomes.push(`${size} KiB in ${line.match(/([^/"]+)":/)?.[1]}`);
        assertEquals(Object.keys(await digestsIn(disk)).filter((path) => path.endsWith(".part")), []);
        await remount("size=100m");
        await resumeAndCheck(`${disk}/out`);
      });
    }
    return `one message, then resumed to the same bytes: full at ${outcomes.join(", ")}`;
  },
};

const readOnly: Fault = {
  name: "read-only folder",
  attempt: async (folder) => {
    const lines = await inSmallDisk(folder, 8000, async (disk, remount) => {
      await runCommand(folder, ...RUN, "--out", disk);
      await remount("ro");
      const calls = [["verify", disk, "--quiet"], [...RUN, "--resume", "--out", disk], ["report", disk]];
      const [verified, ...rejected] = await Promise.all(calls.map((words) => runCommand(folder, ...words)));
      assertEquals(verified!.code, 0, verified!.results.join(" / "));
      return rejected.map((result) => singleMessage(result, [1, 2]).replace(disk, "DIR"));
    });
    return `verify reads; run and report: ${lines.map((line) => `"${line}"`).join(", ")}`;
  },
};

const fullOutput: Fault = {
  name: "standard output full",
  attempt: async (folder) => {
    if (!await outputOf("ls", "/dev/full")) throw new Unavailable("there is no /dev/full");
    const result = await startProcess(["sh", "-c", `"$0" "$@" > /dev/full`, ...commandLine(folder, ["list", "depth"])])
      .result;
    return `"${singleMessage(result, 1)}"`;
  },
};

/** Faults of the disk. */
export const DISK: readonly Fault[] = [full, readOnly, fullOutput];
