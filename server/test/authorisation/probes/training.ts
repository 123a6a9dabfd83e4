import { get, post, type Probe } from '../probe.ts'

const nobody = '00000000-0000-4000-8000-000000000000'
const is = 'look after training'

/** Training. Writes are aimed at what is there already or costs more than there is. */
export const trainingProbes: Record<string, Probe> = {
  listTrainingPlans: {
    is,
    lists: () => get('/training/plans'),
    organisationIdsOf: (body: { items: { organisationId: string }[] }) =>
      body.items.map(({ organisationId }) => organisationId),
  },
  createTrainingPlan: {
    is,
    aimed: ({ organisationId }) =>
      post('/training/plans', { organisationId, year: 2021, budgetFen: 0, funder: 'federation' }),
  },
  getTrainingPlan: { is, aimed: ({ planId }) => get(`/training/plans/${planId}`) },
  addTrainingCourse: {
    is,
    aimed: ({ planId }) =>
      post(`/training/plans/${planId}/courses`, {
        kind: 'topic',
        title: '另一专题',
        classHours: 4,
        budgetFen: 1,
        plannedMonth: 5,
      }),
  },
  listCourseChoices: { is, plain: () => get('/training/courses') },
  listTrainees: { is, aimed: ({ courseId }) => get(`/training/courses/${courseId}/trainees`) },
  downloadTrainingCertificate: {
    is,
    aimed: ({ certificateId }) => get(`/training/certificates/${certificateId}/file`),
  },
  getOwnTraining: { is: 'see one’s own file', plain: () => get('/me/training') },
  downloadOwnTrainingCertificate: {
    is: 'see one’s own file',
    plain: () => get(`/me/training/certificates/${nobody}/file`),
  },
  verifyTrainingCertificate: {
    is: 'sign in and out',
    plain: () => get(`/public/federations/none-of-these/training-certificates/${nobody}`),
  },
}
