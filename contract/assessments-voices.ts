import { Type, type Static } from 'typebox'
import { Id, Nothing, operation } from './operation.ts'

export const voiceLevels = ['very_satisfied', 'satisfied', 'fairly_satisfied', 'dissatisfied'] as const
export const VoiceLevel = Type.Enum([...voiceLevels])
export type VoiceLevel = (typeof voiceLevels)[number]

/** An assessment about which the asker may say something as a member of the unit, once. */
export const AskedVoice = Type.Object({
  assessmentId: Id,
  organisationId: Id,
  organisationName: Type.String(),
  periodName: Type.String(),
  personName: Type.String(),
  post: Type.String(),
  indicators: Type.Array(
    Type.Object({ code: Type.String(), titleZh: Type.String(), titleEn: Type.String() }),
  ),
  leastVoices: Type.Integer({ description: 'with fewer voices nothing of what was said counts' }),
  given: Type.Boolean(),
})
export type AskedVoice = Static<typeof AskedVoice>

/** What members say of commissioners and chairs on their phones, and what of assessments waits for somebody there. */
export const operations = {
  listAskedVoices: operation({
    method: 'GET',
    path: '/me/assessment-voices',
    summary: 'Commissioners and chairs of my unit of whom members may say something now',
    output: Type.Object({ items: Type.Array(AskedVoice) }),
  }),
  giveVoice: operation({
    method: 'POST',
    path: '/me/assessment-voices/:assessmentId',
    summary: 'Say once how satisfied one is; who said what is not kept',
    params: Type.Object({ assessmentId: Id }),
    body: Type.Object({
      organisationId: Id,
      said: Type.Array(Type.Object({ indicator: Type.String({ maxLength: 31 }), level: VoiceLevel }), {
        minItems: 1,
        maxItems: 20,
      }),
    }),
    output: Nothing,
    status: 201,
  }),
  getOwnAssessmentDuties: operation({
    method: 'GET',
    path: '/me/assessment-duties',
    summary:
      'What of assessments waits for me on the phone: reports to write, results to read, opinions to give',
    output: Type.Object({ reports: Type.Integer(), results: Type.Integer(), voices: Type.Integer() }),
  }),
}
