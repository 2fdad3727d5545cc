// The house in data: the linter's zones (zones.mjs) and the house test are made from it.

/**
 * The subjects, in their one order. In every layer a subject is a folder, or one file of its name; it never imports one
 * that stands later in the same layer, types included. What stands directly in a layer under another name is its root,
 * which every subject may use and which uses none.
 */
export const subjects = [
  "ui",
  "forms",
  "calendar",
  "documents",
  "people",
  "auth",
  "actions",
  "mail",
  "letters",
  "system",
  "tasks",
  "submissions",
  "comments",
  "public",
  "formats",
  "subscriptions",
  "assignments",
  "releases",
  "registrations",
  "corrections",
  "gaps",
  "sheets",
  "imports",
  "chasing",
  "instructions",
  "audit",
  "inbox",
  "plans",
  "work",
  "notifications",
  "open-data",
  "site",
  "edition",
  "worker",
];

/** What the public door may use besides itself and the root, in any layer: so nothing private can come through it. */
export const publicUses = ["ui", "forms", "calendar", "documents", "people", "letters", "tasks"];

const drizzle = ["drizzle-orm", "drizzle-orm/**", "postgres"];
const pages = ["react", "react/**", "react-dom", "next", "next/**", "next-*"];

/**
 * The layers, each with what it may import of the project and what it may not import of packages. `subjects` are held
 * to their order where it says so.
 */
export const layers = [
  {
    folder: "lib/domain",
    uses: ["lib/domain"],
    never: [...pages, ...drizzle, "node:*"],
    why: "lib/domain is pure: only zod and its own files; no React, Next, database, Node or clock.",
    isOrdered: true,
  },
  {
    folder: "db/queries",
    uses: ["db", "lib/domain", "lib/env"],
    never: pages,
    why: "db imports only db, lib/domain and lib/env; it knows no React and no Next.",
    isOrdered: true,
  },
  {
    folder: "db/mutations",
    uses: ["db", "lib/domain", "lib/env"],
    never: pages,
    why: "db imports only db, lib/domain and lib/env; it knows no React and no Next.",
    isOrdered: true,
  },
  {
    folder: "db",
    uses: ["db", "lib/domain", "lib/env"],
    never: pages,
    why: "db imports only db, lib/domain and lib/env; it knows no React and no Next.",
    isOrdered: false,
  },
  {
    folder: "components",
    uses: ["components", "lib/domain", "messages"],
    never: [...drizzle, "next-auth", "next-auth/**"],
    why: "components import lib/domain and messages; never db, app or the rest of lib, no database and no session.",
    isOrdered: true,
  },
  {
    folder: "lib",
    uses: ["lib", "db", "messages"],
    never: drizzle,
    why: "lib never reaches up to app or components, and only db imports drizzle.",
    isOrdered: true,
  },
  {
    folder: "app",
    uses: ["app", "components", "lib", "db", "messages"],
    never: drizzle,
    why: "app never imports scripts or tests, and only db imports drizzle.",
    isOrdered: false,
  },
  ...["scripts", "bench", "e2e"].map((folder) => ({
    folder,
    uses: ["scripts", "bench", "e2e", "lib", "db", "messages"],
    never: drizzle,
    why: "Only db imports drizzle.",
    isOrdered: false,
  })),
];

/** The folders of scripts, in their order: the same rule, with purposes in the place of subjects. */
export const purposes = [
  "report",
  "processes",
  "postgres",
  "setup",
  "site",
  "test",
  "attack",
  "fuzz",
  "house",
];

/** The layer a file belongs to; undefined for what stands beside them all. */
export const layerOf = (file) => layers.find(({ folder }) => file.startsWith(`${folder}/`));

/** The subject of a file in its layer, or "root". */
export function subjectOf(file, { folder }) {
  const [first, ...rest] = file.slice(folder.length + 1).split("/");
  const name = rest.length > 0 ? first : first.replace(/\..*$/, "");
  return subjects.includes(name) ? name : "root";
}

/** Tests and their fixtures may use whatever they need to set a scene. */
export const isTest = (file) => /\.(test|fixture)\.\w+$/.test(file);
