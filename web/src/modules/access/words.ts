import type { PowerSource } from '#contract/access.ts'
import { postName } from './posts.ts'
import { t } from './texts.ts'

/** How far a power goes, in words. */
export function reachWords({
  scope,
  scopeOrganisationName: organisation,
}: Pick<PowerSource, 'scope' | 'scopeOrganisationName'>): string {
  if (scope === 'subtree') return t('reachSubtree', { organisation })
  if (scope === 'unit') return t('reachUnit', { organisation })
  return scope === 'self' ? t('reachSelf') : t('reachTenant')
}

/** What a power rests on, in words. */
export function sourceWords({
  delegatedBy,
  document,
}: Pick<PowerSource, 'delegatedBy' | 'document'>): string {
  if (delegatedBy === null) return t('fromPost', { document: document ?? '' })
  return t('fromDelegation', {
    organisation: delegatedBy.organisationName,
    post: postName(delegatedBy.post),
  })
}

/** How far a power of a post goes, wherever the post is held. */
export function reachOfPost(scope: string): string {
  if (scope === 'subtree') return t('withBelow')
  if (scope === 'unit') return t('unitOnly')
  return scope === 'self' ? t('reachSelf') : t('reachTenant')
}
