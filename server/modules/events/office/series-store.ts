import type { Tx } from '#server/platform/db/transaction.ts'

/** The series, locked; undefined when it is not there. */
export async function lockSeries(tx: Tx, seriesId: string) {
  return tx
    .selectFrom('event_series')
    .select([
      'id',
      'organisation_id as organisationId',
      'kind',
      'name',
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
