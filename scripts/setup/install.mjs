import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "../processes/lock.mjs";
import { captureOutput, launch, root } from "../processes/processes.mjs";
import { failureFrom } from "../report/failure.mjs";
import { step } from "../report/steps.mjs";
import { say } from "../report/words.mjs";

/** The step that runs `npm ci` unless what is installed is what package-lock.json asks for; it is told on `out`. */
export function installPackages(out = process.stdout) {
  return step(say("steps.packages"), installUnderLock, out);
}

function installUnderLock() {
  return withLock(join(root, ".data"), "install.lock", async () => {
    if (isInstalled()) return say("setup.upToDate");
    const [command, ...script] = npmCommand();
    // NODE_ENV=production would leave out what the build needs.
    const options = ["--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
    const { child, ended } = launch(command, [...script, "ci", ...options], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    const printed = captureOutput(child);
    // Closed only when all it printed has come.
    const closed = new Promise((resolve) => child.once("close", resolve));
    const [{ code, error }] = await Promise.all([ended, closed]);
    if (code !== 0) throw failureFrom(say("setup.installing"), error?.message ?? printed.text());
  });
}

/** The npm that started us, as a command and its first arguments; else the one on the path. */
export function npmCommand() {
  const npm = process.env.npm_execpath;
  return npm?.endsWith(".js") ? [process.execPath, npm] : ["npm"];
}

/** npm writes what it installed into node_modules/.package-lock.json as its last act; packages for other systems are left out. */
export function isInstalled(folder = root) {
  const wanted = readPackages(join(folder, "package-lock.json"));
  const installed = readPackages(join(folder, "node_modules", ".package-lock.json"));
  if (!installed) return false;
  return Object.entries(wanted).every(([place, { version, integrity, optional, devOptional }]) => {
    if (place === "") return true;
    const found = installed[place];
    if (!found) return Boolean(optional || devOptional);
    return found.version === version && found.integrity === integrity;
  });
}

function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : null;
}
