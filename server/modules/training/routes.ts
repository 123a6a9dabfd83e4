import { operations } from '#contract/training.ts'
import { cacheSeconds, inFederation } from '#server/modules/public-pages/index.ts'
import { downloadRoute, route, sessionRoute, type Route } from '#server/platform/http/route.ts'
import { getOwnTraining, listTrainees, verifyCertificate } from './certificates/certificates.ts'
import { downloadOwnTrainingCertificate, downloadTrainingCertificate } from './certificates/download.ts'
import { getTrainingPlan, listCourseChoices, listTrainingPlans } from './plans/plans.ts'
import { addTrainingCourse, createTrainingPlan } from './plans/write-plan.ts'

const read = 'training.read'
const write = 'training.write'

/** Plans, courses, who came, certificates. Sessions are events. */
export const trainingRoutes: readonly Route[] = [
  route('listTrainingPlans', operations.listTrainingPlans, read, listTrainingPlans),
  route('createTrainingPlan', operations.createTrainingPlan, write, createTrainingPlan),
  route('getTrainingPlan', operations.getTrainingPlan, read, getTrainingPlan),
  route('addTrainingCourse', operations.addTrainingCourse, write, addTrainingCourse),
  route('listCourseChoices', operations.listCourseChoices, write, listCourseChoices),
  route('listTrainees', operations.listTrainees, read, listTrainees),
  downloadRoute(
    'downloadTrainingCertificate',
    operations.downloadTrainingCertificate,
    read,
    downloadTrainingCertificate,
  ),
  route('getOwnTraining', operations.getOwnTraining, 'own.read', getOwnTraining),
  downloadRoute(
    'downloadOwnTrainingCertificate',
    operations.downloadOwnTrainingCertificate,
    'own.read',
    downloadOwnTrainingCertificate,
  ),
  sessionRoute(
    'verifyTrainingCertificate',
    operations.verifyTrainingCertificate,
    'public',
    async (platform, { input: { federationCode, code } }) => ({
      output: await inFederation(platform, federationCode, (tx) => verifyCertificate(tx, code)),
      cacheSeconds,
    }),
  ),
]
