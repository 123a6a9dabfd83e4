import { operations } from '#contract/public-pages.ts'
import { inTenantReading, type Tx } from '#server/platform/db/transaction.ts'
import { notFound } from '#server/platform/errors.ts'
import { sessionRoute } from '#server/platform/http/route.ts'
import type { AppModule } from '#server/platform/module.ts'
import type { PublicPart } from '#server/platform/public-part.ts'
import { allFederations, inFederation } from './federation.ts'
import { cacheSeconds } from './rules.ts'

/** Pages everybody may read, made of what the other modules give: a federation that has made nothing public looks like one that is not there. */
export function publicPagesOf(parts: readonly PublicPart[]): AppModule {
  const sectionsOf = async (tx: Tx) => {
    const sections = []
    for (const { kind, items } of parts) {
      const given = await items(tx)
      if (given.length > 0) sections.push({ kind, items: given })
    }
    return sections
  }
  return {
    name: 'public-pages',
    routes: [
      sessionRoute('listPublicFederations', operations.listPublicFederations, 'public', async (platform) => {
        const items = []
        for (const { id, ...federation } of await allFederations(platform)) {
          const sections = await inTenantReading(platform, id, sectionsOf)
          if (sections.length > 0) items.push(federation)
        }
        return { output: { items }, cacheSeconds }
      }),
      sessionRoute(
        'getPublicFederation',
        operations.getPublicFederation,
        'public',
        async (platform, { input }) => ({
          output: await inFederation(platform, input.federationCode, async (tx, { code, name, demo }) => {
            const sections = await sectionsOf(tx)
            if (sections.length === 0) notFound()
            return { code, name, demo, sections }
          }),
          cacheSeconds,
        }),
      ),
    ],
  }
}
