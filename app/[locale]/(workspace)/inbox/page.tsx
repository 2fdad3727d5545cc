import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { DoneAndNext } from "@/components/inbox/done-and-next";
import { InboxEmpty, InboxSection } from "@/components/inbox/inbox-section";
import { OfficeWaiting } from "@/components/inbox/office-waiting";
import { StartNotice } from "@/components/site/start-checklist";
import { type InboxPart, inbox } from "@/db/queries/inbox/inbox";
import { officeWaiting } from "@/db/queries/inbox/office";
import { startFacts } from "@/db/queries/site/getting-started";
import { requireActor } from "@/lib/auth/session";
import { currentDay } from "@/lib/clock";
import { countToDo, inboxSections } from "@/lib/domain/inbox";
import type { Query } from "@/lib/domain/inputs";
import { countedOf } from "@/lib/domain/paging";
import { homeOf } from "@/lib/domain/people/home";
import { isFor } from "@/lib/domain/people/permissions";
import { localePath } from "@/messages/locales";
import { findNext } from "../next-action";
import { LeaderPage } from "./leader-page";
import { actions, SectionPage } from "./section-page";
import { WaitingRegistrations } from "./waiting-registrations";

type Props = { searchParams: Promise<Query> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.inbox"))("title") };
}

export default async function InboxPage({ searchParams }: Props) {
  const actor = await requireActor();
  if (homeOf(actor.role) !== "/inbox") redirect(localePath(await getLocale(), homeOf(actor.role)));
  const query = await searchParams;
  if (isFor(actor.role, "instruction.write")) return <LeaderPage actor={actor} query={query} />;
  const today = await currentDay();
  const list = inboxSections.find((each) => each === query.list);
  if (list) return <SectionPage actor={actor} section={list} page={query.page} />;
  const [sections, office, start] = await Promise.all([
    inbox(actor, today),
    officeWaiting(actor, today),
    startFacts(actor, today),
  ]);
  const t = await getTranslations("work.inbox");
  const toDo = countToDo(sections);
  const count = office.count + toDo.count;
  const isEmpty = office.count + sections.length === 0;
  return (
    <>
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <DoneAndNext findNext={findNext} />
      {start && <StartNotice facts={start} role={actor.role} />}
      <p data-total={count} className="text-muted">
        {t("summary", { ...toDo, count })}
      </p>
      <WaitingRegistrations drafts={office.drafts} corrections={office.corrections} />
      {isEmpty && <InboxEmpty role={actor.role} />}
      <OfficeWaiting instructions={office.instructions} followUps={office.followUps} />
      {sections.length > 1 && (
        <ul className="my-3 flex flex-wrap gap-x-5">
          {sections.map(({ section, count, more }) => (
            <li key={section}>
              <a
                href={`#${section}`}
                data-count={count}
                className="inline-flex min-h-8 items-center"
              >
                {t("counts", { section: t(`sections.${section}`), count, more })}
              </a>
            </li>
          ))}
        </ul>
      )}
      {withBatches(sections).map((part) => (
        <InboxSection key={part.section} {...part} today={today} actions={actions} />
      ))}
    </>
  );
}

/** The sections that are worked in batches stay on the page when a batch has emptied them, to tell what became of it. */
function withBatches(sections: InboxPart[]): InboxPart[] {
  const missing = (["to_decide", "to_receive", "chased"] as const)
    .filter((name) => !sections.some(({ section }) => section === name))
    .map((section) => ({ section, ...countedOf(0), items: [] }));
  return [...missing, ...sections];
}
