import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor } from "@/components/ui/anchor";

const permanence = ["addresses", "fields", "days", "withdrawn"] as const;
const limits = ["released", "declared", "absent", "pace"] as const;

/** Under what terms the data may be used, how long it lasts, and what it cannot say. */
export function OpenDataTerms({ licence }: { licence: string }) {
  const t = useTranslations("openData");
  return (
    <>
      <Part title={t("licence.title")}>
        <p>
          {t.rich("licence.ours", {
            a: (chunks) => (
              <a href={licence} rel="license">
                {chunks}
              </a>
            ),
          })}
        </p>
        <p>{t("licence.quotes")}</p>
        <p>{t("licence.cite")}</p>
      </Part>
      <Points
        title={t("permanence.title")}
        points={permanence.map((each) => t(`permanence.${each}`))}
      />
      <Points title={t("limits.title")} points={limits.map((each) => t(`limits.${each}`))} />
    </>
  );
}

function Points({ title, points }: { title: string; points: string[] }) {
  return (
    <Part title={title}>
      <ul className="list-disc space-y-1 pl-6">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </Part>
  );
}

const links = {
  api: "/api/v1/openapi.json",
  catalog: "/api/v1/catalog.jsonld",
  changes: "/api/v1/changes",
  units: "/api/v1/units",
  plans: "/api/v1/plans",
};

/** For programs: the interface with its description, its catalogue and what it answers besides tasks. */
export function OpenDataPrograms() {
  const t = useTranslations("openData.programs");
  return (
    <Part title={t("title")}>
      <p>{t("how")}</p>
      <ul className="list-disc space-y-1 pl-6">
        {(Object.keys(links) as (keyof typeof links)[]).map((name) => (
          <li key={name}>
            <a href={links[name]}>{t(name)}</a> <code className="text-sm">{links[name]}</code>
          </li>
        ))}
      </ul>
      <p>
        {t.rich("search", { a: (chunks) => <Anchor href="/tasks">{chunks}</Anchor> })}{" "}
        <code className="text-sm">/api/v1/tasks?q=…&amp;light=red&amp;asof=2024-05-01</code>
      </p>
    </Part>
  );
}

/** A card of a plan or task for another site, as the text to copy. */
export function OpenDataCard({ snippet }: { snippet: string }) {
  const t = useTranslations("openData.card");
  return (
    <Part title={t("title")}>
      <label htmlFor="card">{t("how")}</label>
      <textarea
        id="card"
        readOnly
        rows={4}
        defaultValue={snippet}
        className="block w-full rounded border border-muted bg-wash p-3 font-mono text-sm"
      />
    </Part>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-8 max-w-4xl space-y-2 [&_a]:underline">
      <h2 className="text-xl font-bold">{title}</h2>
      {children}
    </section>
  );
}
