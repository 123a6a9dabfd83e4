import '../../people/phone/people.css'
import './pass.css'
import { useQuery } from '@tanstack/react-query'
import type { Output } from '../../../kit/call.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatTime } from '../../../kit/format.ts'
import { queryOf } from '../../../kit/query.ts'
import type { PhonePageProps } from '../../../kit/routes.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Button } from '../../../ui/light/button.tsx'
import { Empty } from '../../../ui/light/empty.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { Qr } from '../../../ui/qr.tsx'
import { formatSpan } from '../times.ts'
import { t } from './door-texts.ts'

const lookAgainMilliseconds = 5000

/** The pass to show at the door: bright, in one tap, and with or without a network once it has been opened. */
export default function PassPage({ params }: PhonePageProps) {
  const pass = useQuery({
    ...queryOf('getOwnEventPass', { eventId: params.eventId! }),
    refetchInterval: ({ state }) => (state.data?.checkedInAt ? false : lookAgainMilliseconds),
    refetchIntervalInBackground: false,
    gcTime: Infinity,
  })
  if (pass.isPending) return <Skeleton lines={6} label={t('loading')} />
  // An answer from before the connection broke is worth more than an error.
  if (!pass.data)
    return (
      <Empty icon="offline" title={t('failed')} hint={errorSentence(pass.error)}>
        <Button look="primary" onClick={() => void pass.refetch()}>
          {t('retry')}
        </Button>
      </Empty>
    )
  if (pass.data.code === null) return <Empty icon="events" title={t('noPass')} hint={t('noPassHint')} />
  return <Pass pass={pass.data} />
}

function Pass({ pass }: { pass: Output<'getOwnEventPass'> }) {
  return (
    <article className="card" aria-label={t('pass')}>
      <header className="card-head">
        <span>{t('pass')}</span>
        <strong>{pass.title}</strong>
      </header>
      <div className="card-body">
        {pass.checkedInAt && (
          <Notice
            tone="done"
            title={t('checkedIn', { time: formatTime(pass.checkedInAt), door: pass.door ?? '' })}
          />
        )}
        {pass.badgeNo !== null && (
          <p className="pass-badge figures">
            <small>{t('badge')}</small> {t('number', { number: pass.badgeNo })}
          </p>
        )}
        <Qr text={pass.code!} label={t('qr')} />
        <p className="card-renews">{t('offlineToo')}</p>
        <Facts
          facts={[
            [t('when'), formatSpan(pass.startsAt, pass.endsAt)],
            [t('where'), pass.venue],
          ]}
        />
      </div>
    </article>
  )
}
