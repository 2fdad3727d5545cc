"use server";
import { markRead } from "@/db/mutations/notifications/notifications";
import { action } from "@/lib/actions/action";
import { markReadSchema } from "@/lib/domain/notifications/notifications";

export const read = action({ permission: "notification.read", schema: markReadSchema }, markRead);
