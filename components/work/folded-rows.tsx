"use client";

import { createContext, type ReactNode, useContext, useState } from "react";

const Folding = createContext<{ isFolded: boolean; toggle: () => void } | null>(null);

/** Rows of a table of which the first is a parent: the others are its parts, which it folds away. */
export function FoldedRows({ children }: { children: ReactNode }) {
  const [isFolded, setFolded] = useState(false);
  return (
    <Folding value={{ isFolded, toggle: () => setFolded(!isFolded) }}>
      <tbody data-folded={isFolded || undefined}>{children}</tbody>
    </Folding>
  );
}

/** What folds them, in the parent's row. */
export function FoldButton({ label }: { label: string }) {
  const folding = useContext(Folding);
  if (!folding) return null;
  return (
    <button
      type="button"
      aria-expanded={!folding.isFolded}
      aria-label={label}
      className="fold-button"
      onClick={folding.toggle}
    />
  );
}
