import { fork } from "node:child_process";
import { randomInt } from "node:crypto";
import { join } from "node:path";
import { root } from "../processes/processes.mjs";
import { Failure } from "../report/failure.mjs";
import { say } from "../report/words.mjs";
import { installPackages } from "../setup/install.mjs";

const kinds = ["text", "html", "docx", "xlsx", "csv", "pdf"];
/** Ten seconds of a processor's time: on a busy machine a file may wait much longer before it has had them, and a process to begin. */
const bounds = { cpuMs: 10_000, hangMs: 120_000, startMs: 600_000, memory: 1024 ** 3, batch: 500 };

/**
 * `npm run test:fuzz`: each reader of documents, or those that are named, reads RUNS files that were changed at random; SEED
 * repeats them. A file that crashes it, takes longer than ten seconds or more than a gigabyte fails. The last line is
 * "N passed, N failed".
 */
export default async function runFuzz(names) {
  const unknown = names.find((name) => !kinds.includes(name));
  if (unknown) throw new Failure(say("fuzz.unknown", { name: unknown, known: kinds.join(" | ") }));
  await installPackages();
  const { SEED = String(randomInt(2 ** 31)), RUNS = "10000", FROM = "0" } = process.env;
  console.log(`SEED=${SEED} RUNS=${RUNS} FROM=${FROM}`);
  const total = { passed: 0, failed: 0 };
  for (const kind of names.length > 0 ? names : kinds) {
    const { failures, figures } = await fuzzKind(kind, SEED, Number(FROM), Number(RUNS));
    for (const failure of failures) console.log(`  ✗ ${failure}`);
    const mark = failures.length > 0 ? "✗" : "✓";
    const { read, refused, slowest, memory } = figures;
    console.log(`${mark} ${kind}: ${say("fuzz.figures", { read, refused, slowest, memory })}`);
    total.passed += Number(RUNS) - failures.length;
    total.failed += failures.length;
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 ? 1 : 0;
}

async function fuzzKind(kind, seed, from, runs) {
  const failures = [];
  const figures = { read: 0, refused: 0, slowest: 0, memory: 0 };
  for (let number = from; number < from + runs; ) {
    const to = Math.min(number + bounds.batch, from + runs);
    const { next, failed, failure } = await runBatch(kind, seed, number, to, figures, failures);
    if (failure) failures.push(`${kind} SEED=${seed} FROM=${failed} RUNS=1: ${failure}`);
    number = next;
  }
  const memory = Math.round(figures.memory / 1024 ** 2);
  return { failures, figures: { ...figures, slowest: Math.round(figures.slowest), memory } };
}

/** Runs one process over some files; says with which to go on, and what ended the process before its time. */
function runBatch(kind, seed, from, to, figures, failures) {
  return new Promise((resolve) => {
    const child = fork(join(root, "scripts/fuzz/read-mutated.ts"), [kind, seed, from, to], {
      execArgv: ["--import", "tsx", "--max-old-space-size=1024"],
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    let errors = "";
    child.stderr.on("data", (text) => {
      errors = (errors + text).slice(-4000);
    });
    let [open, ended, reason, isStopped] = [null, 0, "", false];
    let timer = setTimeout(() => child.kill("SIGKILL"), bounds.startMs);
    child.on("message", (message) => {
      clearTimeout(timer);
      if ("begun" in message) {
        open = message.begun;
        timer = setTimeout(() => {
          reason = say("fuzz.hang", { seconds: bounds.hangMs / 1000 });
          child.kill("SIGKILL");
        }, bounds.hangMs);
        return;
      }
      open = null;
      ended += 1;
      figures.slowest = Math.max(figures.slowest, message.cpu ?? 0);
      figures.memory = Math.max(figures.memory, message.memory ?? 0);
      if (message.outcome) figures[message.outcome] += 1;
      const tooMuch = message.memory > bounds.memory && say("fuzz.memory");
      const tooSlow =
        message.cpu > bounds.cpuMs && say("fuzz.hang", { seconds: bounds.cpuMs / 1000 });
      const failure = message.error ?? (tooMuch || tooSlow);
      const repeat = `${kind} SEED=${seed} FROM=${message.ended} RUNS=1`;
      if (failure) failures.push(`${repeat}: ${failure}`);
      from = message.ended + 1;
      if (!tooMuch) return;
      isStopped = true;
      child.kill("SIGKILL");
    });
    child.on("exit", () => {
      clearTimeout(timer);
      const crash = reason || say("fuzz.crash", { errors });
      if (open !== null) resolve({ next: open + 1, failed: open, failure: crash });
      else if (from === to || isStopped) resolve({ next: from });
      // What a reader left behind ended the process later; one that never began would not begin again.
      else resolve({ next: ended === 0 ? to : from, failed: from - 1, failure: crash });
    });
  });
}
