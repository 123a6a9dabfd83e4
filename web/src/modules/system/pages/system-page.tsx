import '../system.css'
import { Alert, Skeleton } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { Page } from '../../../kit/page.tsx'
import { useRead } from '../../../kit/query.ts'
import { Commands } from '../../../ui/commands.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Attention } from '../parts/attention.tsx'
import { BackgroundWork } from '../parts/background-work.tsx'
import { Backups } from '../parts/backups.tsx'
import { Drill } from '../parts/drill.tsx'
import { Machine } from '../parts/machine.tsx'
import { Messages } from '../parts/messages.tsx'
import { useOrders } from '../parts/orders.tsx'
import { t } from '../texts.ts'

/** How the machine stands: what needs attention, backups and drills, the server itself, background work. */
export default function SystemPage() {
  const { data: state, error, isPending } = useRead('getSystemState')
  const { buttons, progress } = useOrders(state)
  return (
    <Page title={t('title')} note={t('note')} actions={buttons}>
      {isPending && <Skeleton active />}
      {error && <Alert type="error" showIcon icon={<Icon name="warn" />} title={errorSentence(error)} />}
      {progress}
      {state && (
        <>
          <Attention state={state} />
          <div className="system-columns">
            <div>
              <Backups backups={state.backups} />
              <Drill drill={state.drill} />
              <BackgroundWork jobs={state.jobs} />
            </div>
            <div>
              <Machine state={state} />
              <Messages />
              <ByHand />
            </div>
          </div>
        </>
      )}
    </Page>
  )
}

function ByHand() {
  return (
    <section className="panel system-part" aria-label={t('manual')}>
      <h2>{t('manual')}</h2>
      <Commands
        lines={[
          [t('backup'), 'npx gonghui backup FILE'],
          [t('tryBackup'), 'npx gonghui drill FILE'],
          [t('verify'), 'npx gonghui verify'],
          [t('rotate'), 'npx gonghui rotate-key'],
        ]}
      />
      <p className="system-ways">
        <a href="/metrics">{t('metrics')}</a>
        <a href="/api/docs">{t('api')}</a>
      </p>
    </section>
  )
}
