"use server";
import { configureSite } from "@/db/mutations/site";
import { findPlans } from "@/db/queries/plans";
import { action } from "@/lib/actions/action";
import { findPlansSchema } from "@/lib/domain/plans";
import { configureSiteSchema } from "@/lib/domain/site/settings";

export const configure = action(
  { permission: "site.configure", schema: configureSiteSchema },
  configureSite,
);
export const find = action(
  { permission: "site.configure", schema: findPlansSchema },
  (actor, { words }) => findPlans(actor, words),
);
