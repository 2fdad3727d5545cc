import { integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { defaultReviewSteps, type ReviewStep } from "@/lib/domain/submissions";
import { documents } from "./documents";

/** A plan (方案) sets its own review steps and the thresholds of its lights. */
export const plans = pgTable("plans", {
  id: uuid().primaryKey().defaultRandom(),
  slug: text().notNull().unique(),
  documentId: uuid()
    .notNull()
    .references(() => documents.id),
  title: text().notNull(),
  shortTitle: text().notNull(),
  summary: text().notNull(),
  reviewSteps: jsonb().$type<ReviewStep[]>().notNull().default(defaultReviewSteps),
  dueSoonDays: integer().notNull().default(7),
  behindPoints: integer().notNull().default(10),
  farBehindPoints: integer().notNull().default(30),
  staleDays: integer().notNull().default(45),
  sortOrder: integer().notNull(),
});
