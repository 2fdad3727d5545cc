import { sql } from "drizzle-orm";
import { candidateOwners } from "@/db/schema/import-candidates";
import { imports } from "@/db/schema/imports";

/** The words at a place of the import's text, as the database cuts them: places count UTF-16 units. */
export const wordsAt = (start: unknown, end: unknown) =>
  sql<string>`public.utf16_slice(${imports.text}, ${start}, ${end})`;

/** What the document calls an owner. */
export const ownerWords = wordsAt(candidateOwners.startsAt, candidateOwners.endsAt);
