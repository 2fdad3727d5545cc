import type { ReactNode } from "react";
import { buttonStyle } from "./button";

/** What a list is narrowed by, and the button that shows it: a plain form, whose answer is an address. */
export function FilterForm({ label, children }: { label: string; children: ReactNode }) {
  return (
    <search>
      <form className="mb-4 flex flex-wrap items-end gap-3">
        {children}
        <button type="submit" className={buttonStyle("plain")}>
          {label}
        </button>
      </form>
    </search>
  );
}
