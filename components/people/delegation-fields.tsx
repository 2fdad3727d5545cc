"use client";
import { useTranslations } from "next-intl";
import { type UseFormReturn, useWatch } from "react-hook-form";
import { Field, inputStyle } from "@/components/ui/field";
import type { Day } from "@/lib/domain/calendar/days";
import { deputyRolesOf, principalRoles } from "@/lib/domain/people/delegations";
import type { DelegationInput } from "@/lib/domain/people/inputs";
import type { Role } from "@/lib/domain/people/roles";

export type DelegationPerson = {
  id: string;
  name: string;
  username: string;
  role: Role;
  departmentId: string;
  unit: string;
};
type Values = Omit<DelegationInput, "key">;
type Props = {
  sheet: UseFormReturn<Values>;
  people: DelegationPerson[];
  principalId: string | null;
  today: Day;
  errorOf: (field: keyof Values) => string | undefined;
};

/** The deputy is chosen from the principal's unit. Two people of one name are told apart by unit and user name. */
export function DelegationFields({ sheet, people, principalId, today, errorOf }: Props) {
  const t = useTranslations("work.account");
  const { register, control } = sheet;
  const chosenId = useWatch({ control, name: "principalId" });
  const principal = people.find(({ id }) => id === chosenId);
  const deputies = people.filter(
    ({ id, departmentId, role }) =>
      id !== chosenId &&
      departmentId === principal?.departmentId &&
      deputyRolesOf(principal.role).includes(role),
  );
  const principals = people.filter(({ role }) =>
    (principalRoles as readonly Role[]).includes(role),
  );
  return (
    <>
      {principalId === null && (
        <PersonField
          name="principalId"
          {...{ register, errorOf }}
          people={principals}
          hint={t("principalHint")}
        />
      )}
      <PersonField
        name="deputyId"
        {...{ register, errorOf }}
        people={deputies}
        hint={principal && deputies.length === 0 ? t("noDeputies") : t("deputyHint")}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        {(["startsOn", "endsOn"] as const).map((name) => (
          <Field key={name} id={name} label={t(name)} error={errorOf(name)}>
            {(described) => (
              <input
                {...described}
                {...register(name)}
                type="date"
                min={today}
                className={inputStyle}
              />
            )}
          </Field>
        ))}
      </div>
      <Field id="reason" label={t("reason")} hint={t("reasonHint")} error={errorOf("reason")}>
        {(described) => (
          <textarea {...described} {...register("reason")} rows={2} className={inputStyle} />
        )}
      </Field>
    </>
  );
}

type PersonFieldProps = Pick<Props, "people" | "errorOf"> & {
  name: "principalId" | "deputyId";
  hint: string;
  register: Props["sheet"]["register"];
};

function PersonField({ name, people, hint, register, errorOf }: PersonFieldProps) {
  const t = useTranslations();
  return (
    <Field id={name} label={t(`work.account.${name}`)} hint={hint} error={errorOf(name)}>
      {(described) => (
        <select {...described} {...register(name)} lang="zh-CN" className={inputStyle}>
          <option value="">{t("work.account.choose")}</option>
          {people.map(({ id, unit, name, role, username }) => (
            <option key={id} value={id}>
              {t("work.account.person", { unit, name, role: t(`roles.${role}`), username })}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
