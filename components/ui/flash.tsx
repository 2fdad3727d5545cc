"use client";
import { useEffect, useState } from "react";
import { Notice } from "./notice";

let kept: string | null = null;

/** Keeps what was done to be told on the page that is opened next. */
export function keepFlash(text: string) {
  kept = text;
}

/** Tells once what was done on the page before. An address cannot make it say anything. */
export function Flash() {
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    if (kept !== null) setText(kept);
    kept = null;
  }, []);
  return (
    <div role="status" className={text ? "my-3" : undefined}>
      {text && <Notice tone="done">{text}</Notice>}
    </div>
  );
}
