import { say } from "./report/words.mjs";
import { requireNode } from "./setup/node-version.mjs";

/**
 * The commands of package.json: a module whose default export does the work and returns the exit code, and the code with
 * which Ctrl-C or SIGTERM ends it.
 */
const commands = {
  start: { load: () => import("./site/start-site.mjs"), signalCode: 0 },
  dev: { load: () => import("./site/start-site.mjs"), signalCode: 0, options: ["--dev"] },
  "db:reset": { load: () => import("./site/reset-demo.mjs"), signalCode: 0 },
  "secrets:renew": { load: () => import("./site/renew-secrets.mjs"), signalCode: 130 },
  "start-code": { load: () => import("./site/start-code.mjs"), signalCode: 130 },
  import: { load: () => import("./site/import-document.mjs"), signalCode: 130 },
  "publish-site": { load: () => import("./site/publish-site.mjs"), signalCode: 0 },
  check: { load: () => import("./test/check.mjs"), signalCode: 130 },
  test: { load: () => import("./test/suites.mjs"), signalCode: 130 },
  "test:properties": { load: () => import("./test/properties.mjs"), signalCode: 130 },
  "test:fuzz": { load: () => import("./fuzz/run-fuzz.mjs"), signalCode: 130 },
  "test:attacks": { load: () => import("./attack/run-attacks.mjs"), signalCode: 130 },
  "test:year": { load: loadYear, signalCode: 130 },
  "db:dump": { load: () => import("./test/dump.mjs"), signalCode: 130 },
  zones: { load: () => import("./house/write-zones.mjs"), signalCode: 130 },
  bench: { load: () => import("../bench/run.mjs"), signalCode: 0 },
  "bench:office": { load: () => import("../bench/office.mjs"), signalCode: 0 },
  "bench:scale": { load: () => import("../bench/scale.mjs"), signalCode: 0 },
  "bench:sheets": { load: () => import("../bench/sheets.mjs"), signalCode: 0 },
  "bench:import": { load: () => import("../bench/import.mjs"), signalCode: 0 },
  "bench:public": { load: () => import("../bench/public.mjs"), signalCode: 0 },
};

async function loadYear() {
  const { runYear } = await import("./test/properties.mjs");
  return { default: runYear };
}

const [name, ...args] = process.argv.slice(2);
if (requireNode()) run(commands[name]);

// Everything else is loaded only after the check: an older Node could not even parse it.
async function run(command) {
  if (!command) {
    console.error(say("run.usage", { commands: Object.keys(commands).join(" | ") }));
    process.exitCode = 1;
    return;
  }
  const { load, signalCode, options = [] } = command;
  const { runCommand } = await import("./processes/command.mjs");
  await runCommand(async () => (await load()).default([...options, ...args]), signalCode);
}
