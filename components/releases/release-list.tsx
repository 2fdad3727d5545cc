import { useTranslations } from "next-intl";
import { BatchCheck } from "@/components/forms/batch-box";
import { Anchor } from "@/components/ui/anchor";
import { ShortDay } from "@/components/ui/day";
import { Provisional } from "@/components/ui/provisional";
import { useRefusalText } from "@/components/ui/refusal";
import { Table } from "@/components/ui/table";
import { type Day, dayIn } from "@/lib/domain/calendar/days";
import { isFor } from "@/lib/domain/people/permissions";
import type { Role } from "@/lib/domain/people/roles";
import type { Refusal } from "@/lib/domain/refusals";
import type { ListedRelease } from "@/lib/domain/releases";

type ListProps = {
  id: string;
  heading: string;
  count: number;
  /** Of each that waits, why whoever reads this may not decide on it. */
  releases: (ListedRelease & { refusal: Refusal | null })[];
  today: Day;
};

const columns = ["task", "kind", "unit", "approvedAt", "state"] as const;

/** What was approved and speaks to the public, with what was decided on it or the working days left; nothing if there is none. */
export function ReleaseList({ id, heading, count, releases, today }: ListProps) {
  const t = useTranslations();
  const say = useRefusalText();
  if (releases.length === 0) return null;
  return (
    <section aria-labelledby={id} data-total={count} className="mt-6">
      <h2 id={id} className="mb-2 text-lg font-bold">
        {heading}
      </h2>
      <Table
        caption={heading}
        columns={columns.map((name) => t(`work.release.columns.${name}`))}
        className="line-table"
      >
        {releases.map(({ id, kind, code, title, unit, approvedAt, refusal, ...state }) => (
          <tr key={id}>
            <td>
              <span className="flex items-start gap-2">
                <BatchCheck id={id} />
                <span>
                  <Anchor href={`/releases/${id}`} lang="zh-CN">
                    {code} {title}
                  </Anchor>
                  {refusal && <small className="block text-muted">{say(refusal)}</small>}
                </span>
              </span>
            </td>
            <td className="whitespace-nowrap">{t(`submissionKinds.${kind}`)}</td>
            <td lang="zh-CN">{unit}</td>
            <td className="whitespace-nowrap">
              <ShortDay day={dayIn(approvedAt)} today={today} />
            </td>
            <td className="whitespace-nowrap">
              <ReleaseState {...state} />
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

/** Whether something approved is public, in a word; while it waits, how long it may. */
export function ReleaseState({
  disclosure,
  withdrawnAt,
  workdaysLeft,
  dueOn,
}: Pick<ListedRelease, "disclosure" | "withdrawnAt" | "workdaysLeft" | "dueOn">) {
  const t = useTranslations("work.release");
  if (withdrawnAt) return <strong className="text-caution">{t("withdrawn")}</strong>;
  if (disclosure) return <span>{t(`disclosures.${disclosure}`)}</span>;
  return (
    <strong className={workdaysLeft < 0 ? "text-alarm" : "text-caution"}>
      {t(workdaysLeft < 0 ? "overdue" : "left", { days: Math.abs(workdaysLeft) })}
      <Provisional day={dueOn} />
    </strong>
  );
}

type Props = {
  release: Pick<ListedRelease, "id" | "disclosure" | "withdrawnAt" | "workdaysLeft" | "dueOn">;
  role: Role;
};

/** On the page of something approved: whether it is public, with the way to its release check for whoever may see that. */
export function ReleaseLine({ release, role }: Props) {
  const t = useTranslations("work.release");
  return (
    <p className="mb-4">
      {t(release.disclosure === null ? "waits" : "decision")}
      <ReleaseState {...release} />
      {isFor(role, "release.read") && (
        <>
          {" "}
          <Anchor href={`/releases/${release.id}`}>{t("open")}</Anchor>
        </>
      )}
    </p>
  );
}
