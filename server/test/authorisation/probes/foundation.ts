import { get, post, type Probe } from '../probe.ts'

/** Sessions, access, jobs, inbox, figures. */
export const foundationProbes: Record<string, Probe> = {
  createSession: { is: 'sign in and out', plain: () => post('/sessions', {}) },
  deleteSession: {
    is: 'sign in and out',
    plain: () => ({ method: 'DELETE', path: '/sessions/none-of-these' }),
  },
  getMe: { is: 'know who one is', plain: () => get('/me') },
  actAs: { is: 'know who one is', plain: () => post('/me/appointment', {}) },
  getJob: { is: 'follow one job', plain: () => get('/jobs/not-a-uuid') },
  streamEvents: { is: 'follow one’s own jobs', plain: () => get('/events?seconds=-1') },
  listOwnJobs: { is: 'follow one’s own jobs', plain: () => get('/jobs') },
  listInboxTasks: {
    is: 'see waiting tasks',
    lists: () => get('/inbox/tasks?limit=200'),
    organisationIdsOf: (body: { items: { organisationId: string }[] }) =>
      body.items.map((task) => task.organisationId),
  },
  endInboxTask: {
    is: 'see waiting tasks',
    aimed: (place) => post(`/inbox/tasks/${place.taskId}/ending`, { outcome: 'done' }),
  },
  listDemoLogins: { is: 'sign in and out', plain: () => get('/demo-logins') },
  listMeasures: { is: 'ask for figures', plain: () => get('/measures') },
  queryMeasure: {
    is: 'ask for figures',
    aimed: (place) => get(`/measures/members?organisationId=${place.organisationId}`),
  },
  getDashboard: {
    is: 'ask for figures',
    aimed: (place) => get(`/dashboard?organisationId=${place.organisationId}`),
  },
  getMatchmakingFunnel: {
    is: 'ask for figures',
    aimed: (place) => get(`/matchmaking/funnel?organisationId=${place.organisationId}`),
  },
  openMeasure: {
    is: 'open figures to their rows',
    aimed: (place) => get(`/measures/members/rows?organisationId=${place.organisationId}`),
  },
  downloadMeasure: {
    is: 'ask for figures',
    aimed: (place) =>
      post('/measures/members/workbook', {
        organisationId: place.organisationId,
        purpose: '核对会员人数',
        language: 'zh',
      }),
  },
  downloadMeasureRows: {
    is: 'open figures to their rows',
    aimed: (place) =>
      post('/measures/workers/rows/workbook', {
        organisationId: place.organisationId,
        purpose: '核对职工人数',
        language: 'zh',
      }),
  },
}
