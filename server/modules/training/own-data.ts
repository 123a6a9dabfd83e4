import type { OwnDataPart } from '#server/platform/own-data.ts'
import { getOwnTraining } from './certificates/certificates.ts'

/** What training holds about somebody: what they came to, and their certificates. */
export const trainingOwnData: OwnDataPart = {
  name: 'training',
  title: { zh: '培训', en: 'Training' },
  rows: async (tx, actor) => {
    const own = await getOwnTraining(tx, actor)
    return [
      ...own.attended.map(({ title, on, classHours }) => ({
        what: { zh: '参加培训', en: 'Came to training' },
        said: `${on} ${title} (${classHours})`,
      })),
      ...own.certificates.map(({ number, title, completedOn }) => ({
        what: { zh: '培训证书', en: 'Certificate' },
        said: `${number} ${title} ${completedOn}`,
      })),
    ]
  },
}
