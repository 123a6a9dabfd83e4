import '../seating.css'
import { Alert, Button, InputNumber, Skeleton } from 'antd'
import { useState } from 'react'
import type { SeatingPlan } from '#contract/events-seating.ts'
import { useConfirm } from '../../../kit/confirm.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { formatNumber } from '../../../kit/format.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import type { EventTabProps } from '../../../kit/routes.ts'
import { LinkButton } from '../../people/parts/link-button.tsx'
import { t } from '../texts-seating.ts'
import { SeatingLeavings } from './seating-leavings.tsx'
import { badge, SeatingRounds } from './seating-rounds.tsx'

/** Who sits where: plan, look, begin one round after the other. */
export default function SeatingTab({ event }: EventTabProps) {
  const { data, error } = useRead('listRounds', { eventId: event.id })
  if (error) return <Alert type="error" showIcon title={errorSentence(error)} />
  if (!data) return <Skeleton active paragraph={{ rows: 8 }} />
  if (data.seating === 'none') return <Nothing title={t('none')} hint={t('noneHint')} />
  return (
    <>
      <Head eventId={event.id} plan={data} />
      <Remarks plan={data} />
      {data.plan.length === 0 && data.men + data.women === 0 && (
        <Nothing title={t('nobody')} hint={t('nobodyHint')} />
      )}
      {data.plan.length > 0 && <SeatingRounds plan={data} />}
      {data.plan.length > 0 && <SeatingLeavings eventId={event.id} plan={data} />}
    </>
  )
}

function Head({ eventId, plan }: { eventId: string; plan: SeatingPlan }) {
  const begun = plan.plan.filter((round) => round.releasedAt !== null).length
  return (
    <section className="panel seating-head">
      <dl className="seating-facts">
        <div>
          <dt>{t('present')}</dt>
          <dd className="figures">
            {t('presentSaid', { men: formatNumber(plan.men), women: formatNumber(plan.women) })}
          </dd>
        </div>
        <div>
          <dt>{t('begun')}</dt>
          <dd className="figures">
            {begun === 0
              ? t('notBegun', { all: plan.rounds })
              : t('begunSaid', { done: begun, all: plan.rounds })}
          </dd>
        </div>
      </dl>
      <Acts eventId={eventId} plan={plan} begun={begun} />
    </section>
  )
}

function Acts({ eventId, plan, begun }: { eventId: string; plan: SeatingPlan; begun: number }) {
  const [seats, setSeats] = useState(plan.seatsPerTable)
  const outdates = ['listRounds'] as const
  const planning = useAct('planRounds', { invalidates: outdates })
  const releasing = useAct('releaseRound', { invalidates: outdates })
  const confirm = useConfirm()
  const tooFew = plan.men + plan.women < 2
  const over = begun >= plan.rounds
  const begin = async (roundNo: number) => {
    const sure = await confirm({
      title: t('beginTitle', { no: roundNo }),
      verb: t('begin', { no: roundNo }),
      body: t('beginHint', { people: formatNumber(plan.men + plan.women) }),
    })
    if (sure) releasing.mutate({ eventId, roundNo })
  }
  const failed = planning.error ?? releasing.error
  return (
    <div>
      <div className="seating-acts">
        {plan.seating === 'tables' && begun === 0 && (
          <label>
            {t('seatsPerTable')}{' '}
            <InputNumber min={2} max={20} value={seats} onChange={(value) => setSeats(value ?? seats)} />{' '}
            {t('people')}
          </label>
        )}
        {plan.plan.length > 0 && (
          <LinkButton to={`/events/${eventId}/seats/print`} search={{} as never}>
            {t('print')}
          </LinkButton>
        )}
        <Button
          type={plan.nextRound === null ? 'primary' : 'default'}
          loading={planning.isPending}
          disabled={!plan.can.run || tooFew || over}
          title={!plan.can.run ? t('cannotRun') : tooFew ? t('nobody') : over ? t('allOver') : ''}
          onClick={() =>
            planning.mutate({ eventId, ...(plan.seating === 'tables' ? { seatsPerTable: seats } : {}) })
          }
        >
          {planVerb(plan, begun)}
        </Button>
        {plan.nextRound !== null && (
          <Button
            type="primary"
            loading={releasing.isPending}
            disabled={!plan.can.run}
            title={plan.can.run ? '' : t('cannotRun')}
            onClick={() => void begin(plan.nextRound!)}
          >
            {t('begin', { no: plan.nextRound })}
          </Button>
        )}
      </div>
      {failed && <Alert type="error" showIcon title={errorSentence(failed)} />}
    </div>
  )
}

function planVerb(plan: SeatingPlan, begun: number): string {
  if (plan.nextRound !== null) return t('planAgain')
  return begun > 0 && plan.twoPart ? t('planPartTwo') : t('plan')
}

function Remarks({ plan }: { plan: SeatingPlan }) {
  const coming = plan.plan.filter((round) => round.releasedAt === null)
  const begun = plan.plan.length - coming.length
  const unseated = coming.filter((round) => round.unseated > 0).map((round) => round.roundNo)
  const partOver = plan.twoPart && coming.length === 0 && begun > 0 && begun < plan.rounds
  const fewer = !plan.twoPart && coming.length > 0 && plan.plan.length < plan.rounds
  return (
    <div className="seating-remarks">
      {plan.newcomers.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('newcomers', {
            count: plan.newcomers.length,
            badges: plan.newcomers.map(badge).join('、'),
          })}
        />
      )}
      {unseated.length > 0 && (
        <Alert type="warning" showIcon title={t('unseated', { rounds: unseated.join('、') })} />
      )}
      {fewer && <Alert type="info" showIcon title={t('fewerRounds', { count: plan.plan.length })} />}
      {partOver && <Alert type="info" showIcon title={t('partTwoNow')} />}
    </div>
  )
}

function Nothing({ title, hint }: { title: string; hint: string }) {
  return (
    <section className="list-empty">
      <h2>{title}</h2>
      <p>{hint}</p>
    </section>
  )
}
