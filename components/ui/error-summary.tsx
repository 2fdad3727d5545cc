"use client";
import { useEffect, useRef } from "react";

export type FieldError = { id: string; message: string };

type Props = { title: string; errors: FieldError[]; attempt: number };

/** What stopped a form, above it; each error leads to its field. Each failed attempt brings the focus here, mending never. */
export function ErrorSummary({ title, errors, attempt }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (errors.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1} className="border-2 border-alarm bg-paper px-4 py-3">
      <h2 className="font-semibold text-alarm">{title}</h2>
      <ul className="list-disc pl-5">
        {errors.map(({ id, message }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="text-alarm"
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(id)?.focus();
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
