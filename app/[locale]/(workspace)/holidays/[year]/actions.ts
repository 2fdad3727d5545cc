"use server";
import { announceYear } from "@/db/mutations/calendar";
import { calendarEffects } from "@/db/queries/chasing/calendar-effects";
import { action } from "@/lib/actions/action";
import { dayIn } from "@/lib/domain/calendar/days";
import { announceYearSchema, previewYearSchema } from "@/lib/domain/calendar/years";

export const preview = action(
  { permission: "calendar.manage", schema: previewYearSchema },
  (actor, input, now) => calendarEffects(actor, input, dayIn(now)),
);
export const announce = action(
  { permission: "calendar.manage", schema: announceYearSchema },
  announceYear,
);
