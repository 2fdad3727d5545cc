import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import {
  CloseUnitForm,
  MergeUnitForm,
  MoveUnitForm,
  SplitUnitForm,
} from "@/components/people/unit-act-forms";
import { EditUnitForm, RenameUnitForm } from "@/components/people/unit-edit-forms";
import type { UnitAct } from "@/components/people/unit-facts";
import { UnitChoice } from "@/components/people/unit-list";
import { MergePreview, OpenPreview } from "@/components/people/unit-preview";
import { Anchor } from "@/components/ui/anchor";
import { buttonStyle } from "@/components/ui/button";
import { RefusalNotice } from "@/components/ui/refusal";
import { openUnit, type UnitPage, unitPeople, unitTasks } from "@/db/queries/people/unit-page";
import { findUnits } from "@/db/queries/people/unit-tree";
import { currentDay } from "@/lib/clock";
import { memberKindsOf } from "@/lib/domain/people/departments";
import type { Actor } from "@/lib/domain/people/roles";
import { splitLimit } from "@/lib/domain/people/unit-inputs";
import { openThings, placeRefusal } from "@/lib/domain/people/unit-rules";
import { close, edit, merge, move, rename, split } from "../../actions";
import { kindOptions } from "../../unit-kinds";
import { contactOf } from "../kept-unit";

type Asked = {
  actor: Actor;
  unit: UnitPage;
  path: string;
  /** The code of the unit that was chosen, if one was. */
  target: string;
  q: string;
};

/** What each page shows under its heading. */
export const actPages: Record<UnitAct, (asked: Asked) => Promise<ReactNode>> = {
  edit: async ({ unit }) => {
    const { kind, memberKinds, sortOrder, aliases, contactIsPublic } = unit;
    const said = Object.fromEntries(
      Object.entries(contactOf(unit)).map(([field, text]) => [field, text ?? ""]),
    ) as Record<keyof ReturnType<typeof contactOf>, string>;
    const facts = {
      ...{ kind, memberKinds: memberKindsOf(kind, memberKinds ?? []) ?? [], sortOrder, aliases },
      ...{ ...said, nameEn: unit.nameEn ?? "", isPublic: contactIsPublic },
    };
    return (
      <EditUnitForm unit={{ ...seenOf(unit), ...facts }} kinds={await kindOptions()} edit={edit} />
    );
  },
  rename: async ({ unit }) => {
    const names = { name: unit.name, shortName: unit.shortName ?? "" };
    return (
      <RenameUnitForm
        unit={{ ...seenOf(unit), ...names }}
        today={await currentDay()}
        rename={rename}
      />
    );
  },
  move: MovePage,
  merge: MergePage,
  split: SplitPage,
  close: async ({ unit }) => {
    const t = await getTranslations("work.departments.preview");
    if (openThings.some((thing) => unit.open[thing] > 0))
      return <OpenPreview code={unit.code} open={unit.open} />;
    return (
      <CloseUnitForm unit={seenOf(unit)} hint={t("close", { unit: unit.name })} close={close} />
    );
  },
};

const seenOf = ({ code, version }: UnitPage) => ({ code, version });
/** The address that means the top, where no unit can be. */
const top = "-";

async function MovePage({ actor, unit, path, target, q }: Asked) {
  const t = await getTranslations("work.departments");
  if (!target)
    return (
      <UnitChoice {...{ path, q }} found={await found(actor, unit, q)} hint={t("choose.moveHint")}>
        {unit.parentId !== null && !placeRefusal(actor, null) && (
          <Anchor href={`${path}?target=${top}`} className={buttonStyle("plain")}>
            {t("choose.toTop")}
          </Anchor>
        )}
      </UnitChoice>
    );
  const parent = target === top ? null : await openUnit(actor, target);
  if (parent === undefined) notFound();
  const preview = t("preview.move", { unit: unit.name, parent: parent?.name ?? "none" });
  return (
    <>
      <MoveUnitForm
        unit={seenOf(unit)}
        parentCode={parent?.code ?? null}
        preview={preview}
        move={move}
      />
      <Again path={path} />
    </>
  );
}

async function MergePage({ actor, unit, path, target, q }: Asked) {
  const t = await getTranslations("work.departments");
  if (!target)
    return (
      <UnitChoice
        {...{ path, q }}
        found={await found(actor, unit, q)}
        hint={t("choose.mergeHint")}
      />
    );
  const into = await openUnit(actor, target);
  if (!into) notFound();
  const { leads, cooperates, people, children } = unit.open;
  return (
    <>
      <MergePreview unit={unit} into={into.name} open={unit.open} />
      <MergeUnitForm
        unit={seenOf(unit)}
        target={{ intoCode: into.code, moves: { leads, cooperates, people, children } }}
        hint={t("preview.history", { unit: unit.name })}
        merge={merge}
      />
      <Again path={path} />
    </>
  );
}

async function SplitPage({ actor, unit }: Asked) {
  const refusal = placeRefusal(actor, unit.parentId);
  if (refusal) return <RefusalNotice refusal={refusal} />;
  const [tasks, people, kinds, t] = await Promise.all([
    unitTasks(actor, unit.id, 1, splitLimit),
    unitPeople(actor, unit.id, 1, splitLimit),
    kindOptions(),
    getTranslations("work.departments"),
  ]);
  const notes = [unit.tasks, unit.open.people].flatMap((count) =>
    count > splitLimit ? t("split.more", { max: splitLimit, count }) : [],
  );
  const about = { ...seenOf(unit), name: unit.name };
  return <SplitUnitForm unit={about} {...{ kinds, tasks, people, notes, split }} />;
}

/** Open units of these words, but for the unit itself. */
async function found(actor: Actor, unit: UnitPage, q: string) {
  const units = q ? await findUnits(actor, q) : [];
  return units.filter(({ code }) => code !== unit.code);
}

async function Again({ path }: { path: string }) {
  const t = await getTranslations("work.departments");
  return (
    <p className="mt-4">
      <Anchor href={path}>{t("choose.again")}</Anchor>
    </p>
  );
}
