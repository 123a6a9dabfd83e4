/** The reads a change of members outdates. */
export const membersChanged = [
  'listMembers',
  'getMember',
  'listInboxTasks',
  'listOrganisations',
  'getOrganisation',
  'listTransfers',
  'listMassChanges',
  'listDuplicates',
] as const

/** The reads an answer to a transfer outdates. */
export const transfersChanged = [...membersChanged, 'getTransfer'] as const
