import { get, post, type Probe } from '../probe.ts'
import type { Place } from '../world.ts'

const nobody = '00000000-0000-4000-8000-000000000000'
const empty = { leastKnown: 60, indicators: [indicator()] }
const ofCase = (place: Place, act: string) => `/assessments/${place.assessmentId}/${act}`
const ofPeriod = (place: Place, act = '') => `/assessments/periods/${place.assessmentPeriodId}${act}`

/** Assessments. Writes are aimed at a closed period or say what a rule refuses, after the scope was judged. */
export const assessmentProbes: Record<string, Probe> = {
  listSchemes: {
    is: 'look after assessments',
    lists: () => get('/assessments/schemes'),
    organisationIdsOf: (body: { items: { organisationId: string }[] }) =>
      body.items.map(({ organisationId }) => organisationId),
  },
  createScheme: {
    is: 'look after assessments',
    aimed: ({ organisationId }) =>
      post('/assessments/schemes', { organisationId, subjectKind: 'nobody', name: '方案', content: empty }),
  },
  reviseScheme: {
    is: 'look after assessments',
    aimed: (place) => post(`/assessments/schemes/${place.schemeId}/versions`, { content: empty }),
  },
  listAssessmentPeriods: { is: 'score assessments', plain: () => get('/assessments/periods') },
  createAssessmentPeriod: {
    is: 'look after assessments',
    aimed: ({ schemeId }) =>
      post('/assessments/periods', {
        schemeId,
        name: '周期',
        startsOn: '2026-01-02',
        endsBefore: '2026-01-01',
      }),
  },
  getAssessmentPeriod: { is: 'score assessments', aimed: (place) => get(ofPeriod(place)) },
  enrolAssessmentSubjects: {
    is: 'look after assessments',
    aimed: (place) => post(ofPeriod(place, '/subjects')),
  },
  closeAssessmentPeriod: {
    is: 'look after assessments',
    aimed: (place) => post(ofPeriod(place, '/closing')),
  },
  listAssessedPersons: {
    is: 'score assessments',
    plain: () => get(`/assessments?periodId=${nobody}`),
  },
  createAssessment: {
    is: 'look after assessments',
    aimed: (place) => post('/assessments', { periodId: place.assessmentPeriodId, personId: place.memberId }),
  },
  getAssessment: { is: 'score assessments', aimed: (place) => get(`/assessments/${place.assessmentId}`) },
  downloadAssessmentEvidence: {
    is: 'score assessments',
    plain: () => get(`/assessments/${nobody}/evidence/${nobody}`),
  },
  recordAssessmentLeave: {
    is: 'review assessments',
    aimed: (place) => post(ofCase(place, 'leaves'), { startsOn: '2021-02-01', endsBefore: '2021-03-01' }),
  },
  submitScores: {
    is: 'score assessments',
    aimed: (place) =>
      post(ofCase(place, 'scores'), {
        scores: [{ indicator: 'unit', organisationId: place.organisationId, value: 9000 }],
      }),
  },
  reviewAssessment: { is: 'review assessments', aimed: (place) => post(ofCase(place, 'review')) },
  approveAssessment: { is: 'approve assessments', aimed: (place) => post(ofCase(place, 'approval')) },
  returnAssessment: {
    is: 'approve assessments',
    aimed: (place) => post(ofCase(place, 'return'), { reason: '请补充' }),
  },
  decideAssessmentAppeal: {
    is: 'approve assessments',
    aimed: (place) => post(ofCase(place, 'appeal-decision'), { decision: 'rejected', reason: '维持原结果' }),
  },
  listOwnAssessments: { is: 'see one’s own file', plain: () => get('/me/assessments') },
  listAskedVoices: { is: 'see one’s own file', plain: () => get('/me/assessment-voices') },
  getOwnAssessmentDuties: { is: 'see one’s own file', plain: () => get('/me/assessment-duties') },
  giveVoice: {
    is: 'mend one’s own data',
    plain: () =>
      post(`/me/assessment-voices/${nobody}`, {
        organisationId: nobody,
        said: [{ indicator: 'voices', level: 'satisfied' }],
      }),
  },
  submitSelfReport: {
    is: 'mend one’s own data',
    plain: () =>
      post(`/me/assessments/${nobody}/report`, {
        body: '本人认真履行职责，完成全年任务。',
        attachmentIds: [],
      }),
  },
  appealAssessment: {
    is: 'mend one’s own data',
    plain: () => post(`/me/assessments/${nobody}/appeal`, { reason: '活动场次统计有遗漏，请复核。' }),
  },
}

// A weight of 50 in all is refused.
function indicator() {
  return {
    code: 'unit',
    titleZh: '单位评价',
    titleEn: 'Unit',
    source: 'unit',
    weight: 50,
    extra: 0,
    counter: null,
    target: null,
    cap: 10_000,
    missing: 'left_out',
  }
}
