import type { ReactNode } from "react";
import { Anchor } from "@/components/ui/anchor";

type Props = {
  id: string;
  title: string;
  rows: { id: string; href: string; title: string; note: ReactNode }[];
  total: number;
  more: { href: string; label: string };
};

/** What waits for a person beside their tasks: a few of it, and the way to all of it. */
export function Waiting({ id, title, rows, total, more }: Props) {
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={id} data-total={total} className="mt-6">
      <h2 id={id} className="text-lg font-bold">
        {title}
      </h2>
      <ul className="mt-2 divide-y divide-line border border-line bg-paper">
        {rows.map((row) => (
          <li key={row.id} className="px-4 py-2">
            <Anchor href={row.href} lang="zh-CN" className="font-semibold">
              {row.title}
            </Anchor>{" "}
            <span className="text-sm text-muted">{row.note}</span>
          </li>
        ))}
      </ul>
      <p className="mt-1">
        <Anchor href={more.href} data-count={total}>
          {more.label}
        </Anchor>
      </p>
    </section>
  );
}
