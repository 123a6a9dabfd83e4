import { operations } from '#contract/assessments-voices.ts'
import { route, type Route } from '#server/platform/http/route.ts'
import { getOwnAssessmentDuties } from '../own/duties.ts'
import { listAskedVoices } from './asked.ts'
import { giveVoice } from './give-voice.ts'

/** What members say on their phones, and what waits there. */
export const voiceRoutes: readonly Route[] = [
  route('listAskedVoices', operations.listAskedVoices, 'own.read', listAskedVoices),
  route('giveVoice', operations.giveVoice, 'own.write', giveVoice),
  route('getOwnAssessmentDuties', operations.getOwnAssessmentDuties, 'own.read', getOwnAssessmentDuties),
]
