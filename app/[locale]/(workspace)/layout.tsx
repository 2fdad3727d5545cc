import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PagePerson } from "@/components/forms/page-person";
import { DemoBanner } from "@/components/site/demo-banner";
import { DiskNotice } from "@/components/system/disk-notice";
import { HolidaysKnown } from "@/components/ui/provisional";
import { SessionWarning } from "@/components/work/session-warning";
import { WorkHeader } from "@/components/work/work-header";
import { holidaysKnownUntil } from "@/db/queries/calendar/years";
import { gapCount } from "@/db/queries/gaps/kept-count";
import { countNotifications } from "@/db/queries/notifications/notifications";
import { currentHolder } from "@/lib/auth/session";
import { currentDay, demoDay } from "@/lib/clock";
import { can } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { isDiskLow } from "@/lib/domain/system";
import { diskRoom } from "@/lib/system/disk-watch";
import { askLeft, stayOn } from "./session-actions";
import { SignOutButton } from "./sign-out-button";

/** What client components say; the rest of the catalog stays on the server. */
const clientNamespaces = [
  "work",
  "refusals",
  "validation",
  "roles",
  "status",
  "steps",
  "submissionKinds",
  "submissionStatus",
  "cycles",
  "ownerBasis",
  "deadline",
  "history",
  "levels",
  "raisedTo",
  "bases",
  "correctedFields",
  "deadlineKinds",
  "taskKinds",
  "gaps",
];

type Props = { children: ReactNode };

/** The frame of the workspace. It guards nothing: every page asks for its own person. */
export default async function WorkspaceLayout({ children }: Props) {
  const [holder, demo, messages, t] = await Promise.all([
    currentHolder(),
    demoDay(),
    getMessages(),
    getTranslations("site"),
  ]);
  const actor = holder && !holder.mustChangePassword ? holder.actor : null;
  const { room, knownUntil, unread, gaps } = actor ? await factsFor(actor) : nothing;
  const forClients = Object.fromEntries(
    Object.entries(messages).filter(([namespace]) => clientNamespaces.includes(namespace)),
  );
  return (
    <NextIntlClientProvider messages={forClients}>
      <a href="#main" className="sr-only focus:not-sr-only focus:block focus:bg-paper focus:p-3">
        {t("skip")}
      </a>
      <p className="bg-ink px-4 py-1 text-center text-sm text-paper">{t("notSecret")}</p>
      <DemoBanner demo={demo} mayAdvance={actor !== null && can(actor, "clock.advance")} />
      <WorkHeader person={actor} counts={{ unread, gaps }} signOut={holder && <SignOutButton />} />
      {holder && <SessionWarning askLeft={askLeft} stayOn={stayOn} />}
      <PagePerson pagePerson={holder?.actor.id ?? ""}>
        <main id="main" tabIndex={-1} className="mx-auto max-w-6xl px-4 py-6 outline-none">
          {room && isDiskLow(room) && <DiskNotice {...room} />}
          <HolidaysKnown until={knownUntil}>{children}</HolidaysKnown>
        </main>
      </PagePerson>
    </NextIntlClientProvider>
  );
}

const nothing = { room: null, knownUntil: 0, unread: 0, gaps: 0 };

/** What the frame says to whoever is signed in, asked for at once. */
async function factsFor(actor: Actor) {
  const [room, knownUntil, unread, gaps] = await Promise.all([
    can(actor, "system.watch") ? diskRoom() : null,
    holidaysKnownUntil(await currentDay()),
    countNotifications(actor, { unread: true }),
    gapCount(actor),
  ]);
  return { room, knownUntil, unread, gaps };
}
