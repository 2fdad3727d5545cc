import { sql } from "drizzle-orm";
import { check, date, index, integer, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";

export const excludedKinds = [
  "statistics",
  "heading",
  "caption",
  "company_news",
  "past_results",
  "project_news",
  "slogan",
] as const;
export const excludedKindEnum = pgEnum("excluded_kind", excludedKinds);

/** What was published: a newspaper page, or a bulletin. Documents are passages of it. */
export const sourcePages = pgTable("source_pages", {
  id: uuid().primaryKey().defaultRandom(),
  name: text().notNull().unique(),
  note: text(),
  publishedOn: date().notNull(),
  text: text().notNull(),
});

export const documents = pgTable("documents", {
  id: uuid().primaryKey().defaultRandom(),
  slug: text().notNull().unique(),
  /** The page that it is a passage of; null for one that was typed in by itself. */
  sourcePageId: uuid().references(() => sourcePages.id),
  title: text().notNull(),
  titleNote: text(),
  kind: text().notNull(),
  issuer: text().notNull(),
  issuerNote: text(),
  documentNumber: text(),
  documentNumberNote: text(),
  datedOn: date(),
  dateNote: text(),
  publishedOn: date().notNull(),
  text: text().notNull(),
  sortOrder: integer().notNull(),
});

/** Passages of a page that are no directive, with the reason (未立项内容). */
export const excludedPassages = pgTable(
  "excluded_passages",
  {
    id: uuid().primaryKey().defaultRandom(),
    sourcePageId: uuid()
      .notNull()
      .references(() => sourcePages.id),
    kind: excludedKindEnum().notNull(),
    title: text().notNull(),
    quote: text().notNull(),
    reason: text().notNull(),
    quoteStart: integer().notNull(),
    quoteEnd: integer().notNull(),
    sortOrder: integer().notNull(),
  },
  (t) => [
    index().on(t.sourcePageId),
    check("excluded_place", sql`0 <= ${t.quoteStart} and ${t.quoteStart} < ${t.quoteEnd}`),
  ],
);

/** Statistics of a page: background to read beside the tasks, never their progress. */
export const contextIndicators = pgTable(
  "context_indicators",
  {
    id: uuid().primaryKey().defaultRandom(),
    sourcePageId: uuid()
      .notNull()
      .references(() => sourcePages.id),
    name: text().notNull(),
    value: text().notNull(),
    unit: text().notNull(),
    period: text(),
    quote: text().notNull(),
    quoteStart: integer().notNull(),
    quoteEnd: integer().notNull(),
    sortOrder: integer().notNull(),
  },
  (t) => [
    index().on(t.sourcePageId),
    check("indicator_place", sql`0 <= ${t.quoteStart} and ${t.quoteStart} < ${t.quoteEnd}`),
  ],
);
