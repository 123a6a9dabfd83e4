import { useQuery } from '@tanstack/react-query'
import type { Output } from '../../../kit/call.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant } from '../../../kit/format.ts'
import { queryOf } from '../../../kit/query.ts'
import { Empty } from '../../../ui/light/empty.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { PublicFrame } from '../../activation/public/frame.tsx'
import { t } from './texts.ts'

type Message = Output<'listOutbox'>['items'][number]

const lookAgainMs = 3000

/** What the demo would have sent, the newest first; on a real server it says that there is nothing to see. */
export function OutboxPage() {
  const outbox = useQuery({ ...queryOf('listOutbox'), refetchInterval: lookAgainMs })
  return (
    <PublicFrame title={t('pageTitle')}>
      <h1>{t('title')}</h1>
      {outbox.isPending && <Skeleton lines={4} label={t('loading')} />}
      {outbox.error && <Notice tone="problem">{errorSentence(outbox.error)}</Notice>}
      {outbox.data && <Messages {...outbox.data} />}
    </PublicFrame>
  )
}

function Messages({ demo, items }: Output<'listOutbox'>) {
  if (!demo) return <Empty icon="text" title={t('closed')} hint={t('closedHint')} />
  return (
    <>
      <p className="activate-lead">{t('lead')}</p>
      {items.length === 0 && <Empty icon="text" title={t('empty')} hint={t('emptyHint')} />}
      <ul className="outbox">
        {items.map((item) => (
          <li key={item.id}>
            <MessageLine {...item} />
          </li>
        ))}
      </ul>
    </>
  )
}

function MessageLine({ channel, recipient, subject, text, sentAt, tenantName }: Message) {
  const link = /\/activate#\S+/.exec(text)?.[0]
  return (
    <>
      <small>{`${formatInstant(sentAt)} · ${tenantName}`}</small>
      <small>{t('to', { channel: channel === 'sms' ? t('sms') : t('mail'), recipient })}</small>
      {channel === 'mail' && <strong>{subject}</strong>}
      <p>{text}</p>
      {link && <a href={link}>{t('openLink')}</a>}
    </>
  )
}
