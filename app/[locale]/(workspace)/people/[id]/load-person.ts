import { notFound } from "next/navigation";
import { managedPerson } from "@/db/queries/people/directory";
import { requirePermission } from "@/lib/auth/session";
import { currentDay } from "@/lib/clock";
import { idSchema } from "@/lib/domain/inputs";

/** The person an address names, for whoever keeps accounts. */
export async function loadPerson(params: Promise<{ id: string }>) {
  const { id } = await params;
  const actor = await requirePermission("account.manage");
  const today = await currentDay();
  const person = idSchema.safeParse(id).success ? await managedPerson(actor, id, today) : null;
  if (!person) notFound();
  return { actor, person, today };
}
