import type { CSSProperties, ReactNode } from "react";

/**
 * A dense table of plain cells; on a narrow screen each row is a card whose cells carry their column's label. The labels
 * are said once, for the style sheet to set before each cell: in every row they would weigh more than what they label.
 */
export function Table({
  caption,
  captionLang,
  columns,
  className = "",
  children,
}: {
  caption: string;
  captionLang?: string;
  columns: string[];
  className?: string;
  children: ReactNode;
}) {
  return (
    <table className={`dense-table ${className}`} style={labelsOf(columns)}>
      <caption className="sr-only" lang={captionLang}>
        {caption}
      </caption>
      <thead className="max-md:sr-only">
        <tr>
          {columns.map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

/** app/globals.css reads them, up to the ninth. */
function labelsOf(labels: string[]) {
  return Object.fromEntries(
    labels.map((label, index) => [`--c${index + 1}`, JSON.stringify(label)]),
  ) as CSSProperties;
}
