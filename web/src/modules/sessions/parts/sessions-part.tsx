import { Alert, App, Button, Skeleton } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant } from '../../../kit/format.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../account/texts.ts'
import { deviceWords } from '../device-words.ts'

/** Where one is signed in; each place can be signed out from here. */
export function SessionsPart() {
  const sessions = useRead('listOwnSessions')
  const end = useAct('endOwnSession', { invalidates: ['listOwnSessions'] })
  const endOthers = useAct('endOtherSessions', { invalidates: ['listOwnSessions'] })
  const { message } = App.useApp()
  const others = sessions.data?.items.filter((each) => !each.isThis) ?? []
  const onError = (error: Error) => void message.error(errorSentence(error))
  return (
    <section className="account-part" aria-label={t('sessions')}>
      <div className="account-line">
        <div>
          <h2>{t('sessions')}</h2>
          <p className="quiet">{others.length > 0 ? t('sessionsHint') : t('noOthers')}</p>
        </div>
        {others.length > 0 && (
          <Button
            loading={endOthers.isPending}
            onClick={() =>
              endOthers.mutate(
                {},
                {
                  onSuccess: ({ endedSessions }) =>
                    void message.success(t('endedOthers', { count: endedSessions })),
                  onError,
                },
              )
            }
          >
            {t('endOthers')}
          </Button>
        )}
      </div>
      {sessions.isPending && <Skeleton active title={false} />}
      {sessions.error && (
        <Alert type="error" showIcon icon={<Icon name="warn" />} title={errorSentence(sessions.error)} />
      )}
      <ul className="account-list">
        {sessions.data?.items.map((each) => (
          <li key={each.id} className="account-line">
            <div>
              <strong>{deviceWords(each.device)}</strong>
              {each.isThis && <span className="account-this">{t('thisDevice')}</span>}
              <p className="quiet">
                {t('since', { date: formatInstant(each.createdAt) })} ·{' '}
                {t('lastSeen', { date: formatInstant(each.lastSeenAt) })}
              </p>
            </div>
            {!each.isThis && (
              <Button
                aria-label={`${t('endThere')} ${deviceWords(each.device)}`}
                onClick={() =>
                  end.mutate(
                    { sessionId: each.id },
                    { onSuccess: () => void message.success(t('ended')), onError },
                  )
                }
              >
                {t('endThere')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
