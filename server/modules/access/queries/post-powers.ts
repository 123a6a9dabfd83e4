import { sql } from 'kysely'
import type { operations } from '#contract/access.ts'
import type { OutputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

type Output = OutputOf<(typeof operations)['listPostPowers']>

/** What follows from each post today or later, since when and by which document, and which posts give it. Reference data: nothing of any tenant. */
export async function listPostPowers(tx: Tx, actor: Actor): Promise<Output> {
  const { rows } = await sql<Output['items'][number]>`
    select posts.code as post,
      array(select by_post.appointer from post_appointers by_post where by_post.post = posts.code
        and by_post.starts_on <= ${actor.today}::date and (by_post.ends_before is null or ${actor.today}::date < by_post.ends_before)
        order by by_post.appointer) as appointers,
      coalesce((select jsonb_agg(jsonb_build_object('permission', g.permission, 'scope', g.reach, 'startsOn', g.starts_on, 'endsBefore', g.ends_before,
          'document', g.document) order by g.permission)
        from post_grants g where g.post = posts.code and (g.ends_before is null or ${actor.today}::date < g.ends_before)), '[]') as powers
    from posts order by posts.sort, posts.code`.execute(tx)
  return { items: rows }
}
