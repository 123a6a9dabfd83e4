import '../seating.css'
import { Button, Skeleton } from 'antd'
import type { SeatingPlan } from '#contract/events-seating.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { Page } from '../../../kit/page.tsx'
import { useParam } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { LinkButton } from '../../people/parts/link-button.tsx'
import { badge } from '../parts/seating-rounds.tsx'
import { t } from '../texts-seating.ts'

/** Cards to stand on the tables, and for each number where it sits in which round: numbers only. */
export default function SeatsPrintPage() {
  const eventId = useParam('eventId')
  const { data, error } = useRead('listRounds', { eventId })
  const back = (
    <LinkButton to={`/events/${eventId}`} search={{ tab: 'seats' } as never}>
      {t('backToEvent')}
    </LinkButton>
  )
  return (
    <Page
      title={t('printTitle')}
      note={<span className="print-hide">{t('printNote')}</span>}
      actions={
        <div className="seating-acts print-hide">
          {back}
          <Button type="primary" disabled={!data?.plan.length} title={t('noPlanYet')} onClick={() => print()}>
            {t('printNow')}
          </Button>
        </div>
      }
    >
      {error ? <p>{errorSentence(error)}</p> : data ? <Sheets plan={data} /> : <Skeleton active />}
    </Page>
  )
}

function Sheets({ plan }: { plan: SeatingPlan }) {
  if (plan.plan.length === 0)
    return (
      <section className="list-empty">
        <h2>{t('noPlanYet')}</h2>
        <p>{t('noPlanYetHint')}</p>
      </section>
    )
  const tables = [...new Set(plan.plan.flatMap((round) => round.tables.map((table) => table.tableNo)))]
  return (
    <>
      <section className="panel seating-panel">
        <h2 className="section-title">{t('lists')}</h2>
        <SeatList plan={plan} />
      </section>
      <section className="panel seating-panel print-break">
        <h2 className="section-title print-hide">{t('cards')}</h2>
        <div className="print-cards">
          {tables
            .sort((a, b) => a - b)
            .map((no) => (
              <div key={no} className="print-card">
                {t('table', { no })}
              </div>
            ))}
        </div>
      </section>
    </>
  )
}

function SeatList({ plan }: { plan: SeatingPlan }) {
  const rows = new Map<number, Map<number, string>>()
  const note = (badgeNo: number, roundNo: number, words: string) => {
    const row = rows.get(badgeNo) ?? new Map<number, string>()
    row.set(roundNo, words)
    rows.set(badgeNo, row)
  }
  for (const round of plan.plan) {
    for (const table of round.tables)
      for (const seat of table.seats) note(seat.badgeNo, round.roundNo, `${table.tableNo}–${seat.seat}`)
    for (const badgeNo of round.out) note(badgeNo, round.roundNo, t('out'))
  }
  return (
    <table className="print-table">
      <thead>
        <tr>
          <th scope="col">{t('badge')}</th>
          {plan.plan.map((round) => (
            <th key={round.roundNo} scope="col">
              {t('round', { no: round.roundNo })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...rows]
          .sort(([a], [b]) => a - b)
          .map(([badgeNo, seats]) => (
            <tr key={badgeNo}>
              <th scope="row">{badge(badgeNo)}</th>
              {plan.plan.map((round) => (
                <td key={round.roundNo}>{seats.get(round.roundNo) ?? '—'}</td>
              ))}
            </tr>
          ))}
      </tbody>
    </table>
  )
}
