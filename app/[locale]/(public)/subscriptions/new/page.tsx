import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { SubscribeForm } from "@/components/subscriptions/subscribe-form";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { isMailOn } from "@/db/queries/mail";
import { currentDay } from "@/lib/clock";
import { oneText, type Query } from "@/lib/domain/inputs";
import { followedPath, followedSchema } from "@/lib/domain/subscriptions";
import { findScope } from "@/lib/public/scope";
import { scopeOf } from "@/lib/subscriptions/followers";
import { PublicPage } from "../../public-page";

type Props = { searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("subscriptions"))("title"), robots: { index: false } };
}

export default async function SubscribePage({ searchParams }: Props) {
  const { kind, target, problem, email } = await searchParams;
  const followed = followedSchema.safeParse({ kind, target });
  if (!followed.success) notFound();
  const found = await findScope(scopeOf(followed.data), await currentDay());
  if (!found) notFound();
  const name = found.name ?? "";
  return (
    <PublicPage path={`/subscriptions/new?${new URLSearchParams(followed.data)}`}>
      <Breadcrumb
        links={[{ href: followedPath(followed.data), title: name, titleEn: found.nameEn }]}
      />
      <SubscribeForm
        followed={followed.data}
        name={name}
        nameEn={found.nameEn}
        locale={await getLocale()}
        isMailOn={await isMailOn()}
        problem={oneText(problem) ?? null}
        email={oneText(email) ?? ""}
      />
    </PublicPage>
  );
}
