import type { AssessmentSubject } from '#server/platform/assessment-subject.ts'

const declared = new Map<string, AssessmentSubject>()

/** Makes those whom programmes have assessed known to the engine, once when the list of modules is made. */
export function declareSubjects(subjects: readonly AssessmentSubject[]): void {
  for (const subject of subjects) declared.set(subject.kind, subject)
}

/** Everybody’s kinds. */
export function allSubjects(): AssessmentSubject[] {
  return [...declared.values()]
}

/** The kind of this name, or undefined where no programme declares it. */
export function findSubject(kind: string): AssessmentSubject | undefined {
  return declared.get(kind)
}

/** The kind a scheme names. Throws for one no programme declares: its programme was taken out of the product. */
export function subjectOf(kind: string): AssessmentSubject {
  const subject = declared.get(kind)
  if (subject === undefined) throw new Error(`no programme has the kind ${kind} assessed`)
  return subject
}
