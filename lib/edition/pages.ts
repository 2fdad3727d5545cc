/** What the public edition is made of, as far as addresses go. */
export type Site = {
  plans: readonly string[];
  documents: readonly string[];
  units: readonly string[];
  tasks: readonly SiteTask[];
};
export type SiteTask = {
  code: string;
  parentCode: string | null;
  plan: string;
  document: string;
  units: readonly string[];
};

/** As a notice on `public_changed` says it: 'task AIR-01', 'plan air', 'all'. */
export type Change = { task: string } | { plan: string } | "all";

/** What a notice on `public_changed` says; one that is not understood changes everything. */
export function readChange(payload: string): Change {
  const [kind, name] = payload.split(" ");
  if (kind === "task" && name) return { task: name };
  if (kind === "plan" && name) return { plan: name };
  return "all";
}

const inEnglishToo = (path: string) => [path, path === "/" ? "/en" : `/en${path}`];

const overviews = ["/", "/tasks", "/units", "/changes", "/compare", "/open-data"].flatMap(
  inEnglishToo,
);
const data = [
  ...["/api/v1/plans", "/api/v1/tasks", "/api/v1/tasks.csv", "/api/v1/units", "/api/v1/changes"],
  ...["/api/v1/openapi.json", "/api/v1/catalog.jsonld", "/feed.atom"],
  ...["/calendar.ics", "/sitemap.xml", "/robots.txt"],
];

const ofTask = (code: string) => inEnglishToo(`/tasks/${code}`);
const besideTask = (code: string) => [
  ...inEnglishToo(`/tasks/${code}/card`),
  ...[`/tasks/${code}/feed.atom`, `/api/v1/tasks/${code}`],
];
const ofPlan = (slug: string) => inEnglishToo(`/plans/${slug}`);
const besidePlan = (slug: string) => [
  ...inEnglishToo(`/plans/${slug}/card`),
  ...[`/plans/${slug}/feed.atom`, `/plans/${slug}/calendar.ics`],
  ...[`/plans/${slug}/share.png`, `/plans/${slug}/onepage.pdf`],
];
const ofUnit = (code: string) => [
  ...inEnglishToo(`/units/${code}`),
  ...[`/units/${code}/feed.atom`, `/units/${code}/calendar.ics`],
];
const ofDocument = (slug: string) => inEnglishToo(`/documents/${slug}`);

/** Every page and file of the edition, what most people read first. */
export function everyPath({ plans, documents, units, tasks }: Site): string[] {
  return [
    ...overviews,
    ...plans.flatMap(ofPlan),
    ...tasks.flatMap(({ code }) => ofTask(code)),
    ...units.flatMap(ofUnit),
    ...documents.flatMap(ofDocument),
    ...data,
    ...plans.flatMap(besidePlan),
    ...tasks.flatMap(({ code }) => besideTask(code)),
  ];
}

/** What a change is to be seen on: `first` where people look for it, `later` everywhere else that shows it. */
export function touchedBy(change: Change, site: Site): { first: string[]; later: string[] } {
  if (change === "all") return { first: [], later: everyPath(site) };
  if ("plan" in change) return touchedByPlan(change.plan, site);
  const task = site.tasks.find(({ code }) => code === change.task);
  if (!task) return { first: ofTask(change.task), later: everyPath(site) };
  const above = ancestorsOf(task, site);
  return {
    first: [
      ...ofTask(task.code),
      ...ofPlan(task.plan),
      ...inEnglishToo("/"),
      ...above.flatMap(ofTask),
    ],
    later: [
      ...[task.code, ...above].flatMap(besideTask),
      ...task.units.flatMap(ofUnit),
      ...besidePlan(task.plan),
      ...overviews.filter((path) => path !== "/" && path !== "/en"),
      ...ofDocument(task.document),
      ...data,
    ],
  };
}

function touchedByPlan(slug: string, site: Site) {
  const own = site.tasks.filter(({ plan }) => plan === slug);
  const units = new Set(own.flatMap((task) => task.units));
  const documents = new Set(own.map(({ document }) => document));
  return {
    first: [...ofPlan(slug), ...inEnglishToo("/")],
    later: [
      ...own.flatMap(({ code }) => [...ofTask(code), ...besideTask(code)]),
      ...[...units].flatMap(ofUnit),
      ...[...documents].flatMap(ofDocument),
      ...besidePlan(slug),
      ...overviews,
      ...data,
    ],
  };
}

function ancestorsOf({ parentCode }: SiteTask, site: Site): string[] {
  const parent = site.tasks.find(({ code }) => code === parentCode);
  return parent ? [parent.code, ...ancestorsOf(parent, site)] : [];
}
