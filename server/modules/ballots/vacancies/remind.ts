import { sql } from 'kysely'
import type { ChairVacancy } from '#contract/ballots-shapes.ts'
import { createTask, overtakeTasks } from '#server/modules/inbox/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import { addDays, today } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { chairVacancies, type VacancyDays } from './chair-vacancies.ts'
import { insertReminder, remindersTold, type VacancyReminder } from './store.ts'

/**
 * Once a day: unions whose chair's post is vacant for as long as the rule calls soon, and again late (B14), while no election of a chair is under way. The
 * union gets a task, the union above one for all that are new; a vacancy is told once at each level. Tasks that nothing is left of end by themselves.
 * Returns how many vacancies were told.
 */
export async function remindOfVacancies(tx: Tx): Promise<number> {
  const rule = await ruleFor<VacancyDays>(tx, 'ballots.chair_vacancy', await today(tx))
  const vacant = await chairVacancies(tx, { days: rule.value, within: sql`true` })
  const idle = vacant.filter(({ ballotId }) => ballotId === null)
  const told = await remindersTold(tx)
  const isNew = (each: ChairVacancy) =>
    !told.some((old) => isOf(old, each) && (old.level === each.level || old.level === 'late'))
  const fresh = idle.filter(isNew)
  const above = await unionsAbove(tx, fresh)
  for (const [aboveId, vacancies] of Map.groupBy(fresh, ({ organisationId }) => above.get(organisationId)!))
    for (const [level, alike] of Map.groupBy(vacancies, (each) => each.level))
      await tell(tx, { aboveId, level, vacancies: alike, days: rule.value })
  const open = (old: VacancyReminder) =>
    idle.some((each) => isOf(old, each) && (old.level === each.level || old.level === 'late'))
  const over = told.filter((old) => !open(old))
  // A task of the union above ends with the last vacancy it named.
  const aboveOver = over.filter(
    (old) => !told.some((each) => each.aboveTaskId === old.aboveTaskId && open(each)),
  )
  await overtakeTasks(tx, null, [
    ...over.map((old) => old.taskId),
    ...aboveOver.map((old) => old.aboveTaskId),
  ])
  return fresh.length
}

function isOf(old: VacancyReminder, { organisationId, vacantSince }: ChairVacancy): boolean {
  return old.organisationId === organisationId && old.vacantSince === vacantSince
}

async function tell(
  tx: Tx,
  told: {
    aboveId: string
    level: ChairVacancy['level']
    vacancies: readonly ChairVacancy[]
    days: VacancyDays
  },
): Promise<void> {
  const { aboveId, level, vacancies } = told
  const due = (each: ChairVacancy) => addDays(each.vacantSince, told.days.late)
  const days = told.days[level]
  const aboveTaskId = await createTask(tx, null, {
    kind: 'ballots.chairs_vacant',
    organisationId: aboveId,
    permission: 'ballots.approve',
    subjectId: aboveId,
    params: { count: vacancies.length, days },
    dueOn: vacancies.map(due).sort()[0]!,
  })
  for (const each of vacancies) {
    const { organisationId, vacantSince } = each
    const taskId = await createTask(tx, null, {
      kind: 'ballots.chair_vacant',
      organisationId,
      permission: 'ballots.run',
      subjectId: organisationId,
      params: { days },
      dueOn: due(each),
    })
    await insertReminder(tx, { organisationId, vacantSince, level, taskId, aboveTaskId })
  }
}

/** The organisation next above each union today; itself where there is none. */
async function unionsAbove(tx: Tx, vacancies: readonly ChairVacancy[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; aboveId: string }>`
    select o.id, coalesce((select t.ancestor_id from organisation_tree t where t.tenant_id = o.tenant_id and t.descendant_id = o.id and t.depth = 1
      and t.starts_on <= app_today() and (t.ends_before is null or app_today() < t.ends_before) limit 1), o.id) as "aboveId"
    from organisations o where o.tenant_id = ${tx.tenantId} and o.id = any(${vacancies.map((each) => each.organisationId)}::uuid[])`.execute(
    tx,
  )
  return new Map(rows.map(({ id, aboveId }) => [id, aboveId]))
}
