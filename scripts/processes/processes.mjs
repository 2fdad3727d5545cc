import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Failure, failureFrom } from "../report/failure.mjs";
import { say } from "../report/words.mjs";
import { recordProcesses } from "./orphaned-processes.mjs";

/** The folder of the project, where everything runs unless it says otherwise. */
export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/** Children in the order they were launched, those that stop last in front; they are stopped in the opposite order. */
const children = [];
const cleanUps = [];
let work = new AbortController();

/** Aborted once everything is being stopped: nothing is launched any more until that is done. */
export const untilStopped = () => work.signal;

/**
 * Launches a child in a process group of its own, so that Ctrl-C reaches only us and we choose the order of stopping.
 * `stopSignal` is how this program is asked to end; with `stopsLast` it outlives the others, whenever it was launched.
 */
export function launch(command, args, { stopSignal, stopsLast, ...options } = {}) {
  work.signal.throwIfAborted();
  // Not by execa: npm ci, which brings it, is launched by this too.
  const child = spawn(command, args, { cwd: root, detached: true, stdio: "ignore", ...options });
  return own(child, { stopSignal, stopsLast });
}

/** Runs a command to its end and returns its exit code and all it printed. */
export async function run(command, args, options = {}) {
  // Loaded late: it is there only after npm ci.
  const { execa } = await import("execa");
  work.signal.throwIfAborted();
  const subprocess = execa(command, args, {
    ...{ cwd: root, detached: true, extendEnv: false, stdin: "ignore", all: true, reject: false },
    ...options,
  });
  own(subprocess);
  const { exitCode = 1, stdout, stderr, all, originalMessage } = await subprocess;
  return { code: exitCode, stdout, stderr, output: originalMessage ?? all };
}

function own(child, { stopSignal = "SIGTERM", stopsLast = false } = {}) {
  const entry = { child, stopSignal };
  if (stopsLast) children.unshift(entry);
  else children.push(entry);
  recordChildren();
  entry.ended = new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: 1, error }));
    child.once("exit", (code, signal) => resolve({ code, signal }));
  });
  entry.ended.then(() => {
    children.splice(children.indexOf(entry), 1);
    recordChildren();
  });
  return entry;
}

/**
 * Runs a TypeScript program of ours to its end and returns the JSON of its last line; `what` names it if it fails. `onLine`
 * gets each line as it comes.
 */
export async function runTypeScript(what, [program, ...args], env, onLine = () => {}) {
  const { code, stdout, stderr } = await run(
    process.execPath,
    ["--import", "tsx", program, ...args],
    {
      env,
      *stdout(line) {
        onLine(line);
        yield line;
      },
    },
  );
  if (code !== 0) throw failureFrom(what, stderr || stdout);
  const last = stdout.trim().split("\n").at(-1) ?? "";
  try {
    return JSON.parse(last);
  } catch {
    throw new Failure(say("processes.lastLineNotJson", { program, last }));
  }
}

/** Captures what a child prints, to be told if it does not come up; `forwardTo` hands everything after that to a stream. */
export function captureOutput({ stdout, stderr }) {
  let captured = "";
  const capture = (text) => {
    captured += text;
  };
  for (const stream of [stdout, stderr]) stream.setEncoding("utf8").on("data", capture);
  return {
    text: () => captured,
    forwardTo(output) {
      for (const stream of [stdout, stderr]) {
        stream.off("data", capture);
        stream.pipe(output, { end: false });
      }
    },
  };
}

/** Asks one launched child to end and waits; after `patience` ms it is killed with its whole group. */
export async function stop({ child, stopSignal, ended }, patience = 10_000) {
  signalGroup(child.pid, stopSignal);
  const slow = sleep(patience, "slow", { ref: false });
  if ((await Promise.race([ended, slow])) === "slow") signalGroup(child.pid, "SIGKILL");
  await ended;
}

/** Stops all that was launched, the last first, and then cleans up. */
export async function stopAll() {
  work.abort();
  while (children.length > 0) await stop(children.at(-1));
  for (const cleanUp of cleanUps.splice(0)) cleanUp();
  work = new AbortController();
}

/** Has `cleanUp` called once everything is stopped. */
export function afterStop(cleanUp) {
  cleanUps.push(cleanUp);
}

function recordChildren() {
  recordProcesses(children.map(({ child, stopSignal }) => ({ pid: child.pid, stopSignal })));
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}
