import type { PhoneModule } from '../../kit/routes.ts'

/** One's own assessments on the phone. */
export const assessmentsPhone: PhoneModule = {
  routes: [
    {
      path: '/assessments',
      title: { zh: '我的考核', en: 'My assessments' },
      tab: 'services',
      privacy: 'private',
      page: () => import('./phone/own-assessments-page.tsx'),
    },
    {
      path: '/assessment-voices',
      title: { zh: '满意度测评', en: 'My opinion' },
      tab: 'services',
      privacy: 'private',
      page: () => import('./phone/voices-page.tsx'),
    },
  ],
  home: [{ order: 4, part: () => import('./phone/home-part.tsx') }],
  entries: [
    {
      tab: 'services',
      path: '/assessments',
      title: { zh: '我的考核', en: 'My assessments' },
      hint: { zh: '提交自评、查看结果、申诉', en: 'My report, my result, an appeal' },
      icon: 'check',
    },
    {
      tab: 'services',
      path: '/assessment-voices',
      title: { zh: '满意度测评', en: 'My opinion' },
      hint: { zh: '评一评本单位的党工专员和工会主席', en: 'How satisfied I am with those who serve my unit' },
      icon: 'person',
    },
  ],
}
