"use client";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { useDay } from "@/components/ui/day";
import { inputStyle } from "@/components/ui/field";
import { WhenReady } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { type NoticeProblem, type NoticeRow, readNotice } from "@/lib/domain/calendar/notices";

type Props = { year: number; onRead: (rows: NoticeRow[]) => void };

/** The notice as it was published, read into rows; what does not agree in it is told, and the rows can be mended by hand. */
export function PastedNotice({ year, onRead }: Props) {
  const t = useTranslations("work.holidays");
  const id = useId();
  const [text, setText] = useState("");
  const [read, setRead] = useState<ReturnType<typeof readNotice> | null>(null);
  return (
    <WhenReady className="mb-4 space-y-2 border border-line bg-paper p-4">
      <label htmlFor={id} className="font-semibold">
        {t("paste", { year })}
      </label>
      <p id={`${id}-hint`} className="text-sm text-muted">
        {t("pasteHint")}
      </p>
      <textarea
        id={id}
        aria-describedby={`${id}-hint`}
        lang="zh-CN"
        rows={6}
        value={text}
        onChange={({ target }) => setText(target.value)}
        className={inputStyle}
      />
      <Button
        tone="plain"
        disabled={text.trim() === ""}
        onClick={() => {
          const found = readNotice(text, year);
          setRead(found);
          if (found.rows.length > 0) onRead(found.rows);
        }}
      >
        {t("read")}
      </Button>
      <div role="status">
        {read && (
          <Notice tone={read.problems.length > 0 ? "caution" : "done"}>
            {read.rows.length > 0 && <p>{t("wasRead", { count: read.rows.length })}</p>}
            <Problems problems={read.problems} />
          </Notice>
        )}
      </div>
    </WhenReady>
  );
}

function Problems({ problems }: { problems: NoticeProblem[] }) {
  const t = useTranslations("work.holidays.problems");
  const day = useDay();
  const say = (problem: NoticeProblem) => {
    switch (problem.code) {
      case "other_year":
        return t("other_year", { year: String(problem.year) });
      case "count_differs":
        return t("count_differs", problem);
      case "weekday_differs":
        return t("weekday_differs", { day: day(problem.day) });
      default:
        return t("nothing_read");
    }
  };
  const sentences = [...new Set(problems.map(say))];
  if (sentences.length === 0) return null;
  return (
    <ul className="list-disc pl-5">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
