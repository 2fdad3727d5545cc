import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor } from "@/components/ui/anchor";
import { buttonStyle } from "@/components/ui/button";
import { useDay } from "@/components/ui/day";
import { Fact, Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import type { Day as DayValue } from "@/lib/domain/calendar/days";
import {
  type Contact,
  contactFields,
  type DepartmentKind,
  type UnitLevel,
} from "@/lib/domain/people/departments";
import { everSince } from "@/lib/domain/people/unit-rules";

/** Another unit, and whether whoever reads keeps that, too: only then it has a page for them. */
type Other = { code: string; name: string; isKept: boolean };
type Unit = {
  code: string;
  name: string;
  shortName: string | null;
  aliases: string[];
  kind: DepartmentKind;
  nameEn: string | null;
  memberKinds: DepartmentKind[] | null;
  level: UnitLevel;
  sortOrder: number;
  way: Other[];
  names: { fromOn: DayValue; name: string }[];
  closedOn: DayValue | null;
  successor: Other | null;
};

/** What a closed unit has become; nothing of one that is there. */
export function ClosedNote({ closedOn, successor }: Pick<Unit, "closedOn" | "successor">) {
  const t = useTranslations("work.departments");
  const day = useDay();
  if (closedOn === null) return null;
  return (
    <Notice tone="caution">
      {successor ? (
        <>
          <p>{t("mergedNote", { day: day(closedOn), into: successor.name })}</p>
          {successor.isKept && (
            <Anchor href={`/departments/${successor.code}`} lang="zh-CN">
              {successor.name}
            </Anchor>
          )}
        </>
      ) : (
        <p>{t("closedNote", { day: day(closedOn) })}</p>
      )}
    </Notice>
  );
}

/** What is kept of a unit, and what it was called when. */
export function UnitFacts({ unit }: { unit: Unit }) {
  const t = useTranslations("work.departments");
  const kindOf = useTranslations("units.kinds");
  const parent = unit.way.at(-1);
  return (
    <>
      <Facts>
        <Fact label={t("kind")}>{kindOf(unit.kind)}</Fact>
        {unit.kind === "collective" && (
          <Fact label={t("memberKinds")}>
            {unit.memberKinds?.map((kind) => kindOf(kind)).join("、") ?? t("none")}
          </Fact>
        )}
        <Fact label={t("level")}>{t(`levels.${unit.level}`)}</Fact>
        <Fact label={t("parent")}>
          {parent?.isKept ? (
            <Anchor href={`/departments/${parent.code}`} lang="zh-CN">
              {parent.name}
            </Anchor>
          ) : (
            <span lang={parent && "zh-CN"}>{parent?.name ?? t("noParent")}</span>
          )}
        </Fact>
        <Fact label={t("shortName")}>
          <Said text={unit.shortName} />
        </Fact>
        <Fact label={t("nameEn")}>
          <span lang={unit.nameEn ? "en" : undefined}>{unit.nameEn ?? t("none")}</span>
        </Fact>
        <Fact label={t("aliases")}>
          <Said text={unit.aliases.join("、")} />
        </Fact>
        <Fact label={t("order")}>{unit.sortOrder}</Fact>
        <Fact label={t("code")}>{unit.code}</Fact>
      </Facts>
      <h2 className="mt-6 mb-1 text-lg font-bold">{t("names")}</h2>
      <ul>
        {unit.names.map(({ fromOn, name }) => (
          <li key={fromOn} className="py-1">
            <span lang="zh-CN">{name}</span>
            <small className="ml-2 text-muted">
              <Since day={fromOn} />
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}

function Since({ day }: { day: DayValue }) {
  const t = useTranslations("work.departments");
  const text = useDay();
  return day === everSince ? t("nameEver") : t("nameFrom", { day: text(day) });
}

function Said({ text }: { text: string | null }) {
  const t = useTranslations("work.departments");
  return text ? <span lang="zh-CN">{text}</span> : <span className="text-muted">{t("none")}</span>;
}

/** How a unit is reached, and whether citizens are told. */
export function UnitContact({ contact, isPublic }: { contact: Contact; isPublic: boolean }) {
  const t = useTranslations("work.departments");
  return (
    <section aria-labelledby="contact">
      <h2 id="contact" className="mb-1 text-lg font-bold">
        {t("contact")}
      </h2>
      <p className="text-sm text-muted">{t(isPublic ? "contactPublic" : "contactPrivate")}</p>
      <Facts>
        {contactFields.map((field) => (
          <Fact key={field} label={t(`contactFields.${field}`)}>
            <Said text={contact[field]} />
          </Fact>
        ))}
      </Facts>
    </section>
  );
}

const acts = ["edit", "rename", "move", "split", "merge", "close"] as const;
export type UnitAct = (typeof acts)[number];
export const unitActs: readonly UnitAct[] = acts;

/** What can be done with a unit, each on a page of its own. */
export function UnitActs({ code }: { code: string }) {
  const t = useTranslations("work.departments");
  return (
    <nav aria-label={t("acts.label")} className="my-4 flex flex-wrap gap-2">
      {acts.map((act) => (
        <Anchor key={act} href={`/departments/${code}/${act}`} className={buttonStyle("plain")}>
          {t(`acts.${act}`)}
        </Anchor>
      ))}
      <Anchor href={`/departments/new?under=${code}`} className={buttonStyle("plain")}>
        {t("newUnder")}
      </Anchor>
    </nav>
  );
}

type ListProps = {
  id: "tasks" | "people" | "children";
  count: number;
  hint?: string;
  empty: string;
  children: ReactNode;
  pages: ReactNode;
};

/** One of a unit's lists under its number; the address of the number leads here. */
export function UnitSection({ id, count, hint, empty, children, pages }: ListProps) {
  const t = useTranslations("work.departments");
  return (
    <section aria-labelledby={id} data-total={count} className="mt-8">
      <h2 id={id} className="text-lg font-bold">
        {t(id, { count })}
      </h2>
      {hint && <p className="text-sm text-muted">{hint}</p>}
      {count === 0 ? (
        <p className="py-2 text-muted">{empty}</p>
      ) : (
        <ul className="mt-1 divide-y divide-line border border-line bg-paper">{children}</ul>
      )}
      {pages}
    </section>
  );
}
