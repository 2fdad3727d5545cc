import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { isRunning, recordOf } from "./identity.mjs";
import { root } from "./processes.mjs";

let folder;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "command-test-"));
  writeFileSync(
    join(folder, "start.mjs"),
    `import { launch } from ${JSON.stringify(join(root, "scripts/processes/processes.mjs"))};
    import { runCommand } from ${JSON.stringify(join(root, "scripts/processes/command.mjs"))};
    await runCommand(() => {
      console.log(JSON.stringify([process.pid, launch("sleep", ["1000"]).child.pid]));
      setInterval(() => console.log("said"), 50);
      if (process.argv.includes("--bug")) setTimeout(() => { throw new Error("a bug"); }, 100);
      return new Promise(() => {});
    }, 0);`,
  );
  const { start } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).scripts;
  const scripts = {
    start: start.replace("scripts/run.mjs start", "start.mjs"),
    waiting: "node start.mjs; true",
  };
  writeFileSync(join(folder, "package.json"), JSON.stringify({ scripts }));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Starts a command and returns it with the records of the command's own process and of what it launched. */
async function run(command, args) {
  const options = { cwd: folder, env: { PATH: process.env.PATH, HOME: folder }, detached: true };
  const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => {
      printed += text;
    });
  const line = () => /^\[\d+,\d+\]$/m.exec(printed)?.[0] ?? "null";
  await vi.waitFor(() => expect(JSON.parse(line())).toHaveLength(2), 20_000);
  return { child, records: JSON.parse(line()).map(recordOf), printed: () => printed };
}

const gone = (records) =>
  vi.waitFor(() => expect(records.filter(isRunning)).toEqual([]), { timeout: 10_000 });

// `waiting` has npm wait behind a shell that does not give its place to the command, and passes no signal on.
it.concurrent.each([
  ["SIGINT", "start"],
  ["SIGTERM", "start"],
  ["SIGTERM", "waiting"],
  ["SIGHUP", "start"],
  ["SIGHUP", "waiting"],
  ["SIGKILL", "waiting"],
])("%s to npm run %s ends all that it launched", async (signal, script) => {
  const { child, records } = await run("npm", ["run", "--silent", "--no-update-notifier", script]);
  child.kill(signal);
  await gone(records);
});

it("a pipe that nobody reads any more does not keep it from ending what it launched", async () => {
  const { child, records } = await run("node", ["start.mjs"]);
  child.stdout.destroy();
  child.stderr.destroy();
  await new Promise((later) => setTimeout(later, 300));
  expect(records.every(isRunning)).toBe(true);
  child.kill("SIGTERM");
  await gone(records);
  expect([child.exitCode ?? (await once(child, "exit"))[0]]).toEqual([0]);
});

it("what nobody catches ends all, and is told in a sentence", async () => {
  const { child, records, printed } = await run("node", ["start.mjs", "--bug"]);
  await once(child, "exit");
  await gone(records);
  expect(child.exitCode).toBe(1);
  expect(printed()).toContain("出现意外错误：a bug");
});
