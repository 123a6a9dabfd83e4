import '../../people/phone/people.css'
import './desk.css'
import { followUpAnswers } from '#contract/matchmaking-desk.ts'
import type { OwnFollowUp, OwnMatchmaker } from '#contract/matchmaking-own-desk.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay } from '../../../kit/format.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { Button } from '../../../ui/light/button.tsx'
import { Empty } from '../../../ui/light/empty.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { answerName, stageName } from '../desk-words.ts'
import { t } from './desk-texts.ts'

/** Who looks after me, the wish for another one, and the questions how it goes. */
export default function OwnMatchmakerPage() {
  const own = useRead('getOwnMatchmaker')
  const followUps = useRead('listOwnFollowUps')
  if (own.isPending) return <Skeleton lines={6} label={t('loading')} />
  if (!own.data) return <Empty icon="offline" title={t('mine')} hint={errorSentence(own.error)} />
  return (
    <div className="desk-stack">
      <Matchmaker own={own.data} />
      {(followUps.data?.items.length ?? 0) > 0 && (
        <section className="sheet" aria-label={t('followUps')}>
          <h2>{t('followUps')}</h2>
          <p className="quiet">{t('followUpsNote')}</p>
          {followUps.data?.items.map((one) => (
            <FollowUp key={one.followUpId} followUp={one} />
          ))}
        </section>
      )}
      <Meetings agreed={own.data.meetings} />
    </div>
  )
}

function Meetings({ agreed }: { agreed: boolean }) {
  const set = useAct('setMeetingAgreement', { invalidates: ['getOwnMatchmaker'] })
  return (
    <section className="sheet" aria-label={t('meetings')}>
      <h2>{t('meetings')}</h2>
      <p>{t('meetingsNote')}</p>
      <p>{agreed ? t('meetingsOn') : t('meetingsOff')}</p>
      {set.error && <Notice tone="problem" title={errorSentence(set.error)} />}
      <Button busy={set.isPending} onClick={() => set.mutate({ agreed: !agreed })}>
        {agreed ? t('meetingsNo') : t('meetingsYes')}
      </Button>
    </section>
  )
}

function Matchmaker({ own }: { own: OwnMatchmaker }) {
  const wish = useAct('wishForMatchmaker', { invalidates: ['getOwnMatchmaker'] })
  const takeBack = useAct('takeBackWish', { invalidates: ['getOwnMatchmaker'] })
  const error = wish.error ?? takeBack.error
  const { matchmaker } = own
  return (
    <section className="sheet" aria-label={t('mine')}>
      <h2>{matchmaker?.name ?? t('noMatchmaker')}</h2>
      {matchmaker === null ? (
        <p>{t('noMatchmakerHint')}</p>
      ) : (
        <p>
          {matchmaker.organisationName} · {t('since', { date: formatDay(matchmaker.since) })}
        </p>
      )}
      {error && <Notice tone="problem" title={errorSentence(error)} />}
      {own.wishedAt !== null && <Notice tone="info" title={t('wished')} />}
      {own.can.takeBack && (
        <Button look="quiet" busy={takeBack.isPending} onClick={() => takeBack.mutate({})}>
          {t('takeBack')}
        </Button>
      )}
      {own.can.wish && (
        <>
          {matchmaker !== null && <p className="field-hint">{t('wishNote')}</p>}
          <Button busy={wish.isPending} onClick={() => wish.mutate({})}>
            {matchmaker === null ? t('wish') : t('wishAnother')}
          </Button>
        </>
      )}
    </section>
  )
}

function FollowUp({ followUp }: { followUp: OwnFollowUp }) {
  const answer = useAct('answerFollowUp', { invalidates: ['listOwnFollowUps'] })
  return (
    <fieldset className="desk-question">
      <legend>
        {followUp.nickname === null ? t('withOne') : t('withSomebody', { name: followUp.nickname })}
        <small>{stageName(followUp.stage)}</small>
      </legend>
      {answer.error && <Notice tone="problem" title={errorSentence(answer.error)} />}
      <div className="desk-answers">
        {followUpAnswers.map((each) => (
          <button
            key={each}
            type="button"
            className="button button-plain"
            aria-pressed={followUp.answer === each}
            onClick={() => answer.mutate({ followUpId: followUp.followUpId, answer: each })}
          >
            {answerName(each)}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
