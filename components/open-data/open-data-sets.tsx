import { useLocale, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Name } from "@/components/ui/name";
import { PolicyWords } from "@/components/ui/policy-words";
import { Table } from "@/components/ui/table";
import { localePath, nameIn } from "@/messages/locales";

type Plan = { slug: string; shortTitle: string; titleEn: string | null };
const formats = ["csv", "json", "atom", "ics"] as const;

/** Every data set with its files: all tasks, and each plan's. */
export function OpenDataSets({ plans }: { plans: Plan[] }) {
  const t = useTranslations("openData");
  const locale = useLocale();
  return (
    <Table caption={t("sets")} columns={[t("set"), t("files")]}>
      <tr>
        <td>
          <Anchor href="/tasks">{t("allTasks")}</Anchor>
        </td>
        <Files folder="" query="" about={t("allTasks")} />
      </tr>
      {plans.map(({ slug, shortTitle, titleEn }) => (
        <tr key={slug}>
          <td>
            <Anchor href={`/plans/${slug}`}>
              <Name name={shortTitle} english={titleEn} />
            </Anchor>
          </td>
          <Files
            folder={`/plans/${slug}`}
            query={`?plan=${slug}`}
            about={nameIn(locale, shortTitle, titleEn)}
          />
        </tr>
      ))}
    </Table>
  );
}

function Files({ folder, query, about }: { folder: string; query: string; about: string }) {
  const t = useTranslations("openData");
  const locale = useLocale();
  const paths: Record<(typeof formats)[number], string> = {
    csv: `/api/v1/tasks.csv${query}`,
    json: `/api/v1/tasks${query}`,
    atom: localePath(locale, `${folder}/feed.atom`),
    ics: localePath(locale, `${folder}/calendar.ics`),
  };
  return (
    <td>
      <ul className="flex flex-wrap gap-x-4">
        {formats.map((format) => (
          <li key={format} className="min-h-6">
            <a href={paths[format]}>
              {t(`formats.${format}`)}
              <span className="sr-only">
                {" "}
                <PolicyWords text={about} />
              </span>
            </a>
          </li>
        ))}
      </ul>
    </td>
  );
}
