import './entry.css'
import { useState } from 'react'
import { declarationVersion, type OwnMatchmaking } from '#contract/matchmaking-entry.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay } from '../../../kit/format.ts'
import { PhoneLink } from '../../../kit/phone/router.tsx'
import { useAct } from '../../../kit/query.ts'
import { Button } from '../../../ui/light/button.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { t } from './entry-texts.ts'
import { WithOwnStanding } from './own-standing.tsx'

/** The declaration of being single, to be read and signed. */
export default function DeclarationPage() {
  return <WithOwnStanding>{(own) => <Declaration own={own} />}</WithOwnStanding>
}

function Declaration({ own }: { own: OwnMatchmaking }) {
  const [ticked, setTicked] = useState(false)
  const declare = useAct('declareSingle', { invalidates: ['getOwnMatchmaking', 'getOwnProfile'] })
  const sign = () => declare.mutate({ textVersion: declarationVersion, single: true })
  if (declare.data)
    return (
      <>
        <Notice tone="done" title={t('declaredUntil', { date: formatDay(declare.data.holdsUntil) })} />
        <PhoneLink to="/matchmaking" className="button button-primary">
          {t('back')}
        </PhoneLink>
      </>
    )
  return (
    <article className="sheet entry-words">
      <h2>{t('declareLead')}</h2>
      <p>{t('declareText')}</p>
      <p>{t('declareMonths', { months: own.declarationMonths })}</p>
      {own.declaration && (
        <p className="field-hint">{t('declaredUntil', { date: formatDay(own.declaration.holdsUntil) })}</p>
      )}
      <label className="tick">
        <input
          type="checkbox"
          checked={ticked}
          onChange={(event) => setTicked(event.currentTarget.checked)}
        />
        {t('declareTick')}
      </label>
      {declare.error && <Notice tone="problem" title={errorSentence(declare.error)} />}
      <Button
        look="primary"
        busy={declare.isPending}
        why={ticked ? undefined : t('tickFirst')}
        onClick={sign}
      >
        {t('sign')}
      </Button>
    </article>
  )
}
