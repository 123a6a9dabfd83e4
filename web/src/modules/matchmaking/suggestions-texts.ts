import { texts } from '../../i18n/texts.ts'

export const t = texts({
  title: { zh: '每周推荐的均衡情况', en: 'How evenly suggestions are shared' },
  note: {
    zh: '每周一自动生成，只按双方自己写的要求配对。这里只有人数，没有任何人的名字。',
    en: 'Made by itself on Mondays, from both sides’ own limits. Numbers of people only; nobody is named.',
  },
  week: { zh: '周', en: 'Week of' },
  pairs: { zh: '推荐对数', en: 'Pairs' },
  most: { zh: '每人最多', en: 'At most each' },
  side: { zh: '男女', en: 'Side' },
  men: { zh: '男', en: 'Men' },
  women: { zh: '女', en: 'Women' },
  people: { zh: '想要推荐的人', en: 'Who want suggestions' },
  withPartners: { zh: '其中有足够合适人选的', en: 'Of them with enough possible partners' },
  never: { zh: '一次没被推荐', en: 'Never shown' },
  gini: { zh: '基尼系数', en: 'Gini' },
  giniHint: { zh: '0 表示人人被推荐的次数一样多', en: '0: everybody is shown equally often' },
  range: { zh: '最少—最多次', en: 'Least–most' },
  learnt: { zh: '排序依据', en: 'Ordered by' },
  learntYes: { zh: '本会活动的总体经验', en: 'what own events taught' },
  learntNo: { zh: '人人相同', en: 'all alike' },
  tooFew: { zh: '人数太少，不显示', en: 'too few to show' },
  none: { zh: '还没有生成过推荐', en: 'No suggestions have been made yet' },
  noneHint: {
    zh: '有男女会员开启每周推荐后，系统每周一凌晨自动生成，这里显示是否均衡。',
    en: 'Once men and women want suggestions, they are made early on Mondays, and this page shows how evenly.',
  },
})
