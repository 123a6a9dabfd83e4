import { useRead } from '../../../kit/query.ts'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { t } from './texts.ts'

/** The ways there are; one this server does not have says why. */
export function Ways({ onCode, onSlip }: { onCode: () => void; onSlip: () => void }) {
  const ways = useRead('getActivationWays')
  const closed = ways.data?.code === false ? t('noGateway') : undefined
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="activate-lead">{t('lead')}</p>
      <ul className="ways-to-activate">
        <Way
          icon="phone"
          title={t('byCode')}
          hint={closed ?? t('byCodeHint')}
          off={closed !== undefined}
          onChoose={onCode}
        />
        <Way icon="card" title={t('bySlip')} hint={t('bySlipHint')} off={false} onChoose={onSlip} />
      </ul>
      <p className="activate-foot">
        <a href="/">{t('toSignIn')}</a>
      </p>
    </>
  )
}

interface WayProps {
  icon: IconName
  title: string
  hint: string
  off: boolean
  onChoose: () => void
}

function Way({ icon, title, hint, off, onChoose }: WayProps) {
  return (
    <li>
      <button type="button" aria-disabled={off || undefined} onClick={() => !off && onChoose()}>
        <Icon name={icon} size={28} />
        <span>
          <strong>{title}</strong>
          <small>{hint}</small>
        </span>
      </button>
    </li>
  )
}
