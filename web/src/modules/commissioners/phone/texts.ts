import { texts } from '../../../i18n/texts.ts'

/** Words of the phone's pages of commissioners. */
export const t = texts({
  ownUnits: { zh: '本单位党工情况', en: 'Party and union work here' },
  ownUnitsHint: { zh: '还缺什么，下一步做什么', en: 'What is missing and what to do next' },
  noPost: { zh: '只有工会主席和各级干部可以看', en: 'For union chairs and officers' },
  noPostHint: {
    zh: '如果您刚任职，请让上级工会登记任职后再看。',
    en: 'If you have just been elected, ask the higher union to record it.',
  },
  none: { zh: '您的工会没有覆盖两新组织', en: 'Your union covers no two-new organisation' },
  noneHint: {
    zh: '登记覆盖单位后，这里会说明它缺什么。',
    en: 'Once it does, this page says what is missing.',
  },
  loading: { zh: '正在读取', en: 'Loading' },
  failed: { zh: '没有读出来', en: 'It could not be read' },
  retry: { zh: '再试一次', en: 'Try again' },
  noGap: { zh: '没有缺口', en: 'Nothing is missing' },
  workers: { zh: '职工 {count} 人', en: '{count} workers' },
  staff: { zh: '职工', en: 'Workers' },
  next: { zh: '下一步', en: 'What to do next' },
  nothing: { zh: '目前没有要办的事。', en: 'Nothing is to be done at present.' },
  posts: { zh: '党工专员', en: 'Commissioners' },
  noPosts: { zh: '还没有党工专员', en: 'No commissioner yet' },
  partyBody: { zh: '党组织', en: 'Party body' },
  union: { zh: '工会', en: 'Union' },
  chair: { zh: '工会主席', en: 'Union chair' },
  lacking: { zh: '无', en: 'none' },
  due: { zh: '应配备党工专员', en: 'Must have a commissioner' },
  notDue: { zh: '不要求配备党工专员', en: 'Need not have a commissioner' },
  talent: { zh: '我的人才库条目', en: 'My entry in the talent pool' },
  notInPool: { zh: '您不在党工专员人才库里', en: 'You are not in the talent pool' },
  notInPoolHint: {
    zh: '由街道（镇）总工会推荐入库。',
    en: 'The street federation recommends people for it.',
  },
  recommendedBy: { zh: '推荐单位', en: 'Recommended by' },
  skills: { zh: '特长', en: 'Skills' },
  hours: { zh: '已培训学时', en: 'Hours of training' },
  from: { zh: '何时可到任', en: 'Available from' },
  sharing: { zh: '各街道共享', en: 'Shared with all streets' },
  sharedNow: {
    zh: '您已同意：各街道（镇）总工会都能看到这条信息。',
    en: 'You agreed: every street federation can see this entry.',
  },
  notShared: {
    zh: '现在只有推荐单位和它的上级能看到。',
    en: 'Only the body that recommended you and those above it can see it.',
  },
  share: { zh: '同意各街道共享', en: 'Share with all streets' },
  unshare: { zh: '收回共享', en: 'Share no longer' },
})
