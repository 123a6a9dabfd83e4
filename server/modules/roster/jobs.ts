import type { JobHandler } from '#server/platform/jobs.ts'
import type { Platform } from '#server/platform/platform.ts'
import type { Schedule } from '#server/platform/schedule.ts'
import { removeFiles, removeFilesKind } from './files/remove-files.ts'

/** After erasures and retention of the same night. */
export const schedules: Schedule[] = [
  { kind: removeFilesKind, every: { dayAt: '03:30' }, for: 'each tenant' },
]

/** Dry runs, commits and undos of imports: each is one transaction and bears being run again; so does the nightly removal of files. */
export function rosterJobs(platform: Platform): Record<string, JobHandler> {
  return {
    'roster.judge': async (job) => {
      const { runDryRun } = await import('./staging/dry-run.ts')
      return runDryRun(platform, job)
    },
    'roster.commit': async (job) => {
      const { runCommit } = await import('./batch/commit-import.ts')
      return runCommit(platform, job)
    },
    [removeFilesKind]: removeFiles(platform),
    'roster.undo': async (job) => {
      const { runUndo } = await import('./batch/undo-import.ts')
      return runUndo(platform, job)
    },
  }
}
