import type { Client } from 'pg'
import type { RightsTold } from './rights.queries.ts'

/** For one in ten invented children a plan with a goal and something to do, and for some a decision to make. */
export async function keepPlans(
  client: Client,
  today: Date,
  story: string | undefined,
): Promise<void> {
  await client.query(
    `create temporary table planned on commit drop as
     select gen_random_uuid() as plan, gen_random_uuid() as goal, c.id as child_id, a.person_id as worker, m.id as manager, h.h, $1::timestamptz as now
     from waymark.child c
     cross join lateral (select abs(hashtext(c.id::text || 'plan')::bigint) as h) h
     cross join lateral (select person_id from waymark.allocation where child_id = c.id and ended_on is null and part <> 'guardian' order by started_on, person_id limit 1) a
     cross join lateral (select id from waymark.person where organisation_id = c.organisation_id and role = 'manager' order by team_id nulls first, id limit 1) m
     where h.h % 10 = 0 and c.id is distinct from $2::uuid and c.opened_at < $1::timestamptz - interval '2 days'`,
    [today, story ?? null],
  )
  await client.query(`insert into waymark.plan (id, child_id, template_id, state, starts_on, strengths, chair_id, author_id, opened_at, changed_by, changed_at)
    select p.plan, p.child_id, t.id, 'draft', p.now::date - 40, (array['Good with animals.', 'Never forgets a name.', 'Cooks for everybody.'])[p.h % 3 + 1],
      p.manager, p.worker, p.now - interval '40 days', p.worker, p.now - interval '40 days'
    from planned p join waymark.plan_template t on t.kind = (array['support', 'safety'])[p.h / 10 % 2 + 1] and t.version = 1`)
  await client.query(`insert into waymark.plan_goal (id, child_id, plan_id, words, joint, changed_by, changed_at)
    select goal, child_id, plan, (array['A room where it is quiet', 'To learn with others my age', 'To know who to ring at night'])[h % 3 + 1], true, worker, now from planned`)
  await client.query(`insert into waymark.plan_action (child_id, plan_id, goal_id, what, plain, agency, owner_id, owner_name, due_on, changed_by, changed_at)
    select child_id, plan, goal, 'Ask the housing team, and say what they answer.', 'Somebody asks about it and tells you.',
      case when h / 20 % 3 = 0 then 'housing' else 'us' end, case when h / 20 % 3 <> 0 then worker end, case when h / 20 % 3 = 0 then 'The housing desk' end,
      now::date + ((h / 60 % 60) - 5)::integer, worker, now from planned`)
  await client.query(`insert into waymark.best_interests (child_id, question, opened_by, opened_at, changed_by, changed_at)
    select child_id, 'Which school fits best from January?', worker, now - interval '6 days', worker, now - interval '6 days' from planned where h / 10 % 4 = 0`)
}

/** The plan and the decisions of the young person who is told in full. All invented. */
export async function tellPlans(client: Client, told: RightsTold): Promise<void> {
  const at = (days: number) => new Date(told.today.getTime() + days * 24 * 60 * 60 * 1000)
  await decided(client, told, at)
  const { rows } = await client.query<{ id: string; template_id: string }>(
    `insert into waymark.plan (child_id, template_id, state, starts_on, strengths, chair_id, author_id, opened_at, changed_by, changed_at)
     select $1, t.id, 'draft', $4::date, 'He speaks three languages, and makes people laugh. His sister rings him every Sunday.', $3, $2, $4, $2, $4
     from waymark.plan_template t where t.kind = 'pathway' and t.nations = '{england}' and t.version = 2 returning id, template_id`,
    [told.child, told.worker, told.manager, at(-60)],
  )
  const plan = rows[0]
  if (!plan) throw new Error('The story has a plan')
  await heads(client, told, plan, at)
  await goals(client, told, plan.id, at)
  await offers(client, told, plan.id, at)
  await client.query(
    `insert into waymark.plan_said (child_id, plan_id, kind, words, words_language, said_by, written_by, written_at, answer, answer_words, answered_by, answered_at)
     values ($1, $2, 'disagrees', 'I do not want to move to another town. My friends are here.', 'en', 'child', $3, $4, 'taken_up', 'You stay in this town. We look for a room here.', $5, $6),
            ($1, $2, 'proposes', 'I want to learn to drive when I am eighteen.', 'en', 'child', $3, $6, null, null, null, null)`,
    [told.child, plan.id, told.account, at(-20), told.worker, at(-10)],
  )
  await reviewed(client, told, plan.id, at)
  await letGo(client, told, plan.id, at)
  await valued(client, told, at)
  await markWhatMatters(client, told, at)
}

