"use server";
import { distributeTask } from "@/db/mutations/assignments/distribute";
import { previewParts } from "@/db/queries/assignments/parts";
import { action } from "@/lib/actions/action";
import { distributeSchema, previewPartsSchema } from "@/lib/domain/assignments/inputs";
import { dayIn } from "@/lib/domain/calendar/days";

/** Which parts there would be, before anything is written. */
export const preview = action(
  { permission: "task.assign", schema: previewPartsSchema },
  (actor, input, now) => previewParts(actor, input, dayIn(now)),
);

export const distribute = action(
  { permission: "task.assign", schema: distributeSchema },
  distributeTask,
);
