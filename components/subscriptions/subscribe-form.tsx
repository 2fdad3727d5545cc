import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Button } from "@/components/ui/button";
import { Field, inputStyle } from "@/components/ui/field";
import { Name } from "@/components/ui/name";
import { Notice } from "@/components/ui/notice";
import { type Followed, followedPath } from "@/lib/domain/subscriptions";

const problems = ["email", "mail_off", "too_many", "not_found"] as const;
type Problem = (typeof problems)[number];

type Props = {
  followed: Followed;
  name: string;
  nameEn: string | null;
  locale: string;
  isMailOn: boolean;
  problem: string | null;
  email: string;
};

/** One field, and what will be done with it. A plain form: it works without a script. */
export function SubscribeForm({ followed, name, nameEn, locale, isMailOn, problem, email }: Props) {
  const t = useTranslations("subscriptions");
  const known = problems.find((each) => each === problem) as Problem | undefined;
  return (
    <div className="max-w-2xl">
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <p className="mt-2">
        {t("follows")}{" "}
        <strong>
          <Name name={name} english={nameEn} />
        </strong>
      </p>
      <p className="mt-2 text-muted">{t("promise")}</p>
      {known && known !== "email" && (
        <div className="mt-3" role="status">
          <Notice tone="alarm">
            <p>{t(`problems.${known}`)}</p>
          </Notice>
        </div>
      )}
      {isMailOn ? (
        <form method="post" action="/api/subscriptions" className="mt-4 space-y-4">
          <input type="hidden" name="kind" value={followed.kind} />
          <input type="hidden" name="target" value={followed.target} />
          <input type="hidden" name="locale" value={locale} />
          <Field
            id="email"
            label={t("email")}
            error={known === "email" ? t("problems.email") : undefined}
          >
            {(described) => (
              <input
                {...described}
                name="email"
                type="email"
                autoComplete="email"
                required
                maxLength={254}
                defaultValue={email}
                className={inputStyle}
              />
            )}
          </Field>
          <Button type="submit">{t("subscribe")}</Button>
        </form>
      ) : (
        <p className="mt-4">
          {t("mailOff")}{" "}
          <Anchor href={`${followedPath(followed)}/feed.atom`} className="underline">
            {t("links.atom")}
          </Anchor>
        </p>
      )}
    </div>
  );
}