type At = (days: number) => Date

async function decided(client: Client, told: RightsTold, at: At): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `insert into waymark.best_interests (child_id, question, weight, weight_why, reasons, child_stands, others_stand, opened_by, opened_at, changed_by, changed_at)
     values ($1, 'Will he stay with his carers after his birthday?', 'followed', 'It is his home, and he says so each time he is asked.', 'He sleeps there, and the college is near.', 'agrees', 'somebody', $2, $3, $2, $3) returning id`,
    [told.child, told.worker, at(-30)],
  )
  const decision = rows[0]?.id
  const options = await client.query<{ id: string }>(
    `insert into waymark.best_interests_option (child_id, decision_id, what, speaks_for, speaks_against, changed_by, changed_at)
     values ($1, $2, 'He stays with his carers', 'He knows them and trusts them', 'There is less money for it', $3, $4),
            ($1, $2, 'A shared house in the next town', 'A room of his own', 'Far from his friends and the college', $3, $4) returning id`,
    [told.child, decision, told.worker, at(-29)],
  )
  await client.query(
    `insert into waymark.best_interests_heard (child_id, decision_id, kind, on_day, words, words_language, said_by, written_by, written_at)
     values ($1, $2, 'said', $3::date, 'I want to stay. Here I know which light is mine at night.', 'en', 'child_with_someone', $4, $3)`,
    [told.child, decision, at(-28), told.worker],
  )
  await client.query(
    `insert into waymark.best_interests_dissent (child_id, decision_id, whose, who, words, written_by, written_at)
     values ($1, $2, 'professional', 'The placements team', 'The shared house has a place now, and may not have one later.', $3, $4)`,
    [told.child, decision, told.worker, at(-27)],
  )
  await client.query('update waymark.best_interests set chosen_option = $2 where id = $1', [
    decision,
    options.rows[0]?.id,
  ])
}

async function heads(
  client: Client,
  told: RightsTold,
  plan: { readonly id: string; readonly template_id: string },
  at: At,
): Promise<void> {
  await client.query(
    `insert into waymark.plan_text (child_id, plan_id, template_id, head_code, words, changed_by, changed_at)
     select $1, $2, $3, h.code, h.words, $4, $5 from (values
       ('home', 'He stays with his carers under a staying put arrangement.'),
       ('education', 'Second year of college, with English in the evening.'),
       ('adviser', 'His adviser meets him every two weeks at the café he chose.'),
       ('after_exploitation', 'Somebody he trusts comes along to each interview; no interview on a college day.')) h(code, words)`,
    [told.child, plan.id, plan.template_id, told.worker, at(-50)],
  )
  await client.query(
    `insert into waymark.plan_plain (child_id, plan_id, head_code, words, changed_by, changed_at)
     select $1, $2, h.code, h.words, $3, $4 from (values
       ('home', 'You stay where you live now, after your birthday too.'),
       ('education', 'You go on with college. There is an English class in the evening.'),
       ('adviser', 'Your adviser meets you every two weeks, at the café you chose.')) h(code, words)`,
    [told.child, plan.id, told.worker, at(-50)],
  )
}

async function goals(client: Client, told: RightsTold, plan: string, at: At): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `insert into waymark.plan_goal (child_id, plan_id, words, joint, outcome_id, changed_by, changed_at)
     values ($1, $2, 'To stay with people who know me', true,
       (select o.id from waymark.outcome o join waymark.framework_version v on v.id = o.framework_version_id and v.status = 'live' order by o.code <> 'home', o.position limit 1), $3, $4) returning id`,
    [told.child, plan, told.worker, at(-45)],
  )
  await client.query(
    `insert into waymark.plan_action (child_id, plan_id, goal_id, what, plain, agency, owner_id, owner_name, due_on, changed_by, changed_at)
     values ($1, $2, $3, 'Agree the staying put arrangement with the carers.', 'Somebody agrees with your carers that you stay.', 'us', $4, null, $5::date, $4, $6),
            ($1, $2, $3, 'Keep the place at college for next year.', 'The college keeps your place.', 'school', null, 'The head of year', $7::date, $4, $6)`,
    [told.child, plan, rows[0]?.id, told.worker, at(14), at(-45), at(-4)],
  )
  await client.query(
    `insert into waymark.plan_conflict (child_id, plan_id, agency, words, raised_by, raised_at)
     values ($1, $2, 'police', 'They ask for an interview in the week of his exams.', $3, $4)`,
    [told.child, plan, told.worker, at(-3)],
  )
}

