import type { Tx } from '#server/platform/db/transaction.ts'

/** A series as commands need it. */
export type SeriesHead = NonNullable<Awaited<ReturnType<typeof lockSeries>>>

/** The series, locked against drafting it twice at a time; undefined when it is not there. */
export async function lockSeries(tx: Tx, seriesId: string) {
  return tx
    .selectFrom('event_series')
    .select([
      'id',
      'organisation_id as organisationId',
      'kind',
      'repeat_week as repeatWeek',
      'repeat_weekday as repeatWeekday',
      'starts_on as startsOn',
      'ends_before as endsBefore',
      'created_by as createdBy',
    ])
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', seriesId)
    .forUpdate()
    .executeTakeFirst()
}

/** Writes a new series. */
export async function insertSeries(
  tx: Tx,
  series: Omit<SeriesHead, 'endsBefore'> & { name: string },
): Promise<void> {
  await tx
    .insertInto('event_series')
    .values({
      tenant_id: tx.tenantId,
      id: series.id,
      organisation_id: series.organisationId,
      kind: series.kind,
      name: series.name,
      repeat_week: series.repeatWeek,
      repeat_weekday: series.repeatWeekday,
      starts_on: series.startsOn,
      created_by: series.createdBy,
    })
    .execute()
}

/** Renames a series, or ends it. */
export async function changeSeries(
  tx: Tx,
  seriesId: string,
  change: { name: string; endsBefore: string | null },
): Promise<void> {
  await tx
    .updateTable('event_series')
    .set({ name: change.name, ends_before: change.endsBefore })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', seriesId)
    .execute()
}

/** The events of a series that were not cancelled, the last to begin first: their ids and times. */
export async function eventsOfSeries(tx: Tx, seriesId: string) {
  return tx
    .selectFrom('events')
    .select(['id', 'starts_at as startsAt', 'edition_no as editionNo'])
    .where('tenant_id', '=', tx.tenantId)
    .where('series_id', '=', seriesId)
    .where('state', '<>', 'cancelled')
    .orderBy('starts_at', 'desc')
    .execute()
}

/** Recurrences that go on after today. */
export async function runningRecurrences(tx: Tx, today: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('event_series')
    .select('id')
    .where('tenant_id', '=', tx.tenantId)
    .where('kind', '=', 'recurrence')
    .where((e) => e.or([e('ends_before', 'is', null), e('ends_before', '>', today)]))
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}
