/** What the public edition is made of, as far as addresses go. */
export type Site = {
  plans: readonly string[];
  documents: readonly string[];
  units: readonly string[];
  tasks: readonly string[];
};
/** Where a task is to be seen: on what is above it, in its plan and document, with the units that it concerns. */
export type Place = {
  plan: string;
  document: string;
  above: readonly string[];
  units: readonly string[];
};

/** As a notice on `public_changed` says it, 'task AIR-01'; what else changes may be seen anywhere. */
export type Change = { task: string } | "all";

export function readChange(payload: string): Change {
  const [kind, name] = payload.split(" ");
  return kind === "task" && name ? { task: name } : "all";
}

const inEnglishToo = (path: string) => [path, path === "/" ? "/en" : `/en${path}`];

const overviews = ["/", "/plans", "/tasks", "/units", "/changes", "/compare", "/open-data"].flatMap(
  inEnglishToo,
);
const data = [
  ...["/api/v1/plans", "/api/v1/tasks", "/api/v1/tasks.csv", "/api/v1/units", "/api/v1/changes"],
  ...["/api/v1/openapi.json", "/api/v1/catalog.jsonld", "/robots.txt"],
  ...["/feed.atom", "/calendar.ics"].flatMap(inEnglishToo),
  ...["/sitemap.xml", "/sitemap-pages.xml", "/sitemap-units.xml"],
];

const ofTask = (code: string) => inEnglishToo(`/tasks/${code}`);
const besideTask = (code: string) => [
  ...[`/tasks/${code}/card`, `/tasks/${code}/feed.atom`].flatMap(inEnglishToo),
  `/api/v1/tasks/${code}`,
];
const ofPlan = (slug: string) => inEnglishToo(`/plans/${slug}`);
const besidePlan = (slug: string) => [
  ...[`/plans/${slug}/card`, `/plans/${slug}/feed.atom`, `/plans/${slug}/calendar.ics`].flatMap(
    inEnglishToo,
  ),
  ...[`/plans/${slug}/share.png`, `/plans/${slug}/onepage.pdf`].flatMap(inEnglishToo),
  `/sitemap-tasks-${slug}.xml`,
];
const ofUnit = (code: string) => [
  ...[`/units/${code}`, `/units/${code}/feed.atom`, `/units/${code}/calendar.ics`].flatMap(
    inEnglishToo,
  ),
];
const ofDocument = (slug: string) => inEnglishToo(`/documents/${slug}`);

/** Every page and file of the edition, what most people read first. */
export function everyPath({ plans, documents, units, tasks }: Site): string[] {
  return [
    ...overviews,
    ...plans.flatMap(ofPlan),
    ...tasks.flatMap(ofTask),
    ...units.flatMap(ofUnit),
    ...documents.flatMap(ofDocument),
    ...data,
    ...plans.flatMap(besidePlan),
    ...tasks.flatMap(besideTask),
  ];
}

/** What is kept ready of a site, nobody having asked for it: no file, and only overviews and plans in English. */
export function readyPaths({ plans, units, tasks }: Omit<Site, "documents">): string[] {
  return [
    ...overviews,
    ...plans.flatMap(ofPlan),
    ...tasks.map((code) => `/tasks/${code}`),
    ...units.map((code) => `/units/${code}`),
  ];
}

const [single, name] = [new Set([...overviews, ...data]), "[\\w.-]+"];
const named = new RegExp(
  [
    `^(?:/en)?/(?:units|documents)/${name}$`,
    `^(?:/en)?/(?:plans|tasks)/${name}(?:/card)?$`,
    `^(?:/en)?/(?:plans|tasks|units)/${name}/feed\\.atom$`,
    `^(?:/en)?/(?:plans|units)/${name}/calendar\\.ics$`,
    `^(?:/en)?/plans/${name}/(?:share\\.png|onepage\\.pdf)$`,
    `^/sitemap-tasks-${name}\\.xml$`,
    `^/api/v1/tasks/${name}$`,
  ].join("|"),
);

/** Whether the edition holds the page at a path, if there is such a page. */
export function isOfEdition(path: string): boolean {
  return single.has(path) || named.test(path);
}

/** Whether what a path names is for programs, or a picture, and not a page to read. */
export function isFile(path: string): boolean {
  return path.startsWith("/api/") || /\.[a-z]+$/.test(path);
}

/** What a change of a task is to be seen on: `first` where people look for it, `later` everywhere else that shows it. */
export function touchedBy(code: string, place: Place): { first: string[]; later: string[] } {
  return {
    first: [
      ...ofTask(code),
      ...ofPlan(place.plan),
      ...inEnglishToo("/"),
      ...place.above.flatMap(ofTask),
    ],
    later: [
      ...[code, ...place.above].flatMap(besideTask),
      ...place.units.flatMap(ofUnit),
      ...besidePlan(place.plan),
      ...overviews.filter((path) => path !== "/" && path !== "/en"),
      ...ofDocument(place.document),
      ...data,
    ],
  };
}
