import { operations } from '#contract/funds-dues.ts'
import { route, type Route } from '#server/platform/http/route.ts'
import { recordDues, withdrawDues } from './commands/record-dues.ts'
import { getDuesTerms, listDues } from './queries/dues.ts'

const record = 'union_funds.record'

/** Members' dues of unions. */
export const duesRoutes: readonly Route[] = [
  route('getDuesTerms', operations.getDuesTerms, 'union_funds.read', getDuesTerms),
  route('listDues', operations.listDues, 'union_funds.read', listDues),
  route('recordDues', operations.recordDues, record, recordDues),
  route('withdrawDues', operations.withdrawDues, record, withdrawDues),
]
