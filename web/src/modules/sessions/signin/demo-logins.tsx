import { useQuery } from '@tanstack/react-query'
import type { Output } from '../../../kit/call.ts'
import { queryOf } from '../../../kit/query.ts'
import { Progress } from '../../../ui/light/waiting.tsx'
import { roleName } from './roles.ts'
import { t } from './texts.ts'

export type DemoLogin = Output<'listDemoLogins'>['logins'][number]

/** The demo log-ins as buttons that fill in the form, and how far the demo data is loaded; nothing on a real server. */
export function DemoLogins({ onChoose }: { onChoose: (login: DemoLogin) => void }) {
  const demo = useQuery({
    ...queryOf('listDemoLogins'),
    // While data is loading the list grows; afterwards it stands.
    refetchInterval: ({ state }) => (state.data?.loading.length ? 1500 : false),
  })
  const { logins = [], loading = [] } = demo.data ?? {}
  if (logins.length === 0 && loading.length === 0) return null
  const tenants = [...new Set(logins.map((one) => one.tenantName))]
  return (
    <section className="demo" aria-label={t('demoTitle')}>
      <h2>{t('demoTitle')}</h2>
      <p>{t('demoHint')}</p>
      {loading.map((one) => (
        <Progress
          key={one.tenantName}
          share={one.share}
          label={t('demoLoading', { tenant: one.tenantName })}
        />
      ))}
      {tenants.map((tenant) => (
        <div key={tenant} className="demo-tenant" role="group" aria-label={tenant}>
          <h3>{tenant}</h3>
          <ul>
            {logins
              .filter((one) => one.tenantName === tenant)
              .map((one) => (
                <li key={one.login}>
                  <button type="button" title={one.login} onClick={() => onChoose(one)}>
                    {roleName(one.role)}
                  </button>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
