"use server";
import { database } from "@/db/client";
import { withLoads } from "@/db/queries/assignments/unit-loads";
import { findUnits } from "@/db/queries/people/unit-options";
import { action } from "@/lib/actions/action";
import { dayIn } from "@/lib/domain/calendar/days";
import { findUnitsSchema } from "@/lib/domain/people/departments";

/** What a unit picker asks for while somebody types. */
export const find = action(
  { permission: "unit.find", schema: findUnitsSchema },
  async (actor, input, now) =>
    withLoads(actor, await findUnits(database(), actor, input), dayIn(now)),
);
