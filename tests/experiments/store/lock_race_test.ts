import { assertEquals, assertThrows } from "@std/assert";
import { InputError } from "../../../core/input/input_error.ts";
import { lockFolder } from "../../../experiments/store/lock.ts";
import { fileTest } from "../../command/run_command.ts";

/** Calls a function before the next file is locked. */
function beforeNextLock(act: () => void): void {
  const { tryLockSync } = Deno.FsFile.prototype;
  Deno.FsFile.prototype.tryLockSync = function (exclusive) {
    Deno.FsFile.prototype.tryLockSync = tryLockSync;
    act();
    return this.tryLockSync(exclusive);
  };
}

fileTest("lockFolder locks the new file if its holder removes the old one meanwhile", async (folder) => {
  beforeNextLock(() => Deno.removeSync(`${folder}/.lock`));
  const lock = lockFolder(folder);
  assertThrows(() => lockFolder(folder), InputError, "another run is writing there");
  lock[Symbol.dispose]();
  await assertNoFiles(folder);
});

fileTest("lockFolder notices that another program has locked a new file meanwhile", async (folder) => {
  let other: Disposable | undefined;
  beforeNextLock(() => {
    Deno.removeSync(`${folder}/.lock`);
    other = lockFolder(folder);
  });
  assertThrows(() => lockFolder(folder), InputError, "another run is writing there");
  other![Symbol.dispose]();
  await assertNoFiles(folder);
});

async function assertNoFiles(folder: string): Promise<void> {
  assertEquals(await Array.fromAsync(Deno.readDir(folder)), []);
}
