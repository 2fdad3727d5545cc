import { type SQL, sql } from "drizzle-orm";
import { awaitsRelease } from "@/db/queries/releases";
import { declarersOf } from "@/db/queries/tasks/declarers";
import { gapKinds } from "@/lib/domain/gaps/gaps";
import { neededRoles, takersOf, type Wait } from "@/lib/domain/gaps/takers";
import { kindRules } from "@/lib/domain/submissions/submission-kinds";
import { taskStatusesWithObligations } from "@/lib/domain/tasks/tasks";

const list = (words: readonly string[]) =>
  sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  );
const isActive = (account: string) =>
  sql.raw(`${account}.disabled_at is null and ${account}.role_granted_by_id is not null`);
const isOpen = sql`t.kind <> 'principle' and t.status in (${list(taskStatusesWithObligations)})`;
/** That nobody who oversees, and is as `condition` (over `who`) says, is bound to no branch, nor to one that this unit is of. */
const nobodyReaches = (unit: SQL, condition: SQL) => sql`(
  not exists (select from overseers who where who.branch_id is null and ${condition})
  and not exists (select from overseers who join branch b on b.root_id = who.branch_id
    where b.unit_id = ${unit} and ${condition}))`;

/** How many persons could take this (`takersOf`) and are free to, as SQL. `isFree` is over `who`, `unit` whose it is. */
function takers(wait: Wait, isFree: SQL, unit: SQL): SQL {
  const { roles, within } = takersOf(wait);
  const ofRole = sql`who.role in (${list(roles)}) and ${isFree}`;
  if (within === "unit")
    return sql`(select count(distinct who.person_id) from users who
      where who.department_id = ${unit} and ${isActive("who")} and ${ofRole})`;
  const reaches = sql`exists (select from branch b where b.root_id = who.branch_id and b.unit_id = ${unit})`;
  return sql`(select count(distinct who.person_id) from overseers who
    where (who.branch_id is null or ${within === "branch" ? reaches : sql`false`}) and ${ofRole})`;
}
const nobody = (wait: Wait, isFree: SQL, unit: SQL) => sql`${takers(wait, isFree, unit)} = 0`;

const hasAccount = (roles: SQL) => sql`exists (select from users who
  where who.department_id = d.id and who.role in (${roles}) and ${isActive("who")})`;

/** Units with a part in open tasks: they lead, help or countersign. */
const ofUnits = sql`
  select case when ${hasAccount(sql`'official', 'head'`)} then 'unit_without_head' else 'unit_without_account' end,
    d.id::text, null, null, d.id, d.id, null::uuid, null::uuid, null::uuid
  from departments d
  where d.closed_on is null and d.kind <> 'collective' and d.id in (select unit_id from taking)
    and not ${hasAccount(sql`'head'`)}
  union all
  select 'unit_without_overseer', d.id::text, null, needed.role, d.id, d.id, null, null, null
  from departments d cross join (values ('supervisor'), ('director')) needed (role)
  where d.id in (select unit_id from taking where leads)
    and exists (select from overseers o where o.role::text = needed.role)
    and ${nobodyReaches(sql`d.id`, sql`who.role::text = needed.role`)}`;

const needed = sql.join(
  Object.entries(neededRoles).map(([role, within]) => sql`(${role}, ${within === "all"}::boolean)`),
  sql`, `,
);

/** Roles that nobody holds as they are needed, and plans that ask more supervisors than there are. */
const ofRoles = sql`
  select 'role_without_account', needed.role, null, needed.role, null, null, null, null, null
  from (values ${needed}) needed (role, is_unbound)
  where not exists (select from users who where who.role::text = needed.role and ${isActive("who")}
    and not (needed.is_unbound and who.branch_id is not null))
  union all
  select 'too_few_supervisors', p.id::text, 'supervisor', null, null, null, null, p.id, null
  from plans p, (select count(distinct person_id) as there from overseers where role = 'supervisor') supervisors
  where there between 1 and jsonb_array_length(jsonb_path_query_array(p.review_steps, '$[*] ? (@.by == "supervisor")')) - 1
    and exists (select from tasks t where t.plan_id = p.id and ${isOpen})`;

const isDecidable = sql.join(
  Object.entries(kindRules).map(
    ([kind, { during }]) => sql`(s.kind = ${kind} and t.status in (${list(during)}))`,
  ),
  sql` or `,
);
const personsOf = (accounts: SQL) =>
  sql`(select array(select u.person_id from users u where u.id in (${accounts})) as ids) barred`;
const isNotBarred = sql`who.person_id <> all (barred.ids)`;

/**
 * What is in review and will not come to its end: the first step from the present one on that has nobody, everybody who could
 * decide having written on it, decided at an earlier step, or being needed for one in between.
 */
