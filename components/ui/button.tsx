import type { ComponentProps } from "react";

const tones = {
  primary: "border-brand bg-brand text-on-brand hover:bg-brand-dark",
  plain: "border-line bg-paper text-brand hover:border-brand",
  alarm: "border-alarm bg-paper text-alarm hover:bg-alarm-tint",
};
type Tone = keyof typeof tones;

/** The look of a button, also for a link that leads to the next thing to do. */
export function buttonStyle(tone: Tone = "primary"): string {
  return `inline-flex min-h-11 items-center justify-center rounded border px-4 py-1.5 font-semibold no-underline print:hidden disabled:cursor-not-allowed disabled:opacity-60 ${tones[tone]}`;
}

export function Button({
  tone,
  type = "button",
  className = "",
  ...rest
}: ComponentProps<"button"> & { tone?: Tone }) {
  return <button type={type} className={`${buttonStyle(tone)} ${className}`} {...rest} />;
}
