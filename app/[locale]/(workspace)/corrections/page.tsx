import { getTranslations } from "next-intl/server";
import { ChangeText } from "@/components/documents/correction-log";
import { Anchor } from "@/components/ui/anchor";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Pages } from "@/components/ui/pages";
import { listCorrections } from "@/db/queries/corrections";
import { requirePermission } from "@/lib/auth/session";
import { isOwnWords } from "@/lib/domain/documents/corrections";
import type { Query } from "@/lib/domain/inputs";

type Props = { searchParams: Promise<Query> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.correction"))("title") };
}

export default async function CorrectionsPage({ searchParams }: Props) {
  const actor = await requirePermission("correction.confirm");
  const query = await searchParams;
  const onlyTheirs = query.waiting === "1";
  const asked = { page: query.page, onlyTheirs };
  const { rows, total, page, pages } = await listCorrections(actor, asked);
  const [t, r, s] = await Promise.all([
    getTranslations("work.correction"),
    getTranslations("work.registration"),
    getTranslations("correctionStatus"),
  ]);
  return (
    <>
      <Breadcrumb links={[{ href: "/registrations", title: r("title") }]} />
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <p className="mb-4 mt-1 text-muted">{t("hint")}</p>
      <nav aria-label={t("choice")} className="mb-3 flex gap-x-5">
        {[false, true].map((theirs) => (
          <Anchor
            key={String(theirs)}
            href={pathOf(theirs)}
            aria-current={theirs === onlyTheirs ? "page" : undefined}
            className="inline-flex min-h-11 items-center aria-[current]:font-semibold aria-[current]:no-underline"
          >
            {t(theirs ? "onlyTheirs" : "all")}
          </Anchor>
        ))}
      </nav>
      {rows.length === 0 && <p>{t(onlyTheirs ? "noneTheirs" : "none")}</p>}
      <div data-total={total}>
        <ul className="divide-y divide-line border border-line bg-paper empty:hidden">
          {rows.map(({ id, title, name, status, changes }) => (
            <li key={id} className="px-4 py-3">
              <Anchor href={`/corrections/${id}`} lang="zh-CN" className="font-semibold">
                {name} {title}
              </Anchor>{" "}
              <span className="text-sm text-muted">{s(status)}</span>
              {changes.filter(isOwnWords).map((change) => (
                <p key={change.field} lang="zh-CN">
                  <ChangeText change={change} />
                </p>
              ))}
            </li>
          ))}
        </ul>
        <Pages page={page} pages={pages} hrefOf={(to) => pathOf(onlyTheirs, to)} />
      </div>
    </>
  );
}

function pathOf(onlyTheirs: boolean, page = 1): string {
  const query = new URLSearchParams({
    ...(onlyTheirs && { waiting: "1" }),
    ...(page > 1 && { page: String(page) }),
  });
  return query.size > 0 ? `/corrections?${query}` : "/corrections";
}
