import type { JobHandler } from '#server/platform/jobs.ts'
import type { Platform } from '#server/platform/platform.ts'

/** Dry runs, commits and undos of imports. All are one transaction each and bear being run again. */
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
    'roster.undo': async (job) => {
      const { runUndo } = await import('./batch/undo-import.ts')
      return runUndo(platform, job)
    },
  }
}
