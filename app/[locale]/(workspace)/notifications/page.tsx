import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { NotificationMarkAll } from "@/components/notifications/notification-buttons";
import {
  NotificationChoices,
  NotificationItem,
  NotificationMail,
} from "@/components/notifications/notification-list";
import { Pages } from "@/components/ui/pages";
import { isMailOn } from "@/db/queries/mail";
import { countNotifications, listNotifications } from "@/db/queries/notifications/notifications";
import { ownNotificationTexts } from "@/db/queries/notifications/texts";
import { ownAccount } from "@/db/queries/people/people";
import { requireActor } from "@/lib/auth/session";
import type { Query } from "@/lib/domain/inputs";
import type { Actor } from "@/lib/domain/people/roles";
import { read } from "./actions";

const pageSize = 50;
const query = z.object({
  unread: z.literal("1").optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

type Props = { searchParams: Promise<Query> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.messages"))("title") };
}

export default async function NotificationsPage({ searchParams }: Props) {
  const { page: asked, ...choice } = query.parse(await searchParams);
  const actor = await requireActor();
  const isUnread = choice.unread !== undefined;
  const [all, unread] = await Promise.all([
    countNotifications(actor, { unread: false }),
    countNotifications(actor, { unread: true }),
  ]);
  const count = isUnread ? unread : all;
  const pages = Math.max(1, Math.ceil(count / pageSize));
  const page = Math.min(asked, pages);
  const place = { limit: pageSize, offset: (page - 1) * pageSize };
  const notifications = await listNotifications(actor, { unread: isUnread, ...place });
  const own = await ownNotificationTexts(await getLocale());
  const t = await getTranslations("work.messages");
  return (
    <>
      <h1 className="mb-1 text-2xl font-bold">{t("title")}</h1>
      <NotificationMail state={await mailState(actor)} />
      <div className="my-3 flex flex-wrap items-center justify-between gap-3">
        <NotificationChoices all={all} unread={unread} isUnread={isUnread} />
        {unread > 0 && <NotificationMarkAll markRead={read} />}
      </div>
      <div data-total={count}>
        {notifications.length === 0 ? (
          <p className="py-6">{t(isUnread ? "noneUnread" : "none")}</p>
        ) : (
          <ul className="divide-y divide-line border border-line bg-paper">
            {notifications.map((notification) => (
              <NotificationItem
                key={notification.id}
                notification={notification}
                own={own}
                markRead={read}
              />
            ))}
          </ul>
        )}
        <Pages page={page} pages={pages} hrefOf={(number) => addressOf(choice, number)} />
      </div>
    </>
  );
}

function addressOf(choice: { unread?: "1" }, page: number): string {
  const query = new URLSearchParams({ ...choice, ...(page > 1 && { page: String(page) }) });
  return query.size > 0 ? `/notifications?${query}` : "/notifications";
}

async function mailState(actor: Actor) {
  if (!(await isMailOn())) return "off";
  return (await ownAccount(actor)).email ? "on" : "no_address";
}
