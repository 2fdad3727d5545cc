import { query } from "../postgres/query.mjs";

/** The tables that a task and its plan are in, each with the columns that hold an id of one of them. */
const tables = {
  plans: ["id"],
  plan_versions: ["id", "plan_id"],
  registrations: ["id", "plan_id"],
  tasks: ["id", "plan_id", "parent_id", "registration_id"],
  task_cooperators: ["task_id"],
  letters: ["id", "task_id"],
  letter_erasures: ["letter_id", "task_id"],
  submissions: ["id", "task_id", "letter_id"],
  revisions: ["id", "submission_id", "base_report_id"],
  contributors: ["submission_id"],
  review_decisions: ["id", "submission_id", "revision_id"],
  published_reports: ["id", "task_id", "submission_id", "revision_id"],
  releases: ["submission_id", "task_id"],
  withdrawals: ["submission_id", "task_id"],
  due_moves: ["id", "task_id", "submission_id"],
  chases: ["id", "task_id"],
  escalations: ["id", "task_id"],
  light_notices: ["id", "task_id"],
  audit_events: ["id", "task_id", "submission_id"],
  task_versions: ["id", "task_id", "event_id", "submission_id"],
  task_health: ["task_id"],
};

/** What is unique besides: AIR-01 becomes AIRAB-01, the plan air air-2, and each row comes after all that there are. */
const own = {
  // Recorded now, as whoever keeps what was counted before has to see.
  audit_events: { transaction_id: "pg_current_xact_id()" },
  // A decision, a release and a letter are named by their ids.
  escalations: {
    obligation: `case when obligation ~ '^(decision|release|letter):' then
      replace(obligation, split_part(obligation, ':', 2), md5(split_part(obligation, ':', 2) || n)::uuid::text) else obligation end`,
  },
  letters: { receipt: "receipt || '-' || n" },
  plans: { slug: "slug || '-' || n", sort_order: "sort_order + 100 * n" },
  tasks: { code: "regexp_replace(code, '^[A-Z]+', '\\&' || letters)" },
};

/**
 * Copies every plan of the seed, with its tasks and all that was done to them, so many times: straight in the tables as the
 * superuser. The units and people stay who they are, as they do in a province.
 */
export async function copySeed(superUrl, copies) {
  const statements = [];
  for (const [table, ids] of Object.entries(tables)) {
    const columns = await query(
      superUrl,
      `select column_name as name, is_identity = 'YES' as identity from information_schema.columns
       where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
      [table],
    );
    const kept = columns.filter(({ name, identity }) => !identity && name !== "sequence");
    const values = kept.map(({ name }) => {
      if (ids.includes(name)) return `md5(${name}::text || n)::uuid`;
      return own[table]?.[name] ?? `"${name}"`;
    });
    const names = kept.map(({ name }) => `"${name}"`).join(", ");
    const order = columns.some(({ name }) => name === "sequence") ? "order by n, sequence" : "";
    statements.push(`create temporary table seed_${table} on commit drop as select * from ${table};
      insert into ${table} (${names}) select ${values.join(", ")} from seed_${table}
      cross join (select n, chr(65 + n / 676) || chr(65 + n / 26 % 26) || chr(65 + n % 26) as letters from generate_series(1, ${copies}) n) as copy ${order};`);
  }
  await query(
    superUrl,
    `begin; set local session_replication_role = replica; ${statements.join("\n")} commit`,
  );
  // As the server does by itself with rows that come one by one.
  await query(superUrl, "vacuum analyze");
}
