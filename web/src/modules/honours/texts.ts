import { texts } from '../../i18n/texts.ts'

/** The words of honours. */
export const t = texts({
  title: { zh: '荣誉', en: 'Honours' },
  note: {
    zh: '精神激励在先：表扬、评优、示范点都登记在这里，跟着人和单位走，撤销的也留有记录。',
    en: 'Recognition comes first: thanks, titles and demonstration points stay with people and organisations for life, those taken back too.',
  },
  confer: { zh: '授予荣誉', en: 'Confer an honour' },
  holder: { zh: '获得者', en: 'Holder' },
  which: { zh: '称号', en: 'Title' },
  by: { zh: '授予单位', en: 'Conferred by' },
  deed: { zh: '事迹', en: 'For' },
  documentNo: { zh: '文号', en: 'Document' },
  grantedOn: { zh: '授予日期', en: 'Conferred on' },
  expiresOn: { zh: '有效至', en: 'Until' },
  forLife: { zh: '长期', en: 'for life' },
  state: { zh: '状态', en: 'State' },
  held: { zh: '有效', en: 'stands' },
  expired: { zh: '已过期', en: 'over' },
  revoked: { zh: '已撤销', en: 'taken back' },
  code: { zh: '证书编码', en: 'Certificate code' },
  codeHint: {
    zh: '印在证书上；任何人凭它可以查验真伪，只看得到姓氏',
    en: 'Printed on the certificate: anybody can check it with the code and sees the family name only',
  },
  revoke: { zh: '撤销', en: 'Take back' },
  why: { zh: '撤销的原因', en: 'Reason' },
  recovered: { zh: '追回奖金（元）', en: 'Money recovered (yuan)' },
  revokedWhy: { zh: '{day} 撤销：{reason}', en: 'taken back on {day}: {reason}' },
  search: { zh: '获得者姓名或单位', en: 'Name of the holder' },
  person: { zh: '个人', en: 'Person' },
  findMember: { zh: '输入姓名查找', en: 'Type a name' },
  organisation: { zh: '单位', en: 'Organisation' },
  emptyTitle: { zh: '还没有登记荣誉', en: 'No honours yet' },
  emptyHint: {
    zh: '点“授予荣誉”，登记第一项表扬或称号。',
    en: 'Choose “Confer an honour” and record the first one.',
  },
})
