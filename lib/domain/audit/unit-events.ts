import type { Day } from "@/lib/domain/calendar/days";

type Named = { code: string; name: string };
type UnitName = { name: string; shortName: string | null };

/** What happens to a unit. Names are copied, so that the history outlives the next one. */
export type UnitEvent =
  | { type: "unit.created"; unit: Named; after: { parent: string | null; kind: string } }
  | { type: "unit.edited"; unit: Named; before: object; after: object; changed: string[] }
  | {
      type: "unit.renamed";
      unit: Named;
      before: UnitName;
      after: UnitName;
      /** Null where the name was only mistyped. */
      fromOn: Day | null;
    }
  /** The day has come that a rename was set for. */
  | { type: "unit.name_came"; unit: Named; before: UnitName; after: UnitName }
  | {
      type: "unit.moved";
      unit: Named;
      before: { parent: string | null };
      after: { parent: string | null };
    }
  | { type: "unit.merged"; unit: Named; into: Named; moved: object; reason: string }
  | { type: "unit.split"; unit: Named; into: Named; moved: object; reason: string }
  | { type: "unit.closed"; unit: Named; reason: string }
  | { type: "unit.person_moved"; person: { id: string; name: string }; from: Named; to: Named };
