"use server";
import { setRetention } from "@/db/mutations/system/retention";
import { action } from "@/lib/actions/action";
import { setRetentionSchema } from "@/lib/domain/system";

export const set = action(
  { permission: "site.configure", schema: setRetentionSchema },
  setRetention,
);
