import { notFound } from "next/navigation";
import { cache } from "react";
import { loadUnitPage, type UnitPage } from "@/db/queries/people/unit-page";
import { requirePermission } from "@/lib/auth/session";
import type { Contact } from "@/lib/domain/people/departments";

/** A unit and who keeps it, for a page of it; one of another looks as if it were not there. Asked once a request. */
export const keptUnit = cache(async (code: string) => {
  const actor = await requirePermission("unit.manage");
  const unit = await loadUnitPage(actor, code);
  if (!unit) notFound();
  return { actor, unit };
});

export function contactOf(unit: UnitPage): Contact {
  const { contactOffice: office, contactPhone: phone, contactAddress: address } = unit;
  const { contactEmail: email, contactHours: hours } = unit;
  return { office, phone, address, email, hours };
}
