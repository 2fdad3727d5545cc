import { explain } from "./failure.mjs";

/** Counts what passed and failed over several jobs, some of them at the same time. */
export function startTally() {
  const total = { passed: 0, failed: 0 };
  return {
    /** Runs one job ({passed, failed, output}), prints its line, and all it printed if it failed; true if none failed. */
    async job(name, work) {
      const begun = performance.now();
      const { passed, failed, output } = await work().catch(asFailed);
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      total.passed += passed;
      total.failed += failed;
      if (failed > 0) console.log(output.trimEnd());
      console.log(
        `${failed > 0 ? "✗" : "✓"} ${name}: ${passed} passed, ${failed} failed, ${seconds} 秒`,
      );
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

function asFailed(error) {
  return { passed: 0, failed: 1, output: explain(error) };
}
