import { useQuery } from '@tanstack/react-query'
import type { Output } from './call.ts'
import { queryOf } from './query.ts'

export type Job = Output<'getJob'>

/** A job and its progress, asked for every second until it has ended; null waits for nothing. */
export function useJob(jobId: string | null) {
  return useQuery({
    ...queryOf('getJob', { jobId: jobId ?? '' }),
    enabled: jobId !== null,
    refetchInterval: ({ state }) => (state.data && hasEnded(state.data) ? false : 1000),
  })
}

/** Whether a job will not change any more. */
export function hasEnded(job: Pick<Job, 'state'>): boolean {
  return job.state === 'done' || job.state === 'failed'
}

/** How far a job is, 0 to 1; null while nobody knows the whole. */
export function shareOf({ state, progress }: Pick<Job, 'state' | 'progress'>): number | null {
  if (state === 'done') return 1
  if (!progress.total) return null
  return Math.min(progress.done / progress.total, 1)
}
