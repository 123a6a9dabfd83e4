import { operations } from '#contract/people-duplicates.ts'
import { route, type Route } from '#server/platform/http/route.ts'
import { keepApart } from './keep-apart.ts'
import { listDuplicates } from './list-duplicates.ts'
import { mergeMany, previewMerges } from './merge-many.ts'
import { proposeMerge } from './propose-merge.ts'

export const duplicateRoutes: Route[] = [
  route('listDuplicates', operations.listDuplicates, 'people.write', listDuplicates),
  route('previewMerges', operations.previewMerges, 'people.write', previewMerges),
  route('mergeMany', operations.mergeMany, 'people.write', mergeMany),
  route('keepApart', operations.keepApart, 'people.write', keepApart),
  route('proposeMerge', operations.proposeMerge, 'people.write', proposeMerge),
]
