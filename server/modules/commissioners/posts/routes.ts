import { operations } from '#contract/commissioners-posts.ts'
import { route, type Route } from '#server/platform/http/route.ts'
import { endCommissionerPost, getHandOverList, recordHandOverPoint } from './commands/end-post.ts'
import { checkCandidacy, giveCommissionerPost } from './commands/give-post.ts'
import { listCommissioners } from './queries/commissioners.ts'

const write = 'commissioners.write'

/** The register of commissioners: giving a post, ending it, handing over. */
export const postRoutes: readonly Route[] = [
  route('listCommissioners', operations.listCommissioners, 'commissioners.read', listCommissioners),
  route('checkCandidacy', operations.checkCandidacy, write, checkCandidacy),
  route('giveCommissionerPost', operations.giveCommissionerPost, write, giveCommissionerPost),
  route('endCommissionerPost', operations.endCommissionerPost, write, endCommissionerPost),
  route('getHandOverList', operations.getHandOverList, write, getHandOverList),
  route('recordHandOverPoint', operations.recordHandOverPoint, write, recordHandOverPoint),
]
