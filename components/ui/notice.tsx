import type { ReactNode } from "react";

const tones = {
  info: "border-brand bg-brand-tint",
  caution: "border-caution bg-caution-tint",
  alarm: "border-alarm bg-alarm-tint",
  done: "border-done bg-done-tint",
};

/** A message that stays. `alert` interrupts a screen reader, `status` waits for it. */
export function Notice({
  tone,
  role,
  title,
  children,
}: {
  tone: keyof typeof tones;
  role?: "alert" | "status";
  title?: string;
  children: ReactNode;
}) {
  return (
    <div role={role} className={`border-l-4 px-4 py-3 ${tones[tone]}`}>
      {title && <p className="font-semibold">{title}</p>}
      {children}
    </div>
  );
}
