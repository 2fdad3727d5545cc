import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../processes/processes.mjs";
import { isAtLeast } from "./node-version.mjs";

// `npm audit` does not answer on a closed network, so the known floors are kept here and asked at every check.

const read = (file, folder) => JSON.parse(readFileSync(join(folder, file), "utf8"));

/** The packages of package-lock.json, each as {name, version, integrity}; one that lies in two places is there twice. */
export function lockedPackages(folder = root) {
  const { packages } = read("package-lock.json", folder);
  return Object.entries(packages)
    .filter(([place]) => place !== "")
    .map(([place, { version, integrity }]) => ({
      name: place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length),
      version,
      integrity,
    }));
}

/** Locked packages older than minimum-versions.json allows, wherever they lie, as `name version < minimum`. */
export function outdatedPackages(locked = lockedPackages(), floors = minimumVersions().packages) {
  return locked.flatMap(({ name, version }) => {
    const floor = floors[name]?.minimum;
    return floor && !isAtLeast(version, floor) ? [`${name} ${version} < ${floor}`] : [];
  });
}

/**
 * {version, secure} of a PostgreSQL, as its server counts (such as 180004), that has a hole which a later release of the
 * same line mends; null of any other.
 */
export function weaknessOf(serverVersion) {
  const { secure } = minimumVersions().postgresql;
  const [major, minor] = [Math.floor(serverVersion / 10_000), serverVersion % 10_000];
  const version = `${major}.${minor}`;
  const isOfLine = secure.startsWith(`${major}.`);
  return isOfLine && !isAtLeast(version, secure) ? { version, secure } : null;
}

/** The table of minimum versions, with why: of Node, of PostgreSQL and of packages. */
export function minimumVersions() {
  return read("scripts/setup/minimum-versions.json", root);
}
