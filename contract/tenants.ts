import { Type, type Static } from 'typebox'
import { operation } from './operation.ts'

/** Log-ins shown on the sign-in page, in demo mode only, and how far (0 to 1) demo data that is being loaded has come. */
export const DemoLogins = Type.Object({
  logins: Type.Array(
    Type.Object({
      login: Type.String(),
      password: Type.String(),
      role: Type.String(),
      tenantName: Type.String(),
    }),
  ),
  loading: Type.Array(Type.Object({ tenantName: Type.String(), share: Type.Number() })),
})
export type DemoLogins = Static<typeof DemoLogins>

/** Tenants as far as they show before anybody has signed in. */
export const operations = {
  listDemoLogins: operation({
    method: 'GET',
    path: '/demo-logins',
    summary: 'Log-ins of the demo tenants; empty on a real server',
    output: DemoLogins,
  }),
}
