import { type SQL, sql } from "drizzle-orm";
import { awaitsRelease, verifiedById } from "@/db/queries/releases";
import { inTime } from "@/db/queries/submissions/decidable";
import { lastCompletion } from "@/db/queries/tasks/declarers";
import { gapKinds } from "@/lib/domain/gaps/gaps";
import { neededRoles, takersOf, type Wait, waits } from "@/lib/domain/gaps/takers";
import { taskStatusesWithObligations } from "@/lib/domain/tasks/tasks";

const list = (words: readonly string[]) =>
  sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  );
const isActive = (account: string) =>
  sql.raw(`${account}.disabled_at is null and ${account}.role_granted_by_id is not null`);
const isOpen = sql`t.kind <> 'principle' and t.status in (${list(taskStatusesWithObligations)})`;

const hasAccount = (roles: SQL) => sql`exists (select from users who
  where who.department_id = d.id and who.role in (${roles}) and ${isActive("who")})`;
/** That the unit `d` leads, or helps with, an open task: found by the index of a unit's tasks, in whose order it is asked. */
const leads = sql`(select true from tasks t where t.lead_department_id = d.id and ${isOpen}
  order by t.lead_department_id, t.status, t.due_on, t.code limit 1)`;
const helps = sql`exists (select from task_cooperators c where c.department_id = d.id and c.is_open)`;
/** That nobody who oversees in the role `needed` is bound to no branch, nor to one that the unit `d` is of. */
const nobodyReaches = sql`(
  not exists (select from overseers who where who.branch_id is null and who.role::text = needed.role)
  and not exists (select from overseers who join branch b on b.root_id = who.branch_id
    where b.unit_id = d.id and who.role::text = needed.role))`;

/** Units with a part in open tasks: they lead, help or countersign. What a unit lacks is looked at first: few lack anything. */
const ofUnits = sql`
  select case when ${hasAccount(sql`'official', 'head'`)} then 'unit_without_head' else 'unit_without_account' end,
    d.id::text, null, null, d.id, d.id, null::uuid, null::uuid, null::uuid
  from departments d
  where d.closed_on is null and d.kind <> 'collective' and not ${hasAccount(sql`'head'`)}
    and (${leads} or ${helps} or d.id in (select unit_id from countersigning))
  union all
  select 'unit_without_overseer', d.id::text, null, needed.role, d.id, d.id, null, null, null
  from departments d cross join (values ('supervisor'), ('director')) needed (role)
  where exists (select from overseers o where o.role::text = needed.role) and ${nobodyReaches} and ${leads}`;

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

/** What waits for one act, written as the only step of a review. */
const only = (wait: Wait) => sql.raw(`'[{"by": "${wait}"}]'::jsonb`);

/** More than decide on anything. */
const unknown = sql`1000`;

/**
 * What waits for a person who had no part in it: a submission in review (each of its steps from the present one on), and what
 * else another than its author has to do. `writer_id` is the unit that wrote it, `written_id` the submission whose writers have a
 * part in it, `decided_id` that whose last decisions have too, made by at most `deciders` people, `author_ids` whoever else has.
 */
const waitingOf = (isAbout: SQL) => sql`
  select 'step_without_reviewer', s.id::text, s.steps_left, s.department_id, t.lead_department_id, t.id, t.plan_id,
    s.id, s.id, s.id, 2 * (s.step - 1), '{}'::uuid[]
  from submissions s join tasks t on t.id = s.task_id
  where s.status = 'in_review' and ${inTime(sql`s.kind`, sql`t.status`)} and ${isAbout}
  union all
  select 'release_without_checker', submissions.id::text, ${only("release")}, submissions.department_id, t.lead_department_id, t.id, t.plan_id,
    submissions.id, submissions.id, null, 0,
    array_remove(array[${verifiedById}], null)
  from submissions join tasks t on t.id = submissions.task_id
  where ${awaitsRelease} and ${isAbout}
  union all
  select 'completion_without_verifier', t.id::text, ${only("verification")}, t.lead_department_id, t.lead_department_id, t.id, t.plan_id,
    null, done.id, done.id, ${unknown}, array(select x.released_by_id from releases x where x.submission_id = done.id)
  from tasks t
  left join lateral (${lastCompletion(sql`t.id`)}) done on true
  where t.status = 'completed' and t.struck_off_on is null and t.kind <> 'principle' and ${isAbout}
  union all
  select 'follow_up_without_checker', f.letter_id::text, ${only("follow_up")}, null, t.lead_department_id, t.id, t.plan_id,
    null, null, null, 0, array[last.written_by_id]
  from letter_follow_ups f join tasks t on t.id = f.task_id
  cross join lateral (select id, written_by_id from follow_up_answers a
    where a.letter_id = f.letter_id order by a.sequence desc limit 1) last
  where not exists (select from follow_up_checks c where c.answer_id = last.id)
    and not exists (select from letter_erasures e where e.letter_id = f.letter_id and e.cause = 'request') and ${isAbout}
  union all
  select 'correction_without_confirmer', c.id::text, ${only("correction")}, null, null, null, null, null, null, null, 0, array[c.proposed_by_id]
  from correction_requests c where c.status = 'open'
  union all
  select 'registration_without_confirmer', r.id::text, ${only("registration")}, null, null, null, null, null, null, null, 0,
    case when (select count(distinct u.person_id) from users u where u.id = any (r.contributor_ids)) = 1 then r.contributor_ids else '{}' end
  from registrations r where r.status in ('proposed', 'confirmed')`;

