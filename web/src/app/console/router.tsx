import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { lazy } from 'react'
import { fill } from '../../i18n/texts.ts'
import { parseSearch, searchText } from '../../kit/list-state.ts'
import { useMay } from '../../kit/me.ts'
import { PageTitle } from '../../kit/page-title.tsx'
import type { ConsoleRoute } from '../../kit/routes.ts'
import { BrokenPage, NoPermission, NotFound } from '../../modules/sessions/parts/stops.tsx'
import { HomePage } from './home-page.tsx'
import { consoleModules } from './modules.ts'
import { ConsoleShell } from './shell.tsx'

const root = createRootRoute({ component: ConsoleShell, notFoundComponent: NotFound })
const homeRoute: ConsoleRoute = {
  path: '/',
  title: { zh: '首页', en: 'Home' },
  page: () => Promise.resolve({ default: HomePage }),
}

/** The router of the console: home, and every route the modules declare. Values in the address stay plain text. */
export function consoleRouter() {
  const declared = [homeRoute, ...consoleModules.flatMap((one) => one.routes)]
  return createRouter({
    routeTree: root.addChildren(declared.map(routeOf)),
    basepath: '/console',
    parseSearch,
    stringifySearch: (search) => searchText(search as Record<string, string>),
    defaultPreload: 'intent',
    defaultErrorComponent: BrokenPage,
    scrollRestoration: true,
  })
}

function routeOf(declared: ConsoleRoute) {
  const Page = lazy(declared.page)
  return createRoute({
    getParentRoute: () => root,
    path: declared.path.replace(/:(\w+)/g, '$$$1'),
    component: function GuardedPage() {
      const allowed = useMay(declared.permission ?? 'own.read')
      return (
        <>
          <PageTitle>{fill(declared.title, {})}</PageTitle>
          {allowed || !declared.permission ? <Page /> : <NoPermission permission={declared.permission} />}
        </>
      )
    },
  })
}
