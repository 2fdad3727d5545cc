import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Chasing, toAnswer } from "@/lib/domain/chasing/climbs";
import {
  type AcknowledgeAction,
  type AnswerAction,
  type ChaseAction,
  ChaseForm,
} from "./chase-forms";
import { ChaseList, ClimbList, LightNoticeList } from "./chasing-lists";

type Props = {
  code: string;
  chasing: Chasing;
  mayChase: boolean;
  actions: { chase: ChaseAction; answer: AnswerAction; acknowledge: AcknowledgeAction };
};

/** 催办督办: what presses on a task now and is not the reader's to answer (ToAnswer), and what is over. */
export function TaskChasing({ code, chasing, mayChase, actions }: Props) {
  const t = useTranslations("work.chasing");
  const { chases, escalations, notices } = chasing;
  const others = toAnswer(chasing).others;
  const shown = others.chases.length + others.climbs.length + notices.length;
  const isQuiet = shown + chases.length + escalations.length === 0;
  const { chase, answer, acknowledge } = actions;
  if (shown === 0 && !mayChase) return null;
  return (
    <section aria-labelledby="chasing" className="mt-6 space-y-4">
      <h2 id="chasing" className="text-lg font-bold">
        {t("title")}
      </h2>
      {isQuiet && <p className="text-muted">{t("none")}</p>}
      <Part title={t("noticesTitle")} items={notices} isNow={({ liftedOn }) => liftedOn === null}>
        {(items) => <LightNoticeList notices={items} />}
      </Part>
      <Part title={t("escalationsTitle")} items={others.climbs} isNow={({ isOpen }) => isOpen}>
        {(items) => <ClimbList climbs={items} acknowledge={acknowledge} />}
      </Part>
      <Part title={t("chasesTitle")} items={others.chases} isNow={() => true}>
        {(items) => <ChaseList chases={items} answer={answer} />}
      </Part>
      {mayChase && (
        <div className="no-print border border-line bg-paper p-3">
          <h3 className="font-semibold">{t("chase")}</h3>
          <ChaseForm code={code} send={chase} />
        </div>
      )}
    </section>
  );
}

type PartProps<Item> = {
  title: string;
  items: Item[];
  isNow: (item: Item) => boolean;
  children: (items: Item[]) => ReactNode;
};

/** What stands, and folded away what is over. */
function Part<Item>({ title, items, isNow, children }: PartProps<Item>) {
  const t = useTranslations("work.chasing");
  const now = items.filter(isNow);
  const over = items.filter((item) => !isNow(item));
  if (items.length === 0) return null;
  return (
    <div>
      <h3 className="mb-1 font-semibold">{title}</h3>
      {now.length > 0 && children(now)}
      {over.length > 0 && (
        <details className="mt-1">
          <summary className="min-h-8 text-muted">{t("over", { count: over.length })}</summary>
          {children(over)}
        </details>
      )}
    </div>
  );
}
