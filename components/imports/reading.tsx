"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";

const everyMs = 1000;
type Props = { done: number; of: number; stage: string };

/** How far the reading has come; it goes on whether or not somebody looks. Without a script the page loads itself anew. */
export function Reading({ done, of, stage }: Props) {
  const t = useTranslations("work.imports");
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), everyMs);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <div role="status" className="max-w-xl">
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
      <label className="block">
        {t(`stages.${stage as "reading"}`)}
        <progress className="block h-3 w-full" {...(of > 0 && { value: done, max: of })} />
      </label>
      <p className="mt-2 text-muted">{t("mayLeave")}</p>
    </div>
  );
}
