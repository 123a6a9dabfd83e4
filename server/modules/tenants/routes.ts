import { operations } from '#contract/tenants.ts'
import { sessionRoute, type Route } from '#server/platform/http/route.ts'
import { listDemoLogins } from './queries/demo-logins.ts'

export const routes: Route[] = [
  sessionRoute('listDemoLogins', operations.listDemoLogins, 'public', async (platform) => ({
    output: await listDemoLogins(platform),
  })),
]
