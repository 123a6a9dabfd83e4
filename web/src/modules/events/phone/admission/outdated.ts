/** What a change of one's registration makes out of date. */
export const outdated = ['explainAdmission', 'getOpenEvent', 'listOpenEvents'] as const
