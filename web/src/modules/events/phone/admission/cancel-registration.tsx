import { useState } from 'react'
import type { OwnAdmission } from '#contract/events-admission.ts'
import { errorSentence } from '../../../../kit/errors.ts'
import { formatInstant } from '../../../../kit/format.ts'
import { useAct } from '../../../../kit/query.ts'
import { Button } from '../../../../ui/light/button.tsx'
import { Choice } from '../../../../ui/light/choice.tsx'
import { Notice } from '../../../../ui/light/notice.tsx'
import { reasonName } from '../../admission-words.ts'
import { outdated } from './outdated.ts'
import { t } from './texts.ts'

/** Gives one's place or number back, asking first; after the deadline it asks for the reason and says what it costs without one. */
export function CancelRegistration({ own }: { own: OwnAdmission }) {
  const [asks, ask] = useState(false)
  const [reason, setReason] = useState('')
  const cancel = useAct('cancelRegistration', { invalidates: outdated })
  if (!asks)
    return (
      <Button look="quiet" onClick={() => ask(true)}>
        {t('cancel')}
      </Button>
    )
  const { eventId, can, registration } = own
  return (
    <section className="sheet">
      <h2>{registration?.state === 'admitted' ? t('cancelTitle') : t('cancelWaiting')}</h2>
      {!can.cancelFreely && (
        <>
          <p>{t('cancelLate', { time: formatInstant(own.cancelUntil) })}</p>
          <Choice
            label={t('reason')}
            value={reason}
            onChange={setReason}
            options={[
              { value: '', label: t('noReason') },
              ...own.validReasons.map((value) => ({ value, label: reasonName(value) ?? value })),
            ]}
          />
        </>
      )}
      {cancel.error && <Notice tone="problem" title={errorSentence(cancel.error)} />}
      <div className="phone-actions">
        <Button
          look="primary"
          busy={cancel.isPending}
          onClick={() =>
            cancel.mutate({ eventId, ...(reason !== '' && { reason }) }, { onSuccess: () => ask(false) })
          }
        >
          {t('cancel')}
        </Button>
        <Button onClick={() => ask(false)}>{t('keep')}</Button>
      </div>
    </section>
  )
}
