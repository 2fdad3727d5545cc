import type { ReactNode } from "react";

// Said once for all cells: a public page of fifty rows must stay small.
const cells =
  "[&>tr>td]:align-top max-sm:[&>tr>td]:grid max-sm:[&>tr>td]:grid-cols-[5.5em_1fr] max-sm:[&>tr>td]:py-0.5 max-sm:[&>tr>td]:before:text-muted max-sm:[&>tr>td]:before:content-[attr(data-label)] sm:[&>tr>td]:p-2";

/** A dense table; on a narrow screen each row is a card whose cells carry their column's label. */
export function Table({
  caption,
  columns,
  children,
}: {
  caption: string;
  columns: string[];
  children: ReactNode;
}) {
  return (
    <table className="w-full text-[0.94em] max-sm:block sm:border sm:border-line sm:bg-paper">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-sm:sr-only">
        <tr className="border-b border-line bg-wash text-left">
          {columns.map((column) => (
            <th key={column} scope="col" className="p-2 font-semibold whitespace-nowrap">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody
        className={`divide-y divide-line max-sm:block max-sm:space-y-3 max-sm:[&>tr]:block max-sm:[&>tr]:border max-sm:[&>tr]:border-line max-sm:[&>tr]:bg-paper max-sm:[&>tr]:p-3 ${cells}`}
      >
        {children}
      </tbody>
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
