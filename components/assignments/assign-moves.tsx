import { useTranslations } from "next-intl";
import type { MovedBy } from "@/lib/domain/assignments/moved-by";
import type { AssignmentField } from "@/lib/domain/tasks/assignment";

type Props = {
  moved: MovedBy;
  changed: readonly AssignmentField[];
  units: readonly { id: string; name: string }[];
};

/** What an assignment moves beside its own fields, said before it is confirmed: in words, one line each. */
export function AssignMoves({ moved, changed, units }: Props) {
  const t = useTranslations();
  const say = useTranslations("work.assign.moves");
  const names = (ids: readonly string[]) =>
    ids.map((wanted) => units.find(({ id }) => id === wanted)?.name ?? wanted).join("、");
  const { voided, joining, leaving, restartsReceipt, setsBaseline, partsKept } = moved;
  const lines = [
    ...voided.map(({ unit, kind, status }) =>
      say("voided", {
        unit,
        kind: t(`submissionKinds.${kind}`),
        status: t(`submissionStatus.${status}`),
      }),
    ),
    joining.length > 0 && say("joining", { names: names(joining) }),
    leaving.length > 0 && say("leaving", { names: names(leaving) }),
    restartsReceipt && say("receipt"),
    setsBaseline && say("baseline"),
    changed.includes("cycle") && say("cycle"),
    partsKept > 0 && say(changed.includes("dueOn") ? "partsWithin" : "parts", { count: partsKept }),
  ].filter((line) => line !== false);
  if (lines.length === 0) return null;
  return (
    <div>
      <h3 className="font-semibold">{say("title")}</h3>
      <ul className="list-disc pl-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
