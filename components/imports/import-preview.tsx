import { useTranslations } from "next-intl";
import { PlainForm } from "@/components/forms/plain-form";
import { Button } from "@/components/ui/button";
import { Day } from "@/components/ui/day";
import { Field, inputStyle } from "@/components/ui/field";
import type { Day as DayValue } from "@/lib/domain/calendar/days";
import { type DraftTask, draftLimits } from "@/lib/domain/registrations/drafts";
import type { Press } from "./shown";

export type PreviewTask = Pick<DraftTask, "uid" | "depth" | "kind" | "title"> & {
  code: string;
  lead: string | null;
  cooperating: number;
  dueOn: DayValue | null;
};

/** The tasks that a draft plan would have, in their order, as the plan's page would list them. */
export function PreviewTasks({ tasks }: { tasks: readonly PreviewTask[] }) {
  const t = useTranslations("work.imports");
  const k = useTranslations("taskKinds");
  return (
    <ol className="divide-y divide-line border border-line bg-paper empty:hidden">
      {tasks.map(({ uid, code, depth, kind, title, lead, cooperating, dueOn }) => (
        <li
          key={uid}
          className="px-4 py-2"
          style={{ paddingInlineStart: `${1 + depth * 1.25}rem` }}
        >
          <span className="mr-2 text-muted">{code}</span>
          <span lang="zh-CN" className={depth === 0 ? "font-semibold" : ""}>
            {title}
          </span>
          <p className="text-sm text-muted">
            {k(kind)} · <span lang="zh-CN">{lead ?? t("open")}</span>
            {cooperating > 0 && ` · ${t("cooperatingCount", { count: cooperating })}`} ·{" "}
            {dueOn ? <Day day={dueOn} /> : t("noDay")}
          </p>
        </li>
      ))}
    </ol>
  );
}

type FileProps = {
  version: number;
  left: number;
  press: Press;
  /** What the plan would be called by the document. */
  plan: { title: string; shortTitle: string; prefix: string };
  plans: { slug: string; title: string }[];
};

/** Makes the draft plan of everything that is left: not public, and not a plan before the director confirms it. */
export function FileForm({ version, left, press, plan, plans }: FileProps) {
  const t = useTranslations("work.imports");
  const r = useTranslations("work.registration");
  return (
    <PlainForm
      action={press.action}
      pressKey={press.key}
      values={{ act: "file", version, left, back: press.back }}
      className="max-w-3xl space-y-4 border border-line bg-paper p-4"
    >
      <h2 className="text-lg font-bold">{t("fileTitle")}</h2>
      <p>{t("fileHint2", { left })}</p>
      {(["title", "shortTitle", "prefix"] as const).map((name) => (
        <Field
          key={name}
          id={name}
          label={r(name === "title" ? "planTitle" : name)}
          hint={name === "prefix" ? r("prefixHint") : undefined}
        >
          {(described) => (
            <input
              {...described}
              name={name}
              defaultValue={plan[name]}
              maxLength={name === "title" ? draftLimits.line : 20}
              lang="zh-CN"
              className={inputStyle}
            />
          )}
        </Field>
      ))}
      <Field id="summary" label={r("summary")}>
        {(described) => (
          <textarea
            {...described}
            name="summary"
            rows={2}
            maxLength={draftLimits.summary}
            lang="zh-CN"
            className={inputStyle}
          />
        )}
      </Field>
      {plans.length > 0 && (
        <Field id="planSlug" label={t("addTo")} hint={t("addToHint")}>
          {(described) => (
            <select {...described} name="planSlug" defaultValue="" className={inputStyle}>
              <option value="">{t("newPlan")}</option>
              {plans.map(({ slug, title }) => (
                <option key={slug} value={slug} lang="zh-CN">
                  {title}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Button type="submit">{t("file2", { left })}</Button>
    </PlainForm>
  );
}