const takerRules = sql.join(
  waits.flatMap((wait) => {
    const { roles, within } = takersOf(wait);
    return roles.map((role) => sql`(${wait}, ${role}::role, ${within})`);
  }),
  sql`, `,
);

/**
 * What waits and will not come to its end: the first step from the present one on that has nobody, everybody who could decide
 * having had a part in it, or being needed for a step in between. Who could take it is asked once for all that waits at the same
 * place; who had a part in it only where there are so few that they could all have had one, or one of them wrote it.
 */
const ofWaiting = sql`
  select distinct on (w.n) w.kind, w.subject, ahead.wait, null, ahead.shown_id, w.lead_id, w.task_id, w.plan_id, w.submission_id
  from perhaps w join ahead on ahead.place_id = w.place_id
  left join takers on takers.place_key = ahead.place_key
  left join barred on barred.n = w.n
  where takers.ids is null
    or ((cardinality(takers.ids) < ahead.nth or takers.ids && barred.ids)
      and (select count(*) from unnest(takers.ids) who where who <> all (coalesce(barred.ids, '{}'))) < ahead.nth)
  order by w.n, ahead.place`;

/**
 * Every gap there is, as SQL to stand before a select from `gaps` (kind, subject, wait, role, unit_id, of_id, task_id,
 * plan_id, submission_id, key, place). `of_id` is the unit whose branch it is in, null where it is everybody's. Of what waits
 * for a task only that of those tasks is looked for that `isAbout` (over tasks as `t`) lets through.
 */
export const withGaps = (isAbout: SQL = sql`true`) => sql`
  with recursive overseers as materialized (
    select who.id, who.person_id, who.role, who.branch_id from users who
    where who.role in ('supervisor', 'director') and ${isActive("who")}
  ), branch (root_id, unit_id) as (
    select branch_id, branch_id from overseers where branch_id is not null
    union select b.root_id, d.id from departments d join branch b on d.parent_id = b.unit_id
  ), countersigning as (
    select (step ->> 'departmentId')::uuid as unit_id
    from plans p cross join jsonb_array_elements(p.review_steps) each (step)
    where p.review_steps @> '[{"by": "countersign"}]' and step ->> 'by' = 'countersign'
      and exists (select from tasks t where t.plan_id = p.id and ${isOpen})
  ), waiting as materialized (
    select row_number() over () as n, dense_rank() over (order by lead_id, writer_id, deciders, steps) as place_id, each.*
    from (${waitingOf(isAbout)}) each (kind, subject, steps, writer_id, lead_id, task_id, plan_id, submission_id, written_id,
      decided_id, deciders, author_ids)
  ), ahead as materialized (
    select place_id, deciders, place, wait, at_id, shown_id, concat_ws(':', takers_of, at_id) as place_key,
      row_number() over (partition by place_id, takers_of, at_id order by place) as nth
    from (select distinct place_id, deciders, steps, writer_id, lead_id from waiting) places
    cross join jsonb_array_elements(steps) with ordinality each (step_of, place)
    cross join lateral (select case step_of ->> 'by' when 'admin' then 'director' else step_of ->> 'by' end as wait) waits
    cross join lateral (select case wait when 'countersign' then 'head' else wait end as takers_of,
      case wait when 'countersign' then (step_of ->> 'departmentId')::uuid when 'head' then writer_id else lead_id end as at_id,
      case wait when 'countersign' then (step_of ->> 'departmentId')::uuid else writer_id end as shown_id) of
  ), takers (place_key, ids) as materialized (
    select place_key, array_agg(distinct person_id) from (
      select asked.place_key, who.person_id from (select distinct place_key, wait, at_id from ahead) asked
      join (values ${takerRules}) rule (wait, role, within) on rule.wait = asked.wait and rule.within = 'unit'
      join users who on who.department_id = asked.at_id and who.role = rule.role and ${isActive("who")}
      union all
      select asked.place_key, who.person_id from (select distinct place_key, wait, at_id from ahead) asked
      join (values ${takerRules}) rule (wait, role, within) on rule.wait = asked.wait and rule.within <> 'unit'
      join overseers who on who.role = rule.role and (who.branch_id is null
        or rule.within = 'branch' and (who.branch_id, asked.at_id) in (select root_id, unit_id from branch))
    ) person group by place_key
  ), short (place_id) as materialized (
    select distinct place_id from ahead left join takers on takers.place_key = ahead.place_key
    where takers.ids is null or cardinality(takers.ids) - nth < deciders
  ), perhaps as materialized (
    select waiting.* from waiting join short on short.place_id = waiting.place_id
    union select * from waiting where author_ids <> '{}'
    union select waiting.* from contributors c join waiting on written_id = c.submission_id
      where c.user_id = any (array(select id from users where person_id in (select unnest(ids) from takers)))
  ), barred (n, ids) as materialized (
    select n, array(select u.person_id from (
      select c.user_id from contributors c where c.submission_id = written_id
      union all select unnest(array[v.decided_by_id, v.on_behalf_of_id]) from review_decisions v where v.revision_id =
        (select id from revisions r where r.submission_id = decided_id order by number desc limit 1)
      union all select unnest(author_ids)
    ) party join users u on u.id = party.user_id) from perhaps
  ), found (kind, subject, wait, role, unit_id, of_id, task_id, plan_id, submission_id) as (
    ${ofUnits} union all ${ofRoles} union all (${ofWaiting})
  ), gaps as (
    select found.*, kind || ':' || subject || ':' || coalesce(wait, role, '') as key,
      array_position(array[${list(gapKinds)}], kind) as place from found
  )`;
