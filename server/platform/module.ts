import type { ApprovalKind } from './approval.ts'
import type { AssessmentSubject } from './assessment-subject.ts'
import type { EventKind } from './event-kind.ts'
import type { Route } from './http/route.ts'
import type { JobHandler } from './jobs.ts'
import type { MeasureDefinition } from './measure.ts'
import type { OwnDataPart } from './own-data.ts'
import type { Platform } from './platform.ts'
import type { PostGuard } from './post-guard.ts'
import type { PublicPart } from './public-part.ts'
import type { Schedule } from './schedule.ts'

/** What a module gives to the application: its routes, the kinds of jobs it runs, the figures it declares. */
export interface AppModule {
  name: string
  routes: readonly Route[]
  measures?: readonly MeasureDefinition[]
  /** Kinds of requests that somebody else decides. */
  approvals?: readonly ApprovalKind[]
  /** What everybody may read without signing in. */
  publicParts?: readonly PublicPart[]
  /** Kinds of events a programme holds. */
  eventKinds?: readonly EventKind[]
  /** Whom a programme has assessed. */
  assessmentSubjects?: readonly AssessmentSubject[]
  /** What it asks of whoever is appointed to some posts. */
  postGuards?: readonly PostGuard[]
  /** What it holds about somebody, for their own copy. */
  ownData?: readonly OwnDataPart[]
  /** Made once at start; heavy parts are imported inside the handler, when a job of the kind first runs. */
  jobs?: (platform: Platform) => Record<string, JobHandler>
  /** Jobs somebody waits for at the screen: besides the common loop they have one of their own, so that no import delays them. */
  promptJobs?: (platform: Platform) => Record<string, JobHandler>
  /** Jobs that must come round every few seconds whatever else runs: they have a loop of their own too, so that nobody at a screen waits for them. */
  steadyJobs?: (platform: Platform) => Record<string, JobHandler>
  /** Jobs of the module that come back by themselves. */
  schedules?: readonly Schedule[]
  /** Lines of Prometheus text for /metrics: no label that tells of a person. */
  metrics?: (platform: Platform) => Promise<readonly string[]>
}
