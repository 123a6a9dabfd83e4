import '../choices.css'
import { Alert, Button, Skeleton, Statistic } from 'antd'
import type { ChoiceCounts } from '#contract/matchmaking-choices.ts'
import { useConfirm } from '../../../kit/confirm.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant } from '../../../kit/format.ts'
import { useMay } from '../../../kit/me.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import type { EventTabProps } from '../../../kit/routes.ts'
import { LinkButton } from '../../people/parts/link-button.tsx'
import { t } from '../choices-texts.ts'

/** The choices of an event for whoever runs it: numbers alone, the closing, and cards of paper. */
export default function ChoicesTab({ event }: EventTabProps) {
  const { data, error } = useRead('getChoiceCounts', { eventId: event.id })
  if (error) return <Alert type="error" showIcon title={t('failed')} description={errorSentence(error)} />
  if (!data) return <Skeleton active paragraph={{ rows: 6 }} />
  return (
    <div className="choice-tab">
      <Alert type="info" showIcon title={t('privacy')} />
      <section className="panel choice-numbers">
        <Statistic title={t('present')} value={data.present} />
        <Statistic title={`${t('sheets')}（${t('sheetsHint')}）`} value={data.sheets} />
        <Statistic title={t('pairs')} value={pairsOf(data)} />
      </section>
      <Closing eventId={event.id} counts={data} />
      <Paper eventId={event.id} counts={data} />
    </div>
  )
}

function Closing({ eventId, counts }: { eventId: string; counts: ChoiceCounts }) {
  const confirm = useConfirm()
  const close = useAct('closeChoices', { invalidates: ['getChoiceCounts'] })
  const ask = async () => {
    const sure = await confirm({
      title: t('closeTitle'),
      body: (
        <>
          <p>{t('closeBody', { present: counts.present, sheets: counts.sheets })}</p>
          {counts.paperOpen > 0 && <p>{t('closePaper', { count: counts.paperOpen })}</p>}
        </>
      ),
      verb: t('closeVerb'),
      stay: t('stay'),
    })
    if (sure) close.mutate({ eventId })
  }
  const when =
    counts.closedAt === null
      ? t('closesAt', { time: formatInstant(counts.closesAt) })
      : t('closedAt', { time: formatInstant(counts.closedAt) })
  return (
    <section className="choice-line">
      <span className="figures">{when}</span>
      {counts.can.close && (
        <Button type="primary" loading={close.isPending} onClick={() => void ask()}>
          {t('close')}
        </Button>
      )}
      {close.error && <Alert type="error" showIcon title={errorSentence(close.error)} />}
    </section>
  )
}

function Paper({ eventId, counts }: { eventId: string; counts: ChoiceCounts }) {
  const mayKey = useMay('matchmaking.key_choices')
  if (!mayKey || counts.closedAt !== null) return null
  return (
    <section className="panel">
      <h2 className="section-title">{t('paper')}</h2>
      <p>{t('paperHint')}</p>
      {counts.paperOpen > 0 && <p className="figures">{t('unfinished', { count: counts.paperOpen })}</p>}
      <div className="choice-line">
        {counts.can.keyPaper && (
          <LinkButton to={`/events/${eventId}/paper-cards` as never}>{t('keyIn')}</LinkButton>
        )}
        <LinkButton to={`/events/${eventId}/paper-cards/print` as never}>{t('print')}</LinkButton>
      </div>
    </section>
  )
}

function pairsOf({ closedAt, pairs }: ChoiceCounts): string {
  if (closedAt === null) return t('pairsBefore')
  return pairs === null ? t('pairsFew') : t('pairsUnit', { count: pairs })
}
