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
  ],
  entries: [
    {
      tab: 'services',
      path: '/assessments',
      title: { zh: '我的考核', en: 'My assessments' },
      hint: { zh: '提交自评、查看结果、申诉', en: 'My report, my result, an appeal' },
      icon: 'check',
    },
  ],
}
