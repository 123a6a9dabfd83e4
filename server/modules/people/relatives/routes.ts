import { operations } from '#contract/people-relatives.ts'
import { route, type Route } from '#server/platform/http/route.ts'
import { declareRelative, endDeclaredRelative, listDeclaredRelatives } from './relatives.ts'

/** Near relatives as declared. */
export const relativeRoutes: readonly Route[] = [
  route('listDeclaredRelatives', operations.listDeclaredRelatives, 'people.read', listDeclaredRelatives),
  route('declareRelative', operations.declareRelative, 'people.write', declareRelative),
  route('endDeclaredRelative', operations.endDeclaredRelative, 'people.write', endDeclaredRelative),
]
