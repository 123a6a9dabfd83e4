import { Link } from '@tanstack/react-router'
import { Dropdown } from 'antd'
import { lazy, Suspense } from 'react'
import { useMe } from '../../kit/me.ts'
import { useAct } from '../../kit/query.ts'
import { leaveForSignIn } from '../../kit/sign-in-again.ts'
import { ActAsSwitch } from '../../modules/sessions/parts/act-as-switch.tsx'
import { Icon } from '../../ui/icon.tsx'
import { LanguageSwitch } from '../../ui/light/language-switch.tsx'
import { Mark } from '../../ui/light/mark.tsx'
import { consoleModules } from './modules.ts'
import { t } from './texts.ts'

const additions = consoleModules.flatMap((one) => (one.topBar ? [lazy(one.topBar)] : []))

/** Where am I, as whom, what waits: the same on every page. */
export function TopBar() {
  const { tenant } = useMe()
  return (
    <header className="top-bar">
      <Link to="/" className="top-bar-brand">
        <Mark size={30} />
        <span>{tenant.name}</span>
      </Link>
      <ActAsSwitch />
      <div className="top-bar-tools">
        <Suspense fallback={null}>
          {additions.map((Addition, index) => (
            <Addition key={index} />
          ))}
        </Suspense>
        <LanguageSwitch />
        <Link to="/help" className="top-bar-button">
          <Icon name="help" size={18} />
          {t('help')}
        </Link>
        <AccountMenu />
      </div>
    </header>
  )
}

function AccountMenu() {
  const { person } = useMe()
  const signOut = useAct('deleteSession', { invalidates: [] })
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'phone', icon: <Icon name="card" size={18} />, label: <a href="/me">{t('ownPhone')}</a> },
          {
            key: 'account',
            icon: <Icon name="key" size={18} />,
            label: <Link to="/account">{t('ownAccount')}</Link>,
          },
          { type: 'divider' },
          {
            key: 'out',
            icon: <Icon name="leave" size={18} />,
            label: t('signOut'),
            onClick: () => signOut.mutate({}, { onSettled: leaveForSignIn }),
          },
        ],
      }}
    >
      <button type="button" className="top-bar-button" aria-label={t('account', { name: person.name })}>
        <Icon name="person" size={18} />
        <span>{person.name}</span>
        <Icon name="down" size={14} />
      </button>
    </Dropdown>
  )
}
