import { operations } from '#contract/people.ts'
import { route, type Route } from '#server/platform/http/route.ts'
import { getMember } from './queries/member-file.ts'
import { listMembers } from './queries/members.ts'

export const routes: Route[] = [
  route('listMembers', operations.listMembers, 'people.read', listMembers),
  route('getMember', operations.getMember, 'people.read', getMember),
]
