/** Faults of the disk. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { command, commandLine, digestsIn, oneLine, resumed, RUN, said, start, wanted } from "./command.ts";
import { type Fault, NotHere } from "./fault.ts";

/** Does something in a file system of so many KiB; `remount` changes its options. */
async function inSmallDisk<V>(
  folder: string,
  size: number,
  work: (disk: string, remount: (options: string) => Promise<void>) => Promise<V>,
): Promise<V> {
  const disk = `${folder}/disk-${size}`;
  await Deno.mkdir(disk);
  if (await said("mount", "-t", "tmpfs", "-o", `size=${size}k`, "tmpfs", disk) === undefined) {
    throw new NotHere("no file system can be mounted");
  }
  const remount = async (options: string) => {
    assertEquals(await said("mount", "-o", `remount,${options}`, disk), "");
  };
  try {
    return await work(disk, remount);
  } finally {
    await said("umount", disk);
  }
}

/** Sizes of disks in KiB: full in the journal, in a table, in a page. */
const SIZES = [4, 16, 48, 100, 200, 400, 800, 1200];

const full: Fault = {
  name: "disk full",
  tried: async (folder) => {
    const places: string[] = [];
    for (const size of SIZES) {
      await inSmallDisk(folder, size, async (disk, remount) => {
        const ended = await command(folder, ...RUN, "--out", `${disk}/out`);
        if (ended.code === 0) {
          places.push(`${size} KiB are enough`);
          assertEquals(await digestsIn(`${disk}/out`), await wanted());
          return;
        }
        const line = oneLine(ended, 1);
        assertStringIncludes(line, "no space left on device");
        places.push(`${size} KiB in ${line.match(/([^/"]+)":/)?.[1]}`);
        assertEquals(Object.keys(await digestsIn(disk)).filter((path) => path.endsWith(".part")), []);
        await remount("size=100m");
        await resumed(`${disk}/out`);
      });
    }
    return `one line, then resumed to the same bytes: full at ${places.join(", ")}`;
  },
};

const readOnly: Fault = {
  name: "read-only folder",
  tried: async (folder) => {
    const lines = await inSmallDisk(folder, 8000, async (disk, remount) => {
      await command(folder, ...RUN, "--out", disk);
      await remount("ro");
      const tried = [["verify", disk, "--quiet"], [...RUN, "--resume", "--out", disk], ["report", disk]];
      const [verified, ...refused] = await Promise.all(tried.map((words) => command(folder, ...words)));
      assertEquals(verified!.code, 0, verified!.results.join(" / "));
      return refused.map((ended) => oneLine(ended, [1, 2]).replace(disk, "DIR"));
    });
    return `verify reads; run and report: ${lines.map((line) => `"${line}"`).join(", ")}`;
  },
};

const fullOutput: Fault = {
  name: "standard output full",
  tried: async (folder) => {
    if (!await said("ls", "/dev/full")) throw new NotHere("there is no /dev/full");
    const ended = await start(["sh", "-c", `"$0" "$@" > /dev/full`, ...commandLine(folder, ["list", "depth"])]).ended;
    const line = oneLine(ended, 1);
    return `"${line}"`;
  },
};

/** Faults of the disk. */
export const DISK: readonly Fault[] = [full, readOnly, fullOutput];
