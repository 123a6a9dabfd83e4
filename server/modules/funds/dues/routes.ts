import { operations } from '#contract/funds-dues.ts'
import { downloadRoute, route, type Route } from '#server/platform/http/route.ts'
import { recordDues, withdrawDues } from './commands/record-dues.ts'
import { getDuesTerms, listDues } from './queries/dues.ts'
import { downloadDues } from './queries/workbook.ts'

const record = 'union_funds.record'

/** Members' dues of unions. */
export const duesRoutes: readonly Route[] = [
  route('getDuesTerms', operations.getDuesTerms, 'union_funds.read', getDuesTerms),
  route('listDues', operations.listDues, 'union_funds.read', listDues),
  downloadRoute('downloadDues', operations.downloadDues, 'union_funds.read', downloadDues),
  route('recordDues', operations.recordDues, record, recordDues),
  route('withdrawDues', operations.withdrawDues, record, withdrawDues),
]
