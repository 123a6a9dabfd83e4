/** The reads a change of members outdates. */
export const membersChanged = [
  'listMembers',
  'getMember',
  'listInboxTasks',
  'listOrganisations',
  'getOrganisation',
] as const
