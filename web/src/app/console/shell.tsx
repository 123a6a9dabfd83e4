import { useQuery } from '@tanstack/react-query'
import { Outlet, useLocation } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import { CallError } from '../../kit/call-error.ts'
import { errorSentence } from '../../kit/errors.ts'
import { meQuery } from '../../kit/me.ts'
import { goToNewPassword, goToSignIn } from '../../kit/sign-in-again.ts'
import { Icon } from '../../ui/icon.tsx'
import { Stop } from '../../ui/console/stop.tsx'
import { consoleModules } from './modules.ts'
import { SideNav } from './side-nav.tsx'
import { t } from './texts.ts'
import { TopBar } from './top-bar.tsx'

const TwoStepPage = lazy(() => import('../../modules/sessions/pages/two-step-page.tsx'))

/** The frame of every console page; draws nothing of a page before it is known who is signed in. */
export function ConsoleShell() {
  const me = useQuery(meQuery())
  const [folded, fold] = useFolded()
  const frameless = useFrameless()
  if (me.isPending) return <Starting />
  if (me.data?.passwordDue) return <ToNewPassword />
  if (me.error) return <NotStarted error={me.error} retry={() => void me.refetch()} />
  const content = <Content mustEnrol={me.data.secondFactorDue} officer={me.data.appointments.length > 0} />
  if (frameless) return content
  return (
    <div className={folded ? 'console console-folded' : 'console'}>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <TopBar />
      <SideNav folded={folded} onFold={fold} />
      <main className="console-main" id="content" tabIndex={-1}>
        {me.data.tenant.demo && (
          <p className="demo-banner">
            <Icon name="info" size={18} />
            {t('demo')}
          </p>
        )}
        {content}
      </main>
    </div>
  )
}

const framelessPaths = consoleModules
  .flatMap((one) => one.routes)
  .filter((route) => route.frame === 'none')
  .map((route) => new RegExp(`^${route.path.replace(/:\w+/g, '[^/]+')}/?$`))

function useFrameless(): boolean {
  const { pathname } = useLocation()
  return framelessPaths.some((path) => path.test(pathname))
}

function Content({ mustEnrol, officer }: { mustEnrol: boolean; officer: boolean }) {
  const { pathname } = useLocation()
  const ownMatter = ['/two-step', '/account', '/help'].some((path) => pathname.startsWith(path))
  if (!officer && !ownMatter) return <NoPost />
  return (
    <Suspense fallback={<Skeleton active title={false} className="page" />}>
      {mustEnrol && !ownMatter ? <TwoStepPage /> : <Outlet />}
    </Suspense>
  )
}

function Starting() {
  return (
    <div className="console-starting" role="status" aria-label={t('starting')}>
      <Skeleton active title={false} paragraph={{ rows: 6 }} />
    </div>
  )
}

function NotStarted({ error, retry }: { error: Error; retry: () => void }) {
  if (error instanceof CallError && error.status === 401) {
    goToSignIn()
    return <Starting />
  }
  return (
    <main className="console-starting">
      <Stop icon="offline" title={t('failed')} hint={errorSentence(error)}>
        <Button type="primary" onClick={retry}>
          {t('retry')}
        </Button>
      </Stop>
    </main>
  )
}

/** A password made by somebody else is changed on the sign-in page before anything else. */
function ToNewPassword() {
  useEffect(goToNewPassword, [])
  return <Starting />
}

function NoPost() {
  return (
    <Stop icon="person" title={t('noPost')} hint={t('noPostHint')}>
      <Button type="primary" href="/me">
        {t('toPhone')}
      </Button>
    </Stop>
  )
}

const foldedKey = 'gonghui.navigation'

function useFolded(): [boolean, (folded: boolean) => void] {
  const [folded, setFolded] = useState(() => localStorage.getItem(foldedKey) === 'folded')
  const fold = (next: boolean) => {
    localStorage.setItem(foldedKey, next ? 'folded' : 'open')
    setFolded(next)
  }
  return [folded, fold]
}
