import { dirname, join } from "node:path";
import { isTest, layerOf, publicUses, purposes, subjectOf, subjects } from "./order.mjs";

// What the house test asks of a tree of sources, given as a map from path to text. Each rule returns what breaks it.

const endings = ["", ".ts", ".tsx", ".mjs", ".d.ts"];
const specifiers = /(?:\bfrom|\bimport)\s*\(?\s*["']([^"']+)["']/g;

/** Who imports whom in the project, types and dynamic imports included: a map from path to paths. */
export function importsOf(files) {
  return new Map(
    [...files].map(([file, text]) => {
      const found = [...text.matchAll(specifiers)].map(([, name]) => resolve(file, name, files));
      return [file, [...new Set(found.filter((each) => each !== undefined))]];
    }),
  );
}

function resolve(file, name, files) {
  const isOurs = name.startsWith("@/") || name.startsWith(".");
  const path = name.startsWith("@/") ? name.slice(2) : join(dirname(file), name);
  return isOurs
    ? endings.map((ending) => path + ending).find((each) => files.has(each))
    : undefined;
}

/** Imports of what stands later in the order of subjects, or of purposes in scripts. */
export function againstOrder(imports) {
  return pairs(imports).flatMap(([file, target]) => {
    if (isTest(file)) return [];
    const [from, to] = [placeOf(file), placeOf(target)];
    if (!from || !to || from.layer !== to.layer || from.place >= to.place) return [];
    return [`${file} → ${target}`];
  });
}

function placeOf(file) {
  const layer = layerOf(file);
  if (layer?.isOrdered)
    return { layer: layer.folder, place: subjects.indexOf(subjectOf(file, layer)) };
  const [, purpose, name] = /^scripts\/([^/]+)\/(.+)$/.exec(file) ?? [];
  return name && { layer: "scripts", place: purposes.indexOf(purpose) };
}

/** What the public door imports beyond its allow-list, in any layer. */
export function throughPublicDoor(imports) {
  const open = ["root", "public", ...publicUses];
  return pairs(imports).flatMap(([file, target]) => {
    const [own, layer] = [layerOf(file), layerOf(target)];
    if (!own?.isOrdered || !layer?.isOrdered || isTest(file)) return [];
    if (subjectOf(file, own) !== "public") return [];
    return open.includes(subjectOf(target, layer)) ? [] : [`${file} → ${target}`];
  });
}

/** Imports that go round in a circle: the groups of files that reach each other (Tarjan 1972). */
export function circles(imports) {
  const found = [];
  const [place, lowest, stack] = [new Map(), new Map(), []];
  const visit = (file) => {
    place.set(file, place.size);
    lowest.set(file, place.get(file));
    stack.push(file);
    for (const target of imports.get(file) ?? []) {
      if (!place.has(target)) visit(target);
      if (stack.includes(target)) lowest.set(file, Math.min(lowest.get(file), lowest.get(target)));
    }
    if (lowest.get(file) !== place.get(file)) return;
    const group = stack.splice(stack.indexOf(file));
    if (group.length > 1) found.push(group.sort().join(" ↔ "));
  };
  for (const file of imports.keys()) if (!place.has(file)) visit(file);
  return found;
}

/** Packages that no text imports; types of a package that is imported count as used, and those of Node. */
export function unusedPackages(names, texts) {
  const imported = new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/(?:\bfrom|\bimport|\brequire|\bresolve)\s*\(?\s*["']([^"']+)["']/g)].map(
        ([, name]) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0],
      ),
    ),
  );
  const subject = (name) => name.replace(/^@types\//, "");
  return names.filter((name) => !imported.has(subject(name)) && name !== "@types/node").sort();
}

/** Files of more than 250 lines. */
export function tooLong(files) {
  const length = (text) => text.split("\n").length - 1;
  return [...files].flatMap(([file, text]) =>
    length(text) > 250 ? [`${file}: ${length(text)}`] : [],
  );
}

/** Folders that hold more than 40 sources directly; tests and routes aside. */
export function tooFull(files) {
  const counted = [...files.keys()].filter((file) => !isTest(file) && !file.startsWith("app/"));
  const counts = Map.groupBy
    ? Map.groupBy(counted, dirname)
    : counted.reduce(
        (all, file) => all.set(dirname(file), [...(all.get(dirname(file)) ?? []), file]),
        new Map(),
      );
  return [...counts].flatMap(([folder, { length }]) =>
    length > 40 ? [`${folder}: ${length}`] : [],
  );
}

/** Files of the time before each subject had one name, and names in code; docs/decisions/0017 says what they became. */
const oldFiles =
  /^(afresh|stood|turns|same-path|left-jobs|left-processes|matters|standing|spoken-steps|public-steps|step-(line|sentence)|ladder|telling|drift|use-press|use-act|written|closing|sending-back|deputations?|tidy|insert-all|shelf|kept-page|asked|presses|moves|fold|world|world-story|twice|ledger-checks|staff-on)$/;
const oldNames =
  /^(Afresh|Stood|stoodOf|turns|turnsOfEach|samePath|takeUpLeftJobs|(Reminder)?Matters?|matters?|mattersOf|openMatters?|[Ss]tandings?|load-?Standings|publicStandings?|spokenSteps|[Pp]ublicSteps?|step(Params|Sentence)|StepLine|ladder|rungs?|Rung|rung(Key|Name|Of)|[Hh]earers|[Ll]istenersOf|speaksTo|[Dd]rift|driftOf|usePress|useAct|SheetProps|Papers?|sendBack|isReleased|\w*[Dd]eputations?\w*|tidy|insertAll|[Ss]helf|openShelf|[Kk]eptPage|keepPage|pressesOf|pressFor|foldHistory|Folded)$/;

/** Old names that stand in the sources, as names of files or in code. */
export function oldWords(files) {
  return [...files].flatMap(([file, text]) => {
    if (file.startsWith("scripts/house/")) return [];
    const stem = file.split("/").at(-1).replace(/\..*$/, "");
    const names = [...code(text).matchAll(/[A-Za-z_$][\w$]*/g)].map(([name]) => name);
    const found = new Set(names.filter((name) => oldNames.test(name)));
    return [
      ...(oldFiles.test(stem) ? [file] : []),
      ...[...found].map((name) => `${file}: ${name}`),
    ];
  });
}

/** A source without its comments and the texts in it. */
const code = (text) =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/(^|[^:])\/\/.*$/gm, "$1")
    .replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|>[^<>{}]*</g, "");

const pairs = (imports) =>
  [...imports].flatMap(([file, targets]) => targets.map((target) => [file, target]));
