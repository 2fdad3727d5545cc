"use server";
import { configurePlan } from "@/db/mutations/plans";
import { action } from "@/lib/actions/action";
import { configurePlanSchema } from "@/lib/domain/plans";

export const configure = action(
  { permission: "plan.configure", schema: configurePlanSchema },
  configurePlan,
);
