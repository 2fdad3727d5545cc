"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { FormProvider } from "react-hook-form";
import { ActionForm } from "@/components/forms/action-form";
import { useActionForm } from "@/components/forms/use-action-form";
import { type SetSaved, VersionedForm } from "@/components/forms/versioned-form";
import { Field, inputStyle } from "@/components/ui/field";
import type { Action } from "@/lib/domain/action-result";
import type { PlanName } from "@/lib/domain/plans";
import {
  type ConfigureSiteInput,
  type SiteSettings,
  siteLinks,
  siteSettingsSchema,
  siteTexts,
} from "@/lib/domain/site/settings";
import { type FindPlans, HomePlansField } from "./home-plans-field";

type Props = {
  version: number;
  settings: SiteSettings;
  /** Those that the home page puts first. */
  plans: readonly PlanName[];
  find: FindPlans;
  /** What the environment says, which nobody can set here. */
  fixed: Partial<Record<keyof SiteSettings, string>>;
  /** What stands where the office has no words of its own. */
  standard: Record<string, string>;
  configure: Action<ConfigureSiteInput, { version: number }>;
};

/** How many lines are shown of what is long. */
const linesOf: Partial<Record<keyof SiteSettings, number>> = {
  ...{ intro: 3, signInHelp: 3, lettersNote: 3, synonyms: 12 },
};

/** The site's name and words, its footer, and the plans that its home page puts first. */
export function SiteSettingsForm(props: Props) {
  const t = useTranslations("work.site");
  return (
    <VersionedForm
      version={props.version}
      saved={t("saved")}
      form={(setSaved) => <FormOfVersion {...props} setSaved={setSaved} />}
    />
  );
}

type FormProps = Props & { setSaved: SetSaved };

function FormOfVersion(props: FormProps) {
  const { version, settings, plans, fixed, standard, configure, find, setSaved } = props;
  const t = useTranslations("work.site");
  const router = useRouter();
  const { form, errorOf, ...state } = useActionForm({
    schema: siteSettingsSchema,
    defaultValues: settings,
    action: (input: ConfigureSiteInput, pagePerson) => {
      setSaved(false);
      return configure(input, pagePerson);
    },
    inputOf: (values) => ({ version, settings: values }),
    onDone: () => {
      setSaved(true);
      router.refresh();
    },
  });
  const names = [...siteTexts, ...siteLinks];
  const hintOf = (name: (typeof names)[number]) => {
    const hint = t(`fields.${name}.hint`);
    if (name === "synonyms") return hint;
    const words = standard[name];
    return `${hint} ${words ? t("standard", { words }) : t("standardNone")}`;
  };
  return (
    <FormProvider {...form}>
      <ActionForm {...state} hint={t("hint")} label={t("save")}>
        {names.map((name) => (
          <Field
            key={name}
            id={name}
            label={t(`fields.${name}.label`)}
            hint={name in fixed ? t("fixed") : hintOf(name)}
            error={errorOf(name)}
          >
            {(described) =>
              linesOf[name] ? (
                <textarea
                  {...described}
                  {...form.register(name)}
                  lang="zh-CN"
                  rows={linesOf[name]}
                  className={inputStyle}
                />
              ) : name in fixed ? (
                <input {...described} value={fixed[name]} readOnly className={inputStyle} />
              ) : (
                <input
                  {...described}
                  {...form.register(name)}
                  lang="zh-CN"
                  className={inputStyle}
                />
              )
            }
          </Field>
        ))}
        <HomePlansField {...{ plans, find }} error={errorOf("homePlans")} />
      </ActionForm>
    </FormProvider>
  );
}
