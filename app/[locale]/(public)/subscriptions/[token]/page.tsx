import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Button } from "@/components/ui/button";
import { Name } from "@/components/ui/name";
import { subscriptionOf } from "@/db/mutations/subscriptions/subscriptions";
import { currentDay } from "@/lib/clock";
import { followedPath } from "@/lib/domain/subscriptions";
import { findScope } from "@/lib/public/scope";
import { scopeOf } from "@/lib/subscriptions/followers";
import { PublicPage } from "../../public-page";

type Props = { params: Promise<{ token: string }> };

export const metadata: Metadata = { robots: { index: false }, referrer: "no-referrer" };

/** What a mail of ours leads to: one button to confirm, one to end. Opening it does neither: mail scanners open links. */
export default async function SubscriptionPage({ params }: Props) {
  const { token } = await params;
  const subscription = await subscriptionOf(token);
  if (!subscription) notFound();
  const found = await findScope(scopeOf(subscription), await currentDay());
  const t = await getTranslations("subscriptions");
  const name = found?.name ?? subscription.target;
  const isConfirmed = subscription.confirmedAt !== null;
  return (
    <PublicPage path={`/subscriptions/${token}`}>
      <Breadcrumb
        links={[{ href: followedPath(subscription), title: name, titleEn: found?.nameEn }]}
      />
      <h1 className="text-2xl font-bold">{t(isConfirmed ? "confirmed" : "toConfirm")}</h1>
      <p className="mt-2">
        {t("follows")}{" "}
        <strong>
          <Name name={name} english={found?.nameEn} />
        </strong>
      </p>
      <form
        method="post"
        action={`/api/subscriptions/${token}`}
        className="mt-4 flex flex-wrap gap-4"
      >
        {!isConfirmed && (
          <Button type="submit" name="do" value="confirm">
            {t("confirm")}
          </Button>
        )}
        <Button type="submit" name="do" value="end" tone="plain">
          {t("end")}
        </Button>
      </form>
    </PublicPage>
  );
}
