import '../home.css'
import { t } from '../texts.ts'
import { Commands } from '../../../ui/commands.tsx'

/** The security administrator's desk: accounts and powers are kept by commands on the server. */
export default function SecurityDesk() {
  return (
    <section className="panel" aria-label={t('securityDesk')}>
      <h2 className="lead">{t('securityDesk')}</h2>
      <p className="quiet">{t('securityHint')}</p>
      <Commands lines={[[t('userHelp'), 'npx gonghui user --help']]} />
    </section>
  )
}
