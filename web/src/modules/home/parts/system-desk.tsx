import '../home.css'
import { useQuery } from '@tanstack/react-query'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../texts.ts'
import { Commands } from './commands.tsx'

const lookAgainMs = 30_000

/** The system administrator's desk: is the server well, and the commands of the trade. */
export default function SystemDesk() {
  const ready = useQuery({
    queryKey: ['readyz'],
    queryFn: async () => (await fetch('/readyz')).ok,
    refetchInterval: lookAgainMs,
    retry: false,
  })
  return (
    <section className="panel" aria-label={t('systemDesk')}>
      <h2 className="lead">{t('systemDesk')}</h2>
      <p className="quiet">{t('systemHint')}</p>
      <p className={ready.data ? 'all-well' : 'problem'} role="status">
        {!ready.isPending && <Icon name={ready.data ? 'check' : 'warn'} />}
        {!ready.isPending && `${t('state')}：${ready.data ? t('stateReady') : t('stateDown')}`}
      </p>
      <Commands
        lines={[
          [t('backup'), 'npx gonghui backup gonghui.backup'],
          [t('verify'), 'npx gonghui verify'],
          [t('rotate'), 'npx gonghui rotate-key'],
        ]}
      />
      <p className="home-ways">
        <a href="/metrics">{t('metrics')}</a>
        <a href="/api/docs">{t('api')}</a>
      </p>
    </section>
  )
}
