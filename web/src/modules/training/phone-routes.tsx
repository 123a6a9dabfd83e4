import type { PhoneModule } from '../../kit/routes.ts'

/** One's own training on the phone. */
export const trainingPhone: PhoneModule = {
  routes: [
    {
      path: '/training',
      title: { zh: '我的培训', en: 'My training' },
      tab: 'services',
      privacy: 'private',
      page: () => import('./phone/own-training-page.tsx'),
    },
  ],
  entries: [
    {
      tab: 'services',
      path: '/training',
      title: { zh: '我的培训', en: 'My training' },
      hint: { zh: '学时、考勤和证书', en: 'Class hours, attendance, certificates' },
      icon: 'events',
    },
  ],
}
