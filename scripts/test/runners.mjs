import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "../processes/processes.mjs";

/** Runs one vitest project and counts its tests; the environment tells it of a running test server. */
export async function runVitest(project, filters, { folder, env = {} }) {
  const report = join(folder, `${project}.json`);
  const { code, output } = await run(
    process.execPath,
    [
      join(root, "node_modules/vitest/vitest.mjs"),
      "run",
      ...["--project", project, "--reporter=default", "--reporter=json"],
      `--outputFile.json=${report}`,
      ...filters,
    ],
    { env: { ...process.env, ...env } },
  );
  const { numPassedTests: passed = 0, numFailedTests = 0, testResults = [] } = readReport(report);
  // A file that cannot even be loaded has no tests to fail.
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  return { passed, failed: atLeastOne(code, numFailedTests + broken.length), output };
}

/** Runs Playwright against a site that is being served and counts its tests. */
export async function runPlaywright(filters, { folder, env }) {
  const report = join(folder, "e2e.json");
  const { code, output } = await run(
    process.execPath,
    [
      join(root, "node_modules/@playwright/test/cli.js"),
      "test",
      "--reporter=list,json",
      ...filters,
    ],
    { env: { ...process.env, ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report } },
  );
  const { stats, errors = [] } = readReport(report);
  const failed = (stats?.unexpected ?? 0) + errors.length;
  const passed = (stats?.expected ?? 0) + (stats?.flaky ?? 0);
  return { passed, failed: atLeastOne(code, failed), output };
}

function atLeastOne(code, failed) {
  return code !== 0 && failed === 0 ? 1 : failed;
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}
