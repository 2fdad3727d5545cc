import { useTranslations } from "next-intl";
import { Field, inputStyle } from "@/components/ui/field";
import { FilterSelect, type Option, option } from "@/components/ui/filter-select";
import { LightShape } from "@/components/ui/light-tag";
import type { Search } from "@/lib/domain/public/public-search";
import { lights } from "@/lib/domain/tasks/lights";

export function Choice({
  name,
  search,
  options,
}: {
  name: "plan" | "unit" | "city" | "due";
  search: Search;
  options: Option[];
}) {
  const t = useTranslations("find");
  return (
    <FilterSelect
      name={name}
      label={t(name)}
      value={search[name]}
      options={[option("", t("all")), ...options]}
    />
  );
}

export function DayField({ name, value }: { name: "from" | "to"; value: string }) {
  const t = useTranslations("find");
  return (
    <Field id={name} label={t(name)}>
      {(described) => (
        <input {...described} type="date" name={name} defaultValue={value} className={inputStyle} />
      )}
    </Field>
  );
}

export function LightBoxes({ chosen }: { chosen: Search["light"] }) {
  const t = useTranslations();
  return (
    <fieldset className="mt-3">
      <legend className="font-semibold">{t("find.light")}</legend>
      <div className="flex flex-wrap gap-x-5">
        {lights.map((light) => (
          <label key={light} className="inline-flex min-h-11 items-center gap-2">
            <input
              type="checkbox"
              name="light"
              value={light}
              defaultChecked={chosen.includes(light)}
              className="size-6"
            />
            <LightShape light={light} />
            {t(`lights.${light}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
