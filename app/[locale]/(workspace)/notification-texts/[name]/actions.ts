"use server";
import { setNotificationText } from "@/db/mutations/notifications/texts";
import { action } from "@/lib/actions/action";
import { setNotificationTextSchema } from "@/lib/domain/notifications/texts";

export const set = action(
  { permission: "notification.word", schema: setNotificationTextSchema },
  setNotificationText,
);
