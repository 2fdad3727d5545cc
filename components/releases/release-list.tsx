import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Moment } from "@/components/ui/day";
import { Provisional } from "@/components/ui/provisional";
import { isFor } from "@/lib/domain/people/permissions";
import type { Role } from "@/lib/domain/people/roles";
import type { ListedRelease } from "@/lib/domain/releases";

type ListProps = { id: string; heading: string; count: number; releases: ListedRelease[] };

/** What was approved and speaks to the public, with what was decided on it or the working days left; nothing if there is none. */
export function ReleaseList({ id, heading, count, releases }: ListProps) {
  const t = useTranslations();
  if (releases.length === 0) return null;
  return (
    <section aria-labelledby={id} data-total={count} className="mt-6">
      <h2 id={id} className="text-lg font-bold">
        {heading}
      </h2>
      <ul className="mt-2 divide-y divide-line border border-line bg-paper">
        {releases.map(({ id, kind, code, title, unit, approvedAt, ...state }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-2">
            <Anchor href={`/releases/${id}`} lang="zh-CN" className="flex-[1_1_16rem]">
              {code} {title}
            </Anchor>
            <span className="text-sm text-muted">
              {t(`submissionKinds.${kind}`)} · <span lang="zh-CN">{unit}</span> ·{" "}
              <Moment at={approvedAt} />
            </span>
            <ReleaseState {...state} />
          </li>
        ))}
      </ul>
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
