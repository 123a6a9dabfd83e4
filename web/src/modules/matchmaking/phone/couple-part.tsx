import { useState } from 'react'
import type { OwnMatch } from '#contract/matchmaking-pairs.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay } from '../../../kit/format.ts'
import { useAct } from '../../../kit/query.ts'
import { Button } from '../../../ui/light/button.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { t } from './matches-texts.ts'

/** Whether we are a couple: each says so without seeing what the other said. */
export function CouplePart({ match }: { match: OwnMatch }) {
  const confirm = useAct('confirmCouple', { invalidates: ['listOwnMatches'] })
  const { interestId } = match
  if (match.couple === 'couple') return <Couple match={match} />
  return (
    <section>
      <h3>{t('couple')}</h3>
      <p className="field-hint">{match.couple === 'ended' ? t('wasCouple') : t('coupleHint')}</p>
      {confirm.error && <Notice tone="problem" title={errorSentence(confirm.error)} />}
      {match.couple === 'confirmed' ? (
        <Notice tone="due" title={t('confirmed')} />
      ) : (
        <Button
          look="primary"
          busy={confirm.isPending}
          why={match.can.confirm ? undefined : t('otherOpen')}
          onClick={() => confirm.mutate({ interestId })}
        >
          {t('confirm')}
        </Button>
      )}
    </section>
  )
}

function Couple({ match }: { match: OwnMatch }) {
  const [asks, setAsks] = useState(false)
  const record = useAct('recordOutcome', { invalidates: ['listOwnMatches'] })
  const say = (outcome: 'married' | 'ended') =>
    record.mutate({ interestId: match.interestId, outcome, happenedOn: null })
  return (
    <section>
      <Notice tone="done" title={t('isCouple')}>
        {match.coupleSince !== null && (
          <p className="figures">{t('since', { date: formatDay(match.coupleSince.slice(0, 10)) })}</p>
        )}
      </Notice>
      {record.error && <Notice tone="problem" title={errorSentence(record.error)} />}
      {record.isSuccess && <Notice tone="done" title={t('marriedDone')} />}
      {asks ? (
        <>
          <p>{t('endSure')}</p>
          <div className="phone-actions">
            <Button look="primary" onClick={() => setAsks(false)}>
              {t('keep')}
            </Button>
            <Button busy={record.isPending} onClick={() => say('ended')}>
              {t('end')}
            </Button>
          </div>
        </>
      ) : (
        <div className="phone-actions">
          <Button busy={record.isPending} onClick={() => say('married')}>
            {t('married')}
          </Button>
          <Button look="quiet" onClick={() => setAsks(true)}>
            {t('end')}
          </Button>
        </div>
      )}
    </section>
  )
}
