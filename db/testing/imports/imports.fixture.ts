import { createHash, randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { readImport } from "@/db/mutations/imports/read-import";
import { startImport } from "@/db/mutations/imports/start";
import { importCandidates } from "@/db/schema/import-candidates";
import { imports } from "@/db/schema/imports";
import { now } from "@/db/testing/scenario.fixture";
import type { Place } from "@/lib/domain/documents/quotes";
import { type ReadDocument, readDocument } from "@/lib/domain/imports/blocks";
import type {
  Candidate,
  CandidateDeadline,
  OwnerRole,
  Proposals,
} from "@/lib/domain/imports/candidates";
import type { SaidDeadline } from "@/lib/domain/imports/inputs";
import type { SaidFacts } from "@/lib/domain/imports/said-facts";
import type { Actor } from "@/lib/domain/people/roles";

/** A notice with two sections: what is sure, and what leaves every kind of question open. */
export const lines = [
  "关于治理扬尘的实施方案",
  "试政办〔2024〕9号",
  "一、严控工地",
  "（一）6月底前完成工地围挡。由省生态环境厅牵头，省能源局配合。",
  "（二）清扫道路，年底前全覆盖；洒水降尘。由省交通运输厅、省能源局牵头。",
  "二、强化保障",
  "（三）收到文件后30日内建立台账，由省扬尘办等部门负责。",
];
export const documentOf = (words: readonly string[] = lines): ReadDocument =>
  readDocument(words.map((text) => ({ kind: "paragraph", text })));

/** Where words stand in a text; words that do not stand there fail the test. */
export function at(text: string, words: string): Place {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`The text does not say ${words}`);
  return { start, end: start + words.length };
}

type Said = {
  title: string;
  quote: string;
  section: string;
  owners?: [OwnerRole, string][];
  deadline?: Partial<CandidateDeadline> & { said: string };
  over?: Partial<Candidate>;
};

export function candidateOf(text: string, said: Said): Candidate {
  const { title, quote, section, owners = [], deadline, over } = said;
  const names = owners.map(([role, name]) => ({ role, name: at(text, name), rule: "test_owner" }));
  const { said: words, ...dated } = deadline ?? { said: "" };
  const none = { start: null, end: null, precision: "day", anchor: null, isSoft: false };
  return {
    ...{ path: section.slice(0, 1), kind: "measure", parent: null, title: at(text, title) },
    ...{ quotes: [at(text, quote)], cells: {}, headings: [at(text, section)], leadIns: [] },
    ...{ evidence: [{ rule: "test_verb", weight: 3 }], isOptional: false, owners: names },
    ...{ verbatim: names[0]?.name ?? null, scope: names[0] ? "own" : "none", isOpenEnded: false },
    deadlines: words
      ? [
          {
            ...{ words: at(text, words), kind: "date", ...none, rrule: null, amount: null },
            ...{ unit: null, rule: "test_day", ...dated },
          },
        ]
      : [],
    ...{ targets: [], certainty: "sure", ...over },
  };
}

const first = "一、严控工地";
const second = "二、强化保障";
const saidThings: Said[] = [
  {
    ...{ title: "完成工地围挡", quote: "6月底前完成工地围挡。", section: first },
    owners: [
      ["lead", "省生态环境厅"],
      ["cooperating", "省能源局"],
    ],
    deadline: { said: "6月底前", end: "2024-06-30" },
  },
  {
    ...{ title: "清扫道路", quote: "清扫道路，年底前全覆盖；洒水降尘。", section: first },
    owners: [
      ["lead", "省交通运输厅"],
      ["lead", "省能源局"],
    ],
    deadline: { said: "年底前", end: "2024-12-31" },
    over: { certainty: "likely" },
  },
  {
    ...{ title: "建立台账", quote: "收到文件后30日内建立台账", section: second },
    owners: [["lead", "省扬尘办"]],
    deadline: { said: "收到文件后30日内", kind: "relative", anchor: "收到", amount: 30 },
    over: { isOpenEnded: true, certainty: "doubtful" },
  },
  // Of a second edition.
  { title: "加强宣传", quote: "加强宣传", section: second },
];

/** What is proposed from `lines`; from other lines as far as they say the same. */
export function proposalsOf({ text }: ReadDocument): Proposals {
  const candidates = saidThings
    .filter(({ quote }) => text.includes(quote))
    .map((said) => candidateOf(text, said));
  const facts = {
    ...{ title: at(text, lines[0] ?? ""), number: at(text, lines[1] ?? ""), issuer: null },
    planTitle: null,
    ...{ dated: null, datedOn: null },
  };
  return { facts, candidates };
}

export const facts: SaidFacts = {
  ...{ title: "关于治理扬尘的实施方案", kind: "实施方案", issuer: "省政府办公厅" },
  ...{ documentNumber: "试政办〔2024〕9号", datedOn: "2024-06-01", publishedOn: "2024-06-03" },
};

/** A day that a person says in the place of the document's. */
export const dueInJuly: SaidDeadline = {
  ...{ kind: "date", windowStart: null, dueOn: "2024-07-31", cycle: "none" },
};

const readers = (document: ReadDocument) => ({
  read: async () => document,
  propose: proposalsOf,
});

/** A file that nobody has sent before. */
export function someFile() {
  const bytes = Buffer.from(randomUUID());
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const input = { key: randomUUID(), name: "方案.docx", sha256, text: null, editionOf: null };
  return { bytes, input };
}

/** An import that has been read. */
export async function readOne(actor: Actor, document = documentOf(), editionOf?: string) {
  const { bytes, input } = someFile();
  const { id } = await startImport(actor, { ...input, editionOf: editionOf ?? null }, now, bytes);
  await readImport(id, now, readers(document));
  return id;
}

/** An import as its page shows it. */
export async function seenImport(id: string) {
  const [found] = await database()
    .select({ version: imports.version })
    .from(imports)
    .where(eq(imports.id, id));
  return { key: randomUUID(), id, version: found?.version ?? -1 };
}

/** The proposals of an import in their order, or the one at a position. */
export const candidatesOf = (id: string) =>
  database()
    .select()
    .from(importCandidates)
    .where(eq(importCandidates.importId, id))
    .orderBy(importCandidates.position);
export async function candidateAt(id: string, position: number) {
  const [found] = await database()
    .select()
    .from(importCandidates)
    .where(and(eq(importCandidates.importId, id), eq(importCandidates.position, position)));
  if (!found) throw new Error(`There is no proposal ${position}`);
  return { row: found, seen: { id: found.id, version: found.version } };
}
