/** What is out of date after a bulletin was written, submitted, released or withdrawn. */
export const bulletinsChanged = [
  'listBulletins',
  'getBulletin',
  'listApprovals',
  'getApproval',
  'listInboxTasks',
] as const
