import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { ReadWarning } from "@/lib/domain/imports/blocks";
import type { ColumnRole } from "@/lib/domain/imports/candidates";
import type { SaidColumns } from "@/lib/domain/imports/columns";
import { changeDecisions, importStates, readStages } from "@/lib/domain/imports/imports";
import type { ReadFacts, SaidFacts } from "@/lib/domain/imports/said-facts";
import type { Refusal } from "@/lib/domain/refusals";
import { departments, users } from "./people";
import { registrations } from "./registrations";
import { tasks } from "./tasks";

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });
export const importStateEnum = pgEnum("import_state", importStates);
export const readStageEnum = pgEnum("read_stage", readStages);
export const changeDecisionEnum = pgEnum("change_decision", changeDecisions);

/** A moment. */
const at = () => timestamp({ withTimezone: true });

/**
 * Documents on their way in (文件导入): the file until it has been read, then its one canonical text for ever. Every place of
 * what is proposed lies in that text, which never changes: triggers see to both.
 */
export const imports = pgTable(
  "imports",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** Empty for pasted text. */
    name: text().notNull(),
    sha256: text().notNull(),
    size: integer().notNull(),
    bytes: bytea(),
    state: importStateEnum().notNull().default("reading"),
    stage: readStageEnum().notNull().default("waiting"),
    /** How often somebody began to read it. */
    attempts: integer().notNull().default(0),
    /** Why it could not be read. */
    refusal: jsonb().$type<Refusal>(),
    readerVersion: integer(),
    grammarVersion: integer(),
    text: text(),
    /** In UTF-16 units, as places count; a trigger sets it. */
    textLength: integer(),
    warnings: jsonb().$type<ReadWarning[]>().notNull().default([]),
    /** What the document says of itself, and what a person says instead. */
    facts: jsonb().$type<ReadFacts>(),
    corrected: jsonb().$type<SaidFacts>(),
    columns: jsonb().$type<SaidColumns[]>().notNull().default([]),
    /** The import that this is a second edition of. */
    editionOfId: uuid().references((): AnyPgColumn => imports.id),
    /** The draft that came of it. */
    registrationId: uuid().references(() => registrations.id, { onDelete: "set null" }),
    /** The office that it belongs to: the same file again leads to this one. */
    departmentId: uuid()
      .notNull()
      .references(() => departments.id),
    startedById: uuid()
      .notNull()
      .references(() => users.id),
    startedAt: at().notNull(),
    changedAt: at().notNull(),
    isDemo: boolean().notNull().default(false),
    version: integer().notNull().default(0),
  },
  (t) => [
    uniqueIndex("imports_once")
      .on(t.departmentId, t.sha256)
      .where(sql`${t.state} in ('reading', 'read', 'confirmed')`),
    index().on(t.changedAt),
    index().on(t.startedById, t.startedAt),
    check("imports_bytes", sql`${t.bytes} is null or ${t.state} = 'reading'`),
    check("imports_refused", sql`(${t.state} = 'refused') = (${t.refusal} is not null)`),
    check(
      "imports_read",
      sql`${t.state} not in ('read', 'confirmed') or (${t.text} is not null and ${t.facts} is not null)`,
    ),
  ],
);

/** The import that a row is of, and goes with. */
export const importId = () =>
  uuid()
    .notNull()
    .references(() => imports.id, { onDelete: "cascade" });

/** What stands where in the text of an import, in the order of reading. */
export const documentBlocks = pgTable(
  "document_blocks",
  {
    importId: importId(),
    position: integer().notNull(),
    startsAt: integer().notNull(),
    endsAt: integer().notNull(),
    page: integer(),
    /** Of a paragraph that the file's own style makes a heading. */
    outline: integer(),
    /** Of a cell; null for a paragraph. */
    tableNumber: integer(),
    rowNumber: integer(),
    columnNumber: integer(),
    address: text(),
    isMerged: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.position] }),
    check(
      "document_blocks_cell",
      sql`num_nulls(${t.tableNumber}, ${t.rowNumber}, ${t.columnNumber}) in (0, 3)`,
    ),
  ],
);

/** What the columns of a table with this head are for, as a unit's people last put it right. */
export const importMappings = pgTable(
  "import_mappings",
  {
    departmentId: uuid()
      .notNull()
      .references(() => departments.id),
    head: text().notNull(),
    roles: jsonb().$type<(ColumnRole | null)[]>().notNull(),
    setById: uuid()
      .notNull()
      .references(() => users.id),
    setAt: at().notNull(),
  },
  (t) => [primaryKey({ columns: [t.departmentId, t.head] })],
);

/** What somebody made of a clause that a second edition changes, for a task that quotes it. */
export const editionDecisions = pgTable(
  "edition_decisions",
  {
    importId: importId(),
    taskId: uuid()
      .notNull()
      .references(() => tasks.id),
    decision: changeDecisionEnum().notNull(),
    note: text().notNull(),
    decidedById: uuid()
      .notNull()
      .references(() => users.id),
    decidedAt: at().notNull(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.taskId] })],
);
