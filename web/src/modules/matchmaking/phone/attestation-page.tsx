import './entry.css'
import type { OwnMatchmaking } from '#contract/matchmaking-entry.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay, shanghaiDate } from '../../../kit/format.ts'
import { PhoneLink } from '../../../kit/phone/router.tsx'
import { useAct } from '../../../kit/query.ts'
import { Button } from '../../../ui/light/button.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { t } from './entry-texts.ts'
import { WithOwnStanding } from './own-standing.tsx'

/** Asking my union to attest: what it will see, and what it said. */
export default function AttestationPage() {
  return <WithOwnStanding>{(own) => <Attestation own={own} />}</WithOwnStanding>
}

function Attestation({ own }: { own: OwnMatchmaking }) {
  const ask = useAct('askAttestation', { invalidates: ['getOwnMatchmaking'] })
  const { attestation } = own
  const waits = attestation !== null && attestation.answer === null
  const attested = attestation?.answer === 'attested'
  return (
    <article className="sheet entry-words">
      <h2>{t('askLead')}</h2>
      <p>{t('askText', { union: own.unionName ?? '—' })}</p>
      {waits && (
        <Notice tone="info" title={t('asked', { date: formatDay(shanghaiDate(attestation.requestedAt)) })} />
      )}
      {attested && <Notice tone="done" title={t('attested')} />}
      {attestation !== null && attestation.answer !== null && !attested && (
        <Notice tone="due" title={t(attestation.answer)} />
      )}
      {ask.error && <Notice tone="problem" title={errorSentence(ask.error)} />}
      {waits || attested ? (
        <PhoneLink to="/matchmaking" className="button button-plain">
          {t('back')}
        </PhoneLink>
      ) : (
        <Button look="primary" busy={ask.isPending} onClick={() => ask.mutate({})}>
          {t('ask')}
        </Button>
      )}
    </article>
  )
}