const ofSteps = sql`
  select 'step_without_reviewer', s.id::text, step.wait, null, step.unit_id, t.lead_department_id, t.id, t.plan_id, s.id
  from submissions s
  join tasks t on t.id = s.task_id
  cross join lateral (select id, review_steps from revisions where submission_id = s.id order by number desc limit 1) r
  cross join lateral ${personsOf(sql`
    select c.user_id from contributors c where c.submission_id = s.id
    union all select unnest(array[v.decided_by_id, v.on_behalf_of_id]) from review_decisions v where v.revision_id = r.id`)}
  cross join lateral (select ahead.* from (
      select place, wait, unit_id, row_number() over (
        partition by case when wait in ('head', 'countersign') then unit_id::text else wait end order by place) as nth
      from jsonb_array_elements(r.review_steps) with ordinality each (step, place)
      cross join lateral (select case step ->> 'by' when 'admin' then 'director' else step ->> 'by' end as wait,
        case step ->> 'by' when 'countersign' then (step ->> 'departmentId')::uuid else s.department_id end as unit_id) of
      where place >= s.step) ahead
    where case wait
      when 'head' then ${takers("head", isNotBarred, sql`ahead.unit_id`)}
      when 'countersign' then ${takers("countersign", isNotBarred, sql`ahead.unit_id`)}
      when 'supervisor' then ${takers("supervisor", isNotBarred, sql`t.lead_department_id`)}
      when 'director' then ${takers("director", isNotBarred, sql`t.lead_department_id`)} end < nth
    order by place limit 1) step
  where s.status = 'in_review' and (${isDecidable})`;

/** What else waits for a person who did not write it. */
const ofActs = sql`
  select 'release_without_checker', submissions.id::text, 'release', null, submissions.department_id, t.lead_department_id, t.id, t.plan_id, submissions.id
  from submissions join tasks t on t.id = submissions.task_id
  cross join lateral ${personsOf(sql`select c.user_id from contributors c where c.submission_id = submissions.id
    union all select t.struck_off_by_id where submissions.kind = 'completion'`)}
  where ${awaitsRelease} and ${nobody("release", isNotBarred, sql`t.lead_department_id`)}
  union all
  select 'completion_without_verifier', t.id::text, 'verification', null, t.lead_department_id, t.lead_department_id, t.id, t.plan_id, null
  from tasks t cross join lateral (select array(${declarersOf(sql`t.id`)}) as ids) barred
  where t.status = 'completed' and t.struck_off_on is null and t.kind <> 'principle'
    and ${nobody("verification", isNotBarred, sql`t.lead_department_id`)}
  union all
  select 'follow_up_without_checker', f.letter_id::text, 'follow_up', null, null, t.lead_department_id, t.id, t.plan_id, null
  from letter_follow_ups f join tasks t on t.id = f.task_id
  cross join lateral (select id, written_by_id from follow_up_answers a
    where a.letter_id = f.letter_id order by a.sequence desc limit 1) last
  cross join lateral ${personsOf(sql`last.written_by_id`)}
  where not exists (select from follow_up_checks c where c.answer_id = last.id)
    and not exists (select from letter_erasures e where e.letter_id = f.letter_id and e.cause = 'request')
    and ${nobody("follow_up", isNotBarred, sql`t.lead_department_id`)}
  union all
  select 'correction_without_confirmer', c.id::text, 'correction', null, null, null, null, null, null
  from correction_requests c cross join lateral ${personsOf(sql`c.proposed_by_id`)}
  where c.status = 'open' and ${nobody("correction", isNotBarred, sql`null`)}
  union all
  select 'registration_without_confirmer', r.id::text, 'registration', null, null, null, null, null, null
  from registrations r cross join lateral ${personsOf(sql`select unnest(r.contributor_ids)`)}
  where r.status in ('proposed', 'confirmed')
    and ${nobody("registration", sql`not (barred.ids <@ array[who.person_id])`, sql`null`)}`;

/**
 * Every gap there is, as SQL to stand before a select from `gaps` (kind, subject, wait, role, unit_id, of_id, task_id,
 * plan_id, submission_id, key, place). `of_id` is the unit whose branch it is in, null where it is everybody's. What a condition on it
 * leaves out is not looked for.
 */
export const withGaps = sql`
  with recursive overseers as materialized (
    select who.id, who.person_id, who.role, who.branch_id from users who
    where who.role in ('supervisor', 'director') and ${isActive("who")}
  ), branch (root_id, unit_id) as (
    select branch_id, branch_id from overseers where branch_id is not null
    union select b.root_id, d.id from departments d join branch b on d.parent_id = b.unit_id
  ), taking as materialized (
    select distinct t.lead_department_id as unit_id, true as leads from tasks t
    where t.lead_department_id is not null and ${isOpen}
    union all select distinct c.department_id, false from task_cooperators c join tasks t on t.id = c.task_id where ${isOpen}
    union all select distinct (step ->> 'departmentId')::uuid, false
      from plans p cross join jsonb_array_elements(p.review_steps) each (step)
      where step ->> 'by' = 'countersign' and exists (select from tasks t where t.plan_id = p.id and ${isOpen})
  ), found (kind, subject, wait, role, unit_id, of_id, task_id, plan_id, submission_id) as (
    ${sql.join([ofUnits, ofRoles, ofSteps, ofActs], sql` union all `)}
  ), gaps as (
    select found.*, kind || ':' || subject || ':' || coalesce(wait, role, '') as key,
      array_position(array[${list(gapKinds)}], kind) as place from found
  )`;