async function offers(client: Client, told: RightsTold, plan: string, at: At): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `insert into waymark.plan_need (child_id, plan_id, domain, need, owner_id, offer, offered_by, offered_on, changed_by, changed_at)
     values ($1, $2, 'activities', 'Football with others his age', $3, 'A team on Saturdays, with the bus paid', 'The youth centre', $4::date, $3, $4),
            ($1, $2, 'faith', 'A church where his language is spoken', null, null, null, null, $3, $4) returning id`,
    [told.child, plan, told.worker, at(-25)],
  )
  await client.query(
    `insert into waymark.plan_verdict (child_id, need_id, choice, words, said_by, written_by, written_at)
     values ($1, $2, 'chose_it', 'Saturday is good.', 'child', $3, $4)`,
    [told.child, rows[0]?.id, told.account, at(-15)],
  )
}

async function reviewed(client: Client, told: RightsTold, plan: string, at: At): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `insert into waymark.plan_review (child_id, plan_id, planned_on, held_on, took_part, needs_met, needs_words, changed_by, changed_at)
     values ($1, $2, $4::date, $4::date, 'PN1', 'partly', 'He says that he sleeps; interviews still fall on college days.', $3, $4) returning id`,
    [told.child, plan, told.worker, at(-12)],
  )
  await client.query(
    `insert into waymark.plan_review_line (child_id, review_id, asked, done, child_says, changed_by, changed_at)
     values ($1, $2, 'No interviews on college days', 'The lawyer was asked, and agreed.', 'Once they still did it.', $3, $4)`,
    [told.child, rows[0]?.id, told.worker, at(-12)],
  )
}

/** A goal that was let go, with why. */
async function letGo(client: Client, told: RightsTold, plan: string, at: At): Promise<void> {
  const why = 'He says that it is too far, and that he would rather have the evenings for college.'
  const { rows } = await client.query<{ id: string }>(
    `insert into waymark.plan_goal (child_id, plan_id, words, joint, let_go_why, changed_by, changed_at)
     values ($1, $2, 'To play in the city team', false, $5, $3, $4) returning id`,
    [told.child, plan, told.worker, at(-8), why],
  )
  await client.query(
    `insert into waymark.plan_goal_step (child_id, plan_id, goal_id, kind, why, written_by, written_at)
     values ($1, $2, $3, 'let_go', $6, $4, $5)`,
    [told.child, plan, rows[0]?.id, told.worker, at(-8), why],
  )
}

/** What matters of what happened: to a worker, with why, and to the young person, for themselves. */
async function markWhatMatters(client: Client, told: RightsTold, at: At): Promise<void> {
  await client.query(
    `insert into waymark.chronology_mark (child_id, source, event_id, voice, why, marked_by, marked_at)
     select $1, 'plan_said', s.id, 'staff', 'His wish to stay decided where we look for a room.', $2, $3
     from waymark.plan_said s where s.child_id = $1 and s.kind = 'disagrees' order by s.written_at limit 1`,
    [told.child, told.worker, at(-9)],
  )
  await client.query(
    `insert into waymark.chronology_mark (child_id, source, event_id, voice, marked_by, marked_at)
     select $1, 'learning_began', l.id, 'young_person', $2, $3
     from waymark.place_of_learning l where l.child_id = $1 order by l.began_on desc nulls last limit 1`,
    [told.child, told.account, at(-7)],
  )
}

/** What he values, in his words. */
async function valued(client: Client, told: RightsTold, at: At): Promise<void> {
  await client.query(
    `insert into waymark.valued_thing (child_id, kind, words, said_by, written_by, said_at)
     values ($1, 'do', 'Football, when it is not too cold.', 'child', $2, $3),
            ($1, 'people', 'My sister on Sundays. And the boys from the English class.', 'child', $2, $3),
            ($1, 'learn', 'To repair cars.', 'child', $2, $3)`,
    [told.child, told.account, at(-26)],
  )
}
