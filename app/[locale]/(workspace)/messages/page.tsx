import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { NotificationItem } from "@/components/notification-item";
import { NotificationMail } from "@/components/notification-mail";
import { NotificationMarkAll } from "@/components/notification-mark-all";
import { Pages } from "@/components/pages";
import { Anchor } from "@/components/ui/anchor";
import { ownAccount } from "@/db/queries/accounts";
import { countNotifications, listNotifications } from "@/db/queries/notifications";
import { mailSettings } from "@/lib/env";
import { requireActor } from "@/lib/session";
import { read } from "./actions";

const pageSize = 50;
const query = z.object({
  unread: z.literal("1").optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.messages"))("title") };
}

export default async function MessagesPage({ searchParams }: Props) {
  const { unread, page: asked } = query.parse(await searchParams);
  const actor = await requireActor(addressOf(unread, asked));
  const [all, left] = await Promise.all([
    countNotifications(actor, { unread: false }),
    countNotifications(actor, { unread: true }),
  ]);
  const pages = Math.max(1, Math.ceil((unread ? left : all) / pageSize));
  const page = Math.min(asked, pages);
  const place = { limit: pageSize, offset: (page - 1) * pageSize };
  const shown = await listNotifications(actor, { unread: Boolean(unread), ...place });
  const t = await getTranslations("work.messages");
  const choices = [
    { href: "/messages", label: t("all", { count: all }), isHere: !unread },
    { href: "/messages?unread=1", label: t("onlyUnread", { count: left }), isHere: unread },
  ];
  return (
    <>
      <h1 className="mb-1 text-2xl font-bold">{t("title")}</h1>
      <NotificationMail state={await mailState(actor)} />
      <div className="my-3 flex flex-wrap items-center justify-between gap-3">
        <nav aria-label={t("choice")} className="flex gap-x-5">
          {choices.map(({ href, label, isHere }) => (
            <Anchor
              key={href}
              href={href}
              aria-current={isHere ? "page" : undefined}
              className="inline-flex min-h-11 items-center aria-[current]:font-semibold aria-[current]:no-underline"
            >
              {label}
            </Anchor>
          ))}
        </nav>
        {left > 0 && <NotificationMarkAll markRead={read} />}
      </div>
      {shown.length === 0 ? (
        <p className="py-6">{t(unread ? "noneUnread" : "none")}</p>
      ) : (
        <ul className="divide-y divide-line border border-line bg-paper">
          {shown.map((notification) => (
            <NotificationItem key={notification.id} notification={notification} markRead={read} />
          ))}
        </ul>
      )}
      <Pages page={page} pages={pages} hrefOf={(number) => addressOf(unread, number)} />
    </>
  );
}

function addressOf(unread: "1" | undefined, page: number): string {
  const search = new URLSearchParams({ ...(unread && { unread }), page: String(page) });
  return `/messages?${search}`;
}

async function mailState(actor: Parameters<typeof ownAccount>[0]) {
  if (!mailSettings()) return "off";
  return (await ownAccount(actor)).email ? "on" : "no_address";
}
