// biome-ignore lint/style/noRestrictedImports: it stands beside the product, to be compared with it.
import postgres from "postgres";

export const dynamic = "force-dynamic";

const sql = postgres(process.env.DATABASE_URL);

/** The tasks of a plan with their last published percentage: one query, one table, and nothing else. */
export default async function Tasks() {
  const rows = await sql`
    select t.code, t.title, t.status, t.due_on::text, d.name as lead,
      (select r.percent from published_reports r where r.task_id = t.id order by r.published_at desc limit 1) as percent
    from tasks t join plans p on p.id = t.plan_id left join departments d on d.id = t.lead_department_id
    where p.slug = 'air' order by t.sort_order limit 20`;
  return (
    <table>
      <tbody>
        {rows.map((row) => (
          <tr key={row.code}>
            <td>{row.code}</td>
            <td>
              <a href={`/tasks/${row.code}`}>{row.title}</a>
            </td>
            <td>{row.status}</td>
            <td>{row.percent}</td>
            <td>{row.lead}</td>
            <td>{row.due_on}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
