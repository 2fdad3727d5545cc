import { explain } from "./failure.mjs";
import { say } from "./words.mjs";

/**
 * Runs one step of a command and prints its name and how long it took, on `out`; the work may say how far it is.
 */
export async function step(name, work, out = process.stdout) {
  const live = out.isTTY;
  const begun = performance.now();
  let bar = "";
  const took = () => bar + say("steps.took", { seconds: secondsSince(begun) });
  const draw = (mark, note) => out.write(`\r${mark} ${name} … ${note}\x1b[K`);

  if (!live) out.write(`· ${name} … `);
  const timer = live && setInterval(() => draw("·", took()), 200);
  try {
    const result = await work((done, total) => {
      bar = barOf(done, total);
    });
    bar = "";
    const note =
      typeof result === "string"
        ? say("steps.tookWithNote", { seconds: secondsSince(begun), note: result })
        : took();
    if (live) draw("✓", note);
    else out.write(note);
    return result;
  } finally {
    clearInterval(timer);
    out.write("\n");
  }
}

/** Counts what passed and failed over several jobs, some of them at the same time. */
export function startTally() {
  const total = { passed: 0, failed: 0 };
  return {
    /** Runs one job ({passed, failed, output}), prints its line, and all it printed if it failed; true if none failed. */
    async job(name, work) {
      const begun = performance.now();
      const { passed, failed, output } = await work().catch(asFailed);
      const seconds = secondsSince(begun);
      total.passed += passed;
      total.failed += failed;
      if (failed > 0) console.log(output.trimEnd());
      const mark = failed > 0 ? "✗" : "✓";
      console.log(say("steps.job", { mark, name, passed, failed, seconds }));
      return failed === 0;
    },
    /** Does what other jobs need; a failure counts as one and gives null. */
    async attempt(work) {
      try {
        return await work();
      } catch (error) {
        total.failed += 1;
        console.log(explain(error));
        return null;
      }
    },
    /** Prints the last line and returns the exit code. */
    finish() {
      console.log(`${total.passed} passed, ${total.failed} failed`);
      return total.failed > 0 ? 1 : 0;
    },
  };
}

/** ████░░░░░░ 40/100 */
function barOf(done, total) {
  const filled = Math.floor((10 * done) / Math.max(1, total));
  return `${"█".repeat(filled)}${"░".repeat(10 - filled)} ${done}/${total} `;
}

function secondsSince(begun) {
  return ((performance.now() - begun) / 1000).toFixed(1);
}

function asFailed(error) {
  return { passed: 0, failed: 1, output: explain(error) };
}
