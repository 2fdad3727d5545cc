import {
  customType,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { type SheetCounts, type SheetKind, sheetKinds } from "@/lib/domain/sheets/sheets";
import { users } from "./people";

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });
export const sheetKindEnum = pgEnum("sheet_kind", sheetKinds as [SheetKind, ...SheetKind[]]);

/**
 * Spreadsheets on their way in (导入): kept from the preview to the import, which reads these very bytes. One a person waits;
 * once it is imported the bytes go, and after a week the row.
 */
export const sheetUploads = pgTable(
  "sheet_uploads",
  {
    id: uuid().primaryKey(),
    kind: sheetKindEnum().notNull(),
    /** The plan by its slug or the draft by its id; empty for the whole office. */
    of: text().notNull(),
    name: text().notNull(),
    sha256: text().notNull(),
    size: integer().notNull(),
    bytes: bytea(),
    uploadedById: uuid()
      .notNull()
      .references(() => users.id),
    uploadedAt: timestamp({ withTimezone: true }).notNull(),
    importedAt: timestamp({ withTimezone: true }),
    counts: jsonb().$type<SheetCounts>(),
    /** The accounts that it made: whoever imported them gives out their start codes. */
    accountIds: uuid().array(),
  },
  (t) => [index().on(t.uploadedById), index().on(t.uploadedAt)],
);
