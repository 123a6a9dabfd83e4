import { texts } from '../../i18n/texts.ts'

export const t = texts({
  title: { zh: '投诉', en: 'Complaints' },
  receipt: { zh: '回执号', en: 'Receipt' },
  subject: { zh: '类别', en: 'Subject' },
  about: { zh: '投诉对象', en: 'About' },
  handledBy: { zh: '受理单位', en: 'With' },
  filed: { zh: '提交时间', en: 'Filed' },
  due: { zh: '应在此前答复', en: 'Answer by' },
  state: { zh: '状态', en: 'State' },
  filer: { zh: '投诉人', en: 'From' },
  anonymous: { zh: '匿名', en: 'without a name' },
  emptyTitle: { zh: '没有投诉', en: 'No complaints' },
  emptyHint: {
    zh: '职工对下级工会或其工作人员的投诉会到这里，由您这一级答复。',
    en: 'What workers complain about in the unions below, or their officers, comes here for your level to answer.',
  },
  erased: { zh: '内容已随个人信息删除。', en: 'The words were erased with the person’s data.' },
  history: { zh: '经过', en: 'What happened' },
  answer: { zh: '答复', en: 'Answer' },
  answerLabel: { zh: '答复内容（投诉人会看到）', en: 'Your answer (whoever complained reads it)' },
  answered: { zh: '已答复', en: 'Answered' },
  reveal: { zh: '查看匿名身份', en: 'Show who it is' },
  revealNote: {
    zh: '只有确需当面核实时才查看。投诉人会看到您的职务和理由。',
    en: 'Only where you must speak to them. They read your post and your reason.',
  },
  revealReason: { zh: '理由', en: 'Reason' },
  revealedName: { zh: '投诉人：{name}', en: 'It was {name}' },
})
