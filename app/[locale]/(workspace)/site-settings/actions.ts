"use server";
import { configureSite } from "@/db/mutations/site";
import { action } from "@/lib/actions/action";
import { configureSiteSchema } from "@/lib/domain/site/settings";

export const configure = action(
  { permission: "site.configure", schema: configureSiteSchema },
  configureSite,
);
