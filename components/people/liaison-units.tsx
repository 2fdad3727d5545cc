"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormWithConfirmation } from "@/components/forms/form-with-confirmation";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { WhenReady } from "@/components/ui/form";
import { RefusalNotice } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import type { LiaisonInput } from "@/lib/domain/people/account-inputs";
import type { ManagedPerson } from "@/lib/domain/people/directory";
import { type FindUnits, UnitField } from "./unit-field";

type Props = {
  person: ManagedPerson;
  set: Action<LiaisonInput, unknown>;
  findUnits: FindUnits;
};

/** 联络员: the units whose messages a person receives beside those of their own. */
export function LiaisonUnits(props: Props) {
  const t = useTranslations("work.people");
  return (
    <section aria-labelledby="account-liaison">
      <h2 id="account-liaison" className="text-lg font-bold">
        {t("liaison")}
      </h2>
      <p className="mb-2 text-sm text-muted">{t("liaisonHint")}</p>
      <FormWithConfirmation message={t("saved")}>
        {(onDone) => <Units {...props} onDone={onDone} />}
      </FormWithConfirmation>
    </section>
  );
}

function Units({ person, set, findUnits, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations("work.people");
  const [unitId, setUnitId] = useState("");
  const { run, busy, refusal } = useAction(set, onDone);
  const { id: userId, liaisonOf, state } = person;
  const isOut = state === "disabled" || state === "left";
  return (
    <WhenReady className="space-y-3">
      {refusal && <RefusalNotice refusal={refusal} />}
      {liaisonOf.length === 0 && <p className="text-muted">{t("liaisonNone")}</p>}
      <ul className="space-y-2">
        {liaisonOf.map((unit) => (
          <li
            key={unit.id}
            className="flex flex-wrap items-center justify-between gap-3 border border-line bg-paper p-3"
          >
            <span lang="zh-CN">{unit.name}</span>
            <Button
              tone="plain"
              disabled={busy}
              onClick={() => run({ userId, unitId: unit.id, isLiaison: false })}
            >
              {t("liaisonEnd")}
              <span className="sr-only"> {unit.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      {!isOut && (
        <div className="space-y-2">
          <UnitField
            id="liaisonUnit"
            label={t("liaisonUnit")}
            onChoose={setUnitId}
            find={findUnits}
          />
          <Button
            tone="plain"
            disabled={busy || unitId === ""}
            onClick={() => run({ userId, unitId, isLiaison: true })}
          >
            {t("liaisonAdd")}
          </Button>
        </div>
      )}
    </WhenReady>
  );
}
