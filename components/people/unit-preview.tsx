import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Notice } from "@/components/ui/notice";
import { type OpenCounts, type OpenThing, openThings } from "@/lib/domain/people/unit-rules";

/** Where on a unit's page each of its open things is listed. */
const places = {
  leads: "tasks",
  cooperates: "tasks",
  people: "people",
  children: "children",
  submissions: "others",
  countersigns: "others",
  bound: "others",
} as const satisfies Record<keyof OpenCounts, string>;

type ListProps = {
  code: string;
  open: OpenCounts;
  say: (thing: OpenThing, count: { count: number }) => string;
};

/** What of a unit is open, each with its number, leading to where it is listed. */
function OpenList({ code, open, say }: ListProps) {
  return (
    <ul className="list-disc pl-5">
      {openThings
        .filter((thing) => open[thing] > 0)
        .map((thing) => (
          <li key={thing}>
            <Anchor href={`/departments/${code}#${places[thing]}`} className="inline-block py-1">
              {say(thing, { count: open[thing] })}
            </Anchor>
          </li>
        ))}
    </ul>
  );
}

type MergeProps = { unit: { code: string; name: string }; into: string; open: OpenCounts };

/** What a merger moves, before it is made. */
export function MergePreview({ unit, into, open }: MergeProps) {
  const t = useTranslations("work.departments.preview");
  return (
    <section className="mb-4">
      <p className="font-semibold">{t("merge", { unit: unit.name, into })}</p>
      <OpenList code={unit.code} open={open} say={t} />
    </section>
  );
}

/** Why a unit cannot close yet: what is left, and where. */
export function OpenPreview({ code, open }: { code: string; open: OpenCounts }) {
  const t = useTranslations("work.departments.left");
  return (
    <Notice tone="caution" title={t("title")}>
      <OpenList code={code} open={open} say={t} />
      <p>{t("hint")}</p>
    </Notice>
  );
}
