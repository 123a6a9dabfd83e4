import { texts } from '../../i18n/texts.ts'

/** The words of the register of contributions. */
export const c = texts({
  title: { zh: '工会经费收缴', en: 'Contributions' },
  note: {
    zh: '每家单位每月一行：工资总额的 2%，次月到期；建会前收筹备金，记在上级工会。',
    en: 'A row for each employer and month: 2 % of total wages, due the month after; preparatory until there is a union.',
  },
  empty: { zh: '没有符合条件的经费记录', en: 'No contribution fits' },
  emptyHint: {
    zh: '换一个月份或去掉筛选；还没有登记时，由经费管理人员登记各单位工资总额。',
    en: 'Try another month or fewer filters. Whoever looks after funds records the wages of each employer.',
  },
  month: { zh: '月份', en: 'Month' },
  employer: { zh: '缴费单位', en: 'Employer' },
  kind: { zh: '类别', en: 'Kind' },
  way: { zh: '收缴方式', en: 'Way' },
  state: { zh: '状态', en: 'State' },
  base: { zh: '工资总额', en: 'Wages' },
  due: { zh: '应缴', en: 'Due' },
  received: { zh: '到账', en: 'Received' },
  until: { zh: '{day} 到期', en: 'by {day}' },
  late: { zh: '逾期 {days} 天', en: '{days} {days|day|days} late' },
  passOn: { zh: '待上解或返还', en: 'To pass on' },
})
