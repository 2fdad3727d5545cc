import { useTranslations } from "next-intl";
import { Anchor } from "./ui/anchor";
import { Cell, Table } from "./ui/table";

type Plan = { slug: string; shortTitle: string };
const formats = ["csv", "json", "atom", "ics"] as const;

/** Every data set with its files: all tasks, and each plan's. */
export function OpenDataSets({ plans }: { plans: Plan[] }) {
  const t = useTranslations("openData");
  return (
    <Table caption={t("sets")} columns={[t("set"), t("files")]}>
      <tr>
        <Cell label={t("set")}>
          <Anchor href="/tasks">{t("allTasks")}</Anchor>
        </Cell>
        <Files folder="" query="" about={t("allTasks")} />
      </tr>
      {plans.map(({ slug, shortTitle }) => (
        <tr key={slug}>
          <Cell label={t("set")}>
            <Anchor href={`/plans/${slug}`} lang="zh-CN">
              {shortTitle}
            </Anchor>
          </Cell>
          <Files folder={`/plans/${slug}`} query={`?plan=${slug}`} about={shortTitle} />
        </tr>
      ))}
    </Table>
  );
}

function Files({ folder, query, about }: { folder: string; query: string; about: string }) {
  const t = useTranslations("openData");
  const paths: Record<(typeof formats)[number], string> = {
    csv: `/api/v1/tasks.csv${query}`,
    json: `/api/v1/tasks${query}`,
    atom: `${folder}/feed.atom`,
    ics: `${folder}/calendar.ics`,
  };
  return (
    <Cell label={t("files")}>
      <ul className="flex flex-wrap gap-x-4">
        {formats.map((format) => (
          <li key={format} className="min-h-6">
            <a href={paths[format]} aria-label={`${t(`formats.${format}`)} ${about}`}>
              {t(`formats.${format}`)}
            </a>
          </li>
        ))}
      </ul>
    </Cell>
  );
}
