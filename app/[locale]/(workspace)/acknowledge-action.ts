"use server";
import { acknowledgeEscalation } from "@/db/mutations/chasing/escalations";
import { action } from "@/lib/actions/action";
import { batchAction } from "@/lib/actions/batch-action";
import { acknowledgeSchema } from "@/lib/domain/chasing/inputs";

const door = { permission: "escalation.acknowledge", schema: acknowledgeSchema } as const;

/** 知悉, from the task's page. */
export const acknowledge = action(door, acknowledgeEscalation);

/** 批量知悉, from the inbox: one text, each item by itself. */
export const acknowledgeAll = batchAction(door, acknowledgeEscalation);
