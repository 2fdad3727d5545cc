import { layers, publicUses, purposes, subjects } from "./order.mjs";

const tests = ["!**/*.test.*", "!**/*.fixture.*", "!db/testing/**"];
const roots = ["app", "bench", "components", "db", "e2e", "lib", "messages", "scripts"];

/**
 * The overrides of biome.json: who may import whom, one for each layer and one for each subject in it. A later override
 * takes the place of an earlier one, so each says all that holds for its files. Tests are held to their layer's rule only.
 */
export function zones() {
  const ordered = layers.filter(({ isOrdered }) => isOrdered);
  return [
    ...[...layers].reverse().map((layer) => zone(layerFiles(layer), [layerRule(layer)])),
    ...purposes.map((purpose, place) =>
      zone([`scripts/${purpose}/**`, ...tests], [purposeRule(purposes.slice(place + 1))]),
    ),
    ...ordered.flatMap((layer) => [
      zone(rootFiles(layer), [layerRule(layer), orderRule(layer, subjects)]),
      ...subjects.map((subject, place) =>
        zone(subjectFiles(layer, subject), [
          layerRule(layer),
          orderRule(layer, subjects.slice(place + 1)),
          ...(subject === "public" ? [publicRule()] : []),
        ]),
      ),
    ]),
  ];
}

function zone(includes, patterns) {
  const options = { patterns: patterns.filter(({ group }) => group.length > 0) };
  return {
    includes,
    linter: { rules: { style: { noRestrictedImports: { level: "error", options } } } },
  };
}

/** Everything of the project but what the layer uses. In a layer of subjects `../` would go round the other patterns. */
function layerRule({ uses, never, why, isOrdered }) {
  const others = roots.filter((root) => !uses.includes(root)).map((root) => `@/${root}/**`);
  const kept = uses
    .filter((use) => use.includes("/"))
    .flatMap((use) => [`!@/${use}`, `!@/${use}/**`]);
  return { group: [...others, ...kept, ...never, ...(isOrdered ? ["../**"] : [])], message: why };
}

const orderRule = ({ folder }, later) => ({
  group: later.flatMap((subject) => [`@/${folder}/${subject}`, `@/${folder}/${subject}/**`]),
  message: "A subject never imports one that stands later in the order of scripts/house/order.mjs.",
});

const purposeRule = (later) => ({
  group: later.flatMap((purpose) => [`../${purpose}/**`, `@/scripts/${purpose}/**`]),
  message: "A folder of scripts never imports one that stands later in scripts/house/order.mjs.",
});

function publicRule() {
  const folders = layers.filter(({ isOrdered }) => isOrdered).map(({ folder }) => folder);
  const closed = subjects.filter((each) => each !== "public" && !publicUses.includes(each));
  return {
    group: folders.flatMap((folder) =>
      closed.flatMap((subject) => [`@/${folder}/${subject}`, `@/${folder}/${subject}/**`]),
    ),
    message: `public uses only the root, ${publicUses.join(", ")}: nothing private comes through the public door.`,
  };
}

/** Tests of glue in lib reach into scripts and the database to set their scene; those of db/testing make databases as a start does. */
const reachingOut = { lib: tests, db: ["!db/testing/*.test.*", "!db/testing/*.fixture.*"] };
const layerFiles = ({ folder }) => [`${folder}/**`, ...(reachingOut[folder] ?? [])];

const subjectFiles = ({ folder }, subject) => [
  `${folder}/${subject}/**`,
  `${folder}/${subject}.ts`,
  `${folder}/${subject}.tsx`,
  ...tests,
];

const rootFiles = ({ folder }) => [
  `${folder}/*.ts`,
  `${folder}/*.tsx`,
  ...subjects.flatMap((subject) => [`!${folder}/${subject}.ts`, `!${folder}/${subject}.tsx`]),
  ...tests,
];
