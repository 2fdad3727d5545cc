import type { ReactNode } from "react";

/** A dense table; on a narrow screen each row is a card whose cells carry their column's label. */
export function Table({
  caption,
  columns,
  children,
}: {
  caption: string;
  columns: (string | { label: string; width: string })[];
  children: ReactNode;
}) {
  return (
    <table className="dense-table">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-sm:sr-only">
        <tr className="border-b border-line bg-wash text-left">
          {columns.map((column) => {
            const { label, width } =
              typeof column === "string" ? { label: column, width: undefined } : column;
            return (
              <th key={label} scope="col" style={{ width }}>
                {label}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

export function Cell({
  label,
  className,
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <td data-label={label} className={className}>
      <div>{children}</div>
    </td>
  );
}
