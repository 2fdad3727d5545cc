import { notFound } from "next/navigation";
import { z } from "zod";
import { unitNamesOf } from "@/db/queries/registrations/drafted";
import { registrationDetail } from "@/db/queries/registrations/registrations";
import { requirePermission } from "@/lib/auth/session";

/** A registration that this person may see, with the names of the units in it. */
export async function loadRegistration(id: string) {
  const actor = await requirePermission("plan.draft");
  if (!z.uuid().safeParse(id).success) notFound();
  const found = (await registrationDetail(actor, id)) ?? notFound();
  return { ...found, unitOf: await unitNamesOf(found.tasks) };
}
