"use client";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { usePagePerson } from "@/components/forms/page-person";
import { Anchor } from "@/components/ui/anchor";
import { buttonStyle } from "@/components/ui/button";
import { useFlash } from "@/components/ui/flash";
import { Notice } from "@/components/ui/notice";
import type { Action } from "@/lib/domain/action-result";
import type { InboxSection } from "@/lib/domain/inbox";
import type { Counted } from "@/lib/domain/paging";

/** Where the next thing is done, what it is, and how many wait in its section. */
export type NextThing = Counted & {
  section: InboxSection;
  href: string;
  code: string;
  title: string;
};
export type FindNext = Action<{ from: InboxSection }, NextThing | null>;

/** Says what was done and leads on to the next thing that waits (下一件); nothing where there is none. */
export function DoneAndNext({ findNext }: { findNext: FindNext }) {
  const t = useTranslations("work.inbox");
  const told = useFlash();
  const person = usePagePerson();
  const [next, setNext] = useState<NextThing | null>(null);
  const ask = useEffectEvent((from: InboxSection) =>
    findNext({ from }, person).then(
      (result) => (result.ok ? result.answer : null),
      () => null,
    ),
  );
  useEffect(() => {
    setNext(null);
    if (!told) return;
    let isOld = false;
    void ask(told.from).then((found) => {
      if (!isOld) setNext(found);
    });
    return () => {
      isOld = true;
    };
  }, [told]);
  return (
    <div role="status" className={told ? "my-3" : undefined}>
      {told && (
        <Notice tone="done">
          <p>{told.text}</p>
          {next && (
            <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1">
              <Anchor href={next.href} className={buttonStyle("primary")}>
                {t("next", {
                  section: t(`sections.${next.section}`),
                  count: next.count,
                  more: next.more,
                })}
              </Anchor>
              <span lang="zh-CN">{`${next.code} ${next.title}`}</span>
            </p>
          )}
        </Notice>
      )}
    </div>
  );
}
