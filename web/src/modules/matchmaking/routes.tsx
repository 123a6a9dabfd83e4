import { choicesConsole, choicesPhone } from './choice-routes.tsx'
import type { ConsoleModule, PhoneModule } from '../../kit/routes.ts'
import { socialKind } from './social/kind.ts'

/** Matchmaking: attestations, the desk, matchmakers, reports. */
export const matchmakingConsole: ConsoleModule = {
  eventKinds: [socialKind],
  eventTabs: choicesConsole.eventTabs!,
  routes: [
    ...choicesConsole.routes,
    {
      path: '/matchmaking/suggestions',
      title: { zh: '推荐均衡', en: 'Suggestions' },
      permission: 'matchmaking.manage',
      page: () => import('./pages/suggestion-weeks-page.tsx'),
    },
    {
      path: '/matchmaking/desk',
      title: { zh: '红娘工作台', en: 'Matchmaker’s desk' },
      permission: 'matchmaking.desk',
      page: () => import('./pages/desk-page.tsx'),
    },
    {
      path: '/matchmaking/cases',
      title: { zh: '我的服务对象', en: 'My cases' },
      permission: 'matchmaking.desk',
      page: () => import('./pages/cases-page.tsx'),
    },
    {
      path: '/matchmaking/cases/:caseId',
      title: { zh: '服务对象', en: 'Case' },
      permission: 'matchmaking.desk',
      page: () => import('./pages/case-page.tsx'),
    },
    {
      path: '/matchmaking/pool',
      title: { zh: '共享资源', en: 'Shared pool' },
      permission: 'matchmaking.desk',
      page: () => import('./pages/pool-page.tsx'),
    },
    {
      path: '/matchmaking/follow-ups',
      title: { zh: '回访', en: 'Follow-ups' },
      permission: 'matchmaking.desk',
      page: () => import('./pages/follow-ups-page.tsx'),
    },
    {
      path: '/matchmaking/desk-meetings',
      title: { zh: '红娘会议', en: 'Meetings' },
      permission: 'matchmaking.desk',
      page: () => import('./pages/desk-meetings-page.tsx'),
    },
    {
      path: '/matchmaking/association',
      title: { zh: '红娘协会', en: 'Association' },
      permission: 'matchmaking.manage',
      page: () => import('./pages/association-page.tsx'),
    },
    {
      path: '/matchmaking/meetings/:meetingId',
      title: { zh: '红娘会议', en: 'Meeting' },
      permission: 'matchmaking.manage',
      page: () => import('./pages/meeting-page.tsx'),
    },
    {
      path: '/matchmaking/meetings/:meetingId/screen',
      title: { zh: '会议大屏', en: 'Screen' },
      permission: 'matchmaking.manage',
      page: () => import('./pages/meeting-screen-page.tsx'),
    },
    {
      path: '/matchmaking/matchmakers',
      title: { zh: '红娘登记', en: 'Matchmakers' },
      permission: 'matchmaking.manage',
      page: () => import('./pages/matchmakers-page.tsx'),
    },
    {
      path: '/matchmaking/figures',
      title: { zh: '红娘数据', en: 'Matchmaking in figures' },
      permission: 'figures.read',
      page: () => import('./pages/figures-page.tsx'),
    },
  ],
  nav: [
    {
      path: '/matchmaking/suggestions',
      title: { zh: '推荐均衡', en: 'Suggestions' },
      icon: 'figures',
      group: 'programmes',
      permission: 'matchmaking.manage',
    },
    {
      path: '/matchmaking/desk',
      title: { zh: '红娘工作台', en: 'Matchmaker’s desk' },
      icon: 'home',
      group: 'programmes',
      permission: 'matchmaking.desk',
    },
    {
      path: '/matchmaking/cases',
      title: { zh: '我的服务对象', en: 'My cases' },
      icon: 'people',
      group: 'programmes',
      permission: 'matchmaking.desk',
    },
    {
      path: '/matchmaking/pool',
      title: { zh: '共享资源', en: 'Shared pool' },
      icon: 'search',
      group: 'programmes',
      permission: 'matchmaking.desk',
    },
    {
      path: '/matchmaking/follow-ups',
      title: { zh: '回访', en: 'Follow-ups' },
      icon: 'clock',
      group: 'programmes',
      permission: 'matchmaking.desk',
    },
    {
      path: '/matchmaking/desk-meetings',
      title: { zh: '红娘会议', en: 'Meetings' },
      icon: 'events',
      group: 'programmes',
      permission: 'matchmaking.desk',
    },
    {
      path: '/matchmaking/association',
      title: { zh: '红娘协会', en: 'Association' },
      icon: 'organisation',
      group: 'programmes',
      permission: 'matchmaking.manage',
    },
    {
      path: '/matchmaking/matchmakers',
      title: { zh: '红娘登记', en: 'Matchmakers' },
      icon: 'services',
      group: 'programmes',
      permission: 'matchmaking.manage',
    },
    {
      path: '/matchmaking/figures',
      title: { zh: '红娘数据', en: 'Matchmaking in figures' },
      icon: 'figures',
      group: 'figures',
      permission: 'figures.read',
    },
  ],
}

/** Taking part in matchmaking. */
export const matchmakingPhone: PhoneModule = {
  eventParts: choicesPhone.eventParts!,
  routes: [
    ...choicesPhone.routes,
    {
      path: '/matchmaking/suggestions',
      title: { zh: '本周推荐', en: 'This week’s suggestions' },
      tab: 'services',
      privacy: 'private',
      page: () => import('./phone/suggestions-page.tsx'),
    },
    {
      path: '/matchmaking/introductions',
      title: { zh: '红娘介绍', en: 'Introductions' },
      tab: 'services',
      privacy: 'private',
      page: () => import('./phone/introductions-page.tsx'),
    },
    {
      path: '/matchmaking/matchmaker',
      title: { zh: '我的红娘', en: 'My matchmaker' },
      tab: 'services',
      privacy: 'private',
      page: () => import('./phone/own-matchmaker-page.tsx'),
    },
  ],
  entries: [
    ...choicesPhone.entries!,
    {
      tab: 'services',
      path: '/matchmaking/suggestions',
      icon: 'people',
      title: { zh: '本周推荐', en: 'This week’s suggestions' },
      hint: { zh: '每周几位，双方都愿意才会知道', en: 'A few people a week; told only where both say yes' },
    },
    {
      tab: 'services',
      path: '/matchmaking/introductions',
      icon: 'people',
      title: { zh: '红娘介绍', en: 'Introductions' },
      hint: { zh: '双方都愿意，才会知道', en: 'You learn of it only where both say yes' },
    },
    {
      tab: 'services',
      path: '/matchmaking/matchmaker',
      icon: 'services',
      title: { zh: '我的红娘', en: 'My matchmaker' },
      hint: { zh: '谁在为您服务，最近怎么样', en: 'Who looks after you, and how it goes' },
    },
  ],
}
