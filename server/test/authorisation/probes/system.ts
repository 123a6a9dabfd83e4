import { get, post, type Probe } from '../probe.ts'

/** The system administrator's page. No backup folder is set in tests, and no job has such a name: nothing is done. */
export const systemProbes: Record<string, Probe> = {
  getSystemState: { is: 'run the system', plain: () => get('/system') },
  startBackup: { is: 'run the system', plain: () => post('/system/backups') },
  startDrill: { is: 'run the system', plain: () => post('/system/drills') },
  retryJob: { is: 'run the system', plain: () => post('/system/jobs/not-a-uuid/retry') },
  forgetJob: {
    is: 'run the system',
    plain: () => ({ method: 'DELETE', path: '/system/jobs/not-a-uuid' }),
  },
}
