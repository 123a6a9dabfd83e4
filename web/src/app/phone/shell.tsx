import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, type ComponentType, type ReactNode } from 'react'
import { fill, type Sentence } from '../../i18n/texts.ts'
import { CallError } from '../../kit/call-error.ts'
import { errorSentence } from '../../kit/errors.ts'
import { meQuery } from '../../kit/me.ts'
import { matchPath } from '../../kit/phone/match.ts'
import { useOnline } from '../../kit/phone/online.ts'
import { goBack, PhoneLink, usePath } from '../../kit/phone/router.tsx'
import type { PhonePageProps, PhoneRoute, PhoneTab } from '../../kit/routes.ts'
import { goToNewPassword, goToSignIn } from '../../kit/sign-in-again.ts'
import { Icon } from '../../ui/icon.tsx'
import { Button } from '../../ui/light/button.tsx'
import { Empty } from '../../ui/light/empty.tsx'
import { Mark } from '../../ui/light/mark.tsx'
import { Skeleton } from '../../ui/light/waiting.tsx'
import { phoneModules } from './modules.ts'
import { EventsTab, HomeTab, OwnTab, ServicesTab } from './pages.tsx'
import { t } from './texts.ts'

interface Screen {
  path: string
  title: Sentence
  tab: PhoneTab
  Page: ComponentType<PhonePageProps>
  privacy?: PhoneRoute['privacy']
}

const gates = phoneModules.flatMap((one) => (one.gate ? [lazy(one.gate)] : []))

const tabs: readonly Screen[] = [
  { path: '/', tab: 'home', title: { zh: '首页', en: 'Home' }, Page: HomeTab },
  { path: '/events', tab: 'events', title: { zh: '活动', en: 'Events' }, Page: EventsTab },
  { path: '/services', tab: 'services', title: { zh: '服务', en: 'Services' }, Page: ServicesTab },
  { path: '/own', tab: 'own', title: { zh: '我的', en: 'Mine' }, Page: OwnTab },
]
const missing: Screen = {
  path: '',
  tab: 'home',
  title: { zh: '没有这一页', en: 'No such page' },
  Page: NotFound,
}
const declared = phoneModules
  .flatMap((one) => one.routes)
  .map((route) => ({ ...route, Page: lazy(route.page) }))
// A module may bring the page of a tab itself (`/events`): what modules declare comes first.
const screens: readonly Screen[] = [...declared, ...tabs]

/** The frame of every phone page: title, the card in one tap, tabs at the thumb. */
export function PhoneShell() {
  const me = useQuery(meQuery())
  const path = usePath()
  const { screen, params } = screenAt(path)
  const isTab = tabs.some((tab) => tab.path === screen.path)
  useEffect(() => {
    // The task switcher shows the window's title: a private page keeps its name to itself.
    document.title = screen.privacy === 'private' ? '工会' : `${fill(screen.title, {})} · 工会`
  }, [screen])
  if (me.isPending)
    return <Frame screen={screen} isTab={isTab} body={<Skeleton lines={6} label={t('starting')} />} />
  if (me.error)
    return (
      <Frame
        screen={screen}
        isTab={isTab}
        body={<NotStarted error={me.error} retry={() => void me.refetch()} />}
      />
    )
  if (me.data.passwordDue) return <Frame screen={screen} isTab={isTab} body={<ToNewPassword />} />
  const body = (
    <Suspense fallback={<Skeleton lines={6} label={t('starting')} />}>
      {gates.reduceRight<ReactNode>(
        (inside, Gate, at) => (
          <Gate key={at}>{inside}</Gate>
        ),
        <screen.Page key={path} params={params} />,
      )}
    </Suspense>
  )
  return <Frame screen={screen} isTab={isTab} body={body} demo={me.data.tenant.demo} />
}

function Frame({
  screen,
  isTab,
  body,
  demo,
}: {
  screen: Screen
  isTab: boolean
  body: ReactNode
  demo?: boolean
}) {
  const online = useOnline()
  return (
    <div className="phone">
      <header className="phone-head">
        {isTab ? (
          <Mark size={30} />
        ) : (
          <button
            type="button"
            className="phone-back"
            aria-label={t('back')}
            onClick={() => goBack(tabOf(screen).path)}
          >
            <Icon name="back" size={24} />
          </button>
        )}
        <h1 className="phone-title">{fill(screen.title, {})}</h1>
        {screen.path !== '/card' && (
          <PhoneLink to="/card" className="phone-card">
            <Icon name="card" size={22} />
            {t('card')}
          </PhoneLink>
        )}
      </header>
      <main>
        {!online && (
          <p className="phone-offline" role="status">
            <Icon name="offline" />
            {t('offline')}
          </p>
        )}
        {demo && <p className="phone-demo">{t('demo')}</p>}
        <div className="phone-main">{body}</div>
      </main>
      <nav className="phone-tabs" aria-label={t('tabs')}>
        {tabs.map((tab) => (
          <PhoneLink key={tab.path} to={tab.path} current={tab.tab === screen.tab}>
            <Icon name={tab.tab === 'own' ? 'person' : tab.tab} size={24} />
            {fill(tab.title, {})}
          </PhoneLink>
        ))}
      </nav>
    </div>
  )
}

function NotStarted({ error, retry }: { error: Error; retry: () => void }) {
  const signedOut = error instanceof CallError && error.status === 401
  useEffect(() => {
    if (signedOut) goToSignIn()
  }, [signedOut])
  if (signedOut) return <Skeleton lines={6} label={t('starting')} />
  return (
    <Empty icon="offline" title={t('failed')} hint={errorSentence(error)}>
      <Button look="primary" onClick={retry}>
        {t('retry')}
      </Button>
    </Empty>
  )
}

/** A password made by somebody else is changed on the sign-in page before anything else. */
function ToNewPassword() {
  useEffect(goToNewPassword, [])
  return <Skeleton lines={6} label={t('starting')} />
}

function NotFound() {
  return (
    <Empty icon="search" title={t('notFound')} hint={t('notFoundHint')}>
      <PhoneLink to="/" className="button button-plain">
        {t('toHome')}
      </PhoneLink>
    </Empty>
  )
}

function screenAt(path: string): { screen: Screen; params: Record<string, string> } {
  for (const screen of screens) {
    const params = matchPath(screen.path, path)
    if (params) return { screen, params }
  }
  return { screen: missing, params: {} }
}

function tabOf(screen: Screen): Screen {
  return tabs.find((tab) => tab.tab === screen.tab) ?? missing
}
