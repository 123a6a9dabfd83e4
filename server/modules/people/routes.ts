import { operations } from '#contract/people.ts'
import { downloadRoute, route, type Route } from '#server/platform/http/route.ts'
import { addMember } from './commands/add-member.ts'
import { changeMember } from './commands/change-member.ts'
import { endMemberships } from './commands/end-memberships.ts'
import { mergePersons, undoMergePersons } from './commands/merge-persons.ts'
import { moveMembers, transferMembership } from './commands/move-members.ts'
import { endEmployment, recordEmployment } from './commands/record-employment.ts'
import { revealMember } from './commands/reveal-member.ts'
import { undoMassChange } from './commands/undo-mass-change.ts'
import { compareMembers } from './queries/comparison.ts'
import { exportMembers } from './queries/export.ts'
import { listMassChanges } from './queries/mass-changes.ts'
import { previewMassChange } from './queries/mass-preview.ts'
import { getMember } from './queries/member-file.ts'
import { listMembers } from './queries/members.ts'
import { getOwnCard, verifyCard } from './queries/own-card.ts'
import { getOwnFile } from './queries/own-file.ts'

export const routes: Route[] = [
  route('listMembers', operations.listMembers, 'people.read', listMembers),
  route('getMember', operations.getMember, 'people.read', getMember),
  route('revealMember', operations.revealMember, 'people.reveal', revealMember),
  route('addMember', operations.addMember, 'people.write', addMember),
  route('changeMember', operations.changeMember, 'people.write', changeMember),
  route('recordEmployment', operations.recordEmployment, 'people.write', recordEmployment),
  route('endEmployment', operations.endEmployment, 'people.write', endEmployment),
  route('endMemberships', operations.endMemberships, 'people.write', endMemberships),
  route('moveMembers', operations.moveMembers, 'people.write', moveMembers),
  route('transferMembership', operations.transferMembership, 'people.write', transferMembership),
  route('previewMassChange', operations.previewMassChange, 'people.write', previewMassChange),
  route('listMassChanges', operations.listMassChanges, 'people.write', listMassChanges),
  route('undoMassChange', operations.undoMassChange, 'people.write', undoMassChange),
  downloadRoute('exportMembers', operations.exportMembers, 'roster.export', exportMembers),
  route('compareMembers', operations.compareMembers, 'people.write', compareMembers),
  route('mergePersons', operations.mergePersons, 'people.write', mergePersons),
  route('undoMergePersons', operations.undoMergePersons, 'people.write', undoMergePersons),
  route('getOwnCard', operations.getOwnCard, 'own.read', getOwnCard),
  route('getOwnFile', operations.getOwnFile, 'own.read', getOwnFile),
  route('verifyCard', operations.verifyCard, 'people.read', verifyCard),
]
