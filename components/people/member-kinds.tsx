"use client";
import { useTranslations } from "next-intl";
import type { UseFormRegisterReturn } from "react-hook-form";
import type { Option } from "@/components/ui/field";

type Props = {
  /** The form's own, of a form that has this field. */
  register: (name: "memberKinds") => UseFormRegisterReturn;
  kinds: Option[];
};

/** For whom a collective (11 市) stands: the units of these kinds below the unit that it is below. */
export function MemberKinds({ register, kinds }: Props) {
  const t = useTranslations("work.departments");
  return (
    <fieldset>
      <legend className="font-bold">{t("memberKinds")}</legend>
      <p className="text-sm text-muted">{t("form.memberKindsHint")}</p>
      <div className="flex flex-wrap gap-x-5">
        {kinds
          .filter(({ value }) => value !== "collective")
          .map(({ value, label }) => (
            <label key={value} className="flex min-h-11 items-center gap-2">
              <input
                {...register("memberKinds")}
                type="checkbox"
                value={value}
                className="size-5 shrink-0"
              />
              {label}
            </label>
          ))}
      </div>
    </fieldset>
  );
}
