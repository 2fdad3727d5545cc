"use server";
import { placeOf } from "@/components/inbox/destinations";
import { nextWaiting } from "@/db/queries/inbox/inbox";
import { action } from "@/lib/actions/action";
import { dayIn } from "@/lib/domain/calendar/days";
import { nextSchema } from "@/lib/domain/inbox";

/** 下一件: what a page that says what was done leads on to. */
export const findNext = action(
  { permission: "task.view", schema: nextSchema },
  async (actor, { from }, now) => {
    const found = await nextWaiting(actor, dayIn(now), from);
    if (!found) return null;
    const { section, count, more, item } = found;
    const { code, title } = item.task;
    return { section, count, more, href: placeOf(section, item), code, title };
  },
);
