import { useFormatter } from "next-intl";

const kilobyte = 1024;
const megabyte = kilobyte * 1024;

/** A file's size as people read it. */
export function FileSize({ bytes }: { bytes: number }) {
  const format = useFormatter();
  const isLarge = bytes >= megabyte;
  const amount = Math.max(bytes / (isLarge ? megabyte : kilobyte), 0.1);
  return (
    <span className="whitespace-nowrap text-muted">
      {format.number(amount, { maximumFractionDigits: 1 })} {isLarge ? "MB" : "KB"}
    </span>
  );
}
