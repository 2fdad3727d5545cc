import { getTranslations } from "next-intl/server";
import { DoneAndNext } from "@/components/inbox/done-and-next";
import { type InboxActions, InboxList } from "@/components/inbox/inbox-section";
import { Anchor } from "@/components/ui/anchor";
import { Pages } from "@/components/ui/pages";
import { inboxSection } from "@/db/queries/inbox/inbox";
import { currentDay } from "@/lib/clock";
import type { InboxSection } from "@/lib/domain/inbox";
import type { Query } from "@/lib/domain/inputs";
import { countedOf } from "@/lib/domain/paging";
import type { Actor } from "@/lib/domain/people/roles";
import { acknowledgeAll } from "../acknowledge-action";
import { findNext } from "../next-action";
import { receive, receiveAll } from "../receive-action";
import { approveAll } from "../reviews/batch-action";

/** What can be done in an inbox itself. */
export const actions: InboxActions = { receive, receiveAll, approveAll, acknowledgeAll };

type Props = { actor: Actor; section: InboxSection; page: Query[string] };

/** One section of 我的待办, whole, page by page. */
export async function SectionPage({ actor, section, page: asked }: Props) {
  const today = await currentDay();
  const [found, t] = await Promise.all([
    inboxSection(actor, today, section, asked),
    getTranslations("work.inbox"),
  ]);
  const nothing = { ...countedOf(0), items: [], page: 1, pages: 1 };
  const { count, more, items, page, pages } = found ?? nothing;
  return (
    <>
      <h1 className="text-2xl font-bold">
        {t("counts", { section: t(`sections.${section}`), count, more })}
      </h1>
      <DoneAndNext findNext={findNext} />
      <Anchor href="/inbox" className="inline-flex min-h-11 items-center">
        {t("back")}
      </Anchor>
      <div data-total={count}>
        <InboxList {...{ section, items, today, actions }} />
        <Pages page={page} pages={pages} hrefOf={(to) => `/inbox?list=${section}&page=${to}`} />
      </div>
    </>
  );
}
