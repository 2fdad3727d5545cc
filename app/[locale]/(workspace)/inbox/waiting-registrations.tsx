import { useTranslations } from "next-intl";
import { Waiting } from "@/components/registrations/waiting";
import type { officeWaiting } from "@/db/queries/inbox/office";

type Props = Pick<Awaited<ReturnType<typeof officeWaiting>>, "drafts" | "corrections">;

/** What waits for a person that belongs to no task yet: drafts to confirm, and corrections as the second person. */
export function WaitingRegistrations({ drafts, corrections }: Props) {
  const r = useTranslations("work.registration");
  const c = useTranslations("work.correction");
  return (
    <>
      <Waiting
        id="drafts-to-confirm"
        title={r("inboxTitle")}
        rows={drafts.rows.map(({ id, title, tasks }) => ({
          ...{ id, title, href: `/registrations/${id}/preview` },
          note: r("tasks", { count: tasks }),
        }))}
        total={drafts.total}
        more={{
          href: "/registrations?status=proposed",
          label: r("inboxMore", { total: drafts.total }),
        }}
      />
      <Waiting
        id="corrections-to-confirm"
        title={c("inboxTitle")}
        rows={corrections.rows.map(({ id, name, title, reason }) => ({
          ...{ id, title: `${name} ${title}`, href: `/corrections/${id}` },
          note: reason,
        }))}
        total={corrections.total}
        more={{
          href: "/corrections?waiting=1",
          label: c("inboxMore", { total: corrections.total }),
        }}
      />
    </>
  );
}
