import { integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { defaultLightThresholds } from "@/lib/domain/lights";
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
  dueSoonDays: integer().notNull().default(defaultLightThresholds.dueSoonDays),
  behindPoints: integer().notNull().default(defaultLightThresholds.behindPoints),
  farBehindPoints: integer().notNull().default(defaultLightThresholds.farBehindPoints),
  staleDays: integer().notNull().default(45),
  sortOrder: integer().notNull(),
});
