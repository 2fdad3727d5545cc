"use client";

import { useParams } from "next/navigation";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import type { public as words } from "@/messages/zh-CN.json";

type Props = { error: Error & { digest?: string }; reset: () => void };

/**
 * Says that the page could not be opened, mostly because the database is away, with the number (错误编号) under which the
 * log has it. Its words are loaded only then.
 */
export default function PageError({ error, reset }: Props) {
  const { locale } = useParams<{ locale: string }>();
  const [text, setText] = useState<typeof words.error | null>(null);
  useEffect(() => {
    import(`@/messages/${locale}.json`).then((catalog) => setText(catalog.public.error));
  }, [locale]);
  if (!text) return null;
  return (
    <main className="mx-auto max-w-4xl px-4 py-12">
      <h1 className="text-2xl font-bold">{text.title}</h1>
      <p className="my-4">{text.text}</p>
      {error.digest && (
        <p className="my-4 text-muted">
          {text.number} <span className="font-mono">{error.digest}</span>
        </p>
      )}
      <Button onClick={reset}>{text.retry}</Button>
    </main>
  );
}
