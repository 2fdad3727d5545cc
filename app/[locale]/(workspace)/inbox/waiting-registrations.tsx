import { getTranslations } from "next-intl/server";
import { Waiting } from "@/components/registrations/waiting";
import { correctionsToConfirm } from "@/db/queries/corrections";
import { registrationsToConfirm } from "@/db/queries/registrations/registrations";
import type { Actor } from "@/lib/domain/people/roles";

/** What waits for a person that belongs to no task yet: drafts to confirm, and corrections as the second person. */
export async function WaitingRegistrations({ actor }: { actor: Actor }) {
  const [drafts, corrections, r, c] = await Promise.all([
    registrationsToConfirm(actor),
    correctionsToConfirm(actor),
    getTranslations("work.registration"),
    getTranslations("work.correction"),
  ]);
  return (
    <>
      <Waiting
        title={r("inboxTitle")}
        rows={drafts.rows.map(({ id, title, tasks }) => ({
          ...{ id, title, href: `/registrations/${id}/preview` },
          note: r("tasks", { count: tasks }),
        }))}
        more={{
          href: "/registrations?status=proposed",
          label: r("inboxMore", { total: drafts.total }),
        }}
      />
      <Waiting
        title={c("inboxTitle")}
        rows={corrections.rows.map(({ id, name, title, reason }) => ({
          ...{ id, title: `${name} ${title}`, href: `/corrections/${id}` },
          note: reason,
        }))}
        more={{ href: "/corrections", label: c("inboxMore", { total: corrections.total }) }}
      />
    </>
  );
}
