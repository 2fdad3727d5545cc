import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { loadWriting } from "../../../load-writing";
import { AdjustmentPage } from "./adjustment-page";
import { ContributionPage } from "./contribution-page";
import { ExtensionPage } from "./extension-page";
import { ObjectionPage } from "./objection-page";

type Props = { params: Promise<{ kind: string; code: string }> };

const pages = {
  extension: ExtensionPage,
  adjustment: AdjustmentPage,
  objection: ObjectionPage,
  contribution: ContributionPage,
};

function kindOf(kind: string): keyof typeof pages {
  return Object.hasOwn(pages, kind) ? (kind as keyof typeof pages) : notFound();
}

export async function generateMetadata({ params }: Props) {
  const { kind, code } = await params;
  const t = await getTranslations("work.write");
  return { title: `${t(kindOf(kind))} ${code}` };
}

/** Every kind but the report has the address of a request: what is asked for, of which task. */
export default async function RequestPage({ params }: Props) {
  const { code, ...rest } = await params;
  const kind = kindOf(rest.kind);
  const writing = await loadWriting(`/requests/${kind}/${code}`, code, kind);
  const t = await getTranslations("work.write");
  const Page = pages[kind];
  return <Page {...writing} title={t(kind)} />;
}
